package org.insardask.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/** Bands of a product that hold values of a raster. */
final class RasterTarget {

    private final Product target;

    RasterTarget(Product target) {
        this.target = target;
    }

    /**
     * Whether the values of a band stay the numbers that they are: those that stand for something, and whole ones that can be missing,
     * where nothing is interpolated.
     */
    static boolean isKept(Band band, boolean bilinear) {
        boolean whole = !band.isFloatingPointType() && !band.isScalingApplied();
        return band.getSampleCoding() != null || (whole && !bilinear && band.isNoDataValueUsed());
    }

    /** Adds a band for values of another one, with its codings; floating point has NaN for no data. */
    Band add(String wanted, Band origin, boolean kept) {
        List<String> taken = new ArrayList<>(Arrays.asList(target.getBandNames()));
        taken.addAll(Arrays.asList(target.getTiePointGridNames()));
        Band band = target.addBand(FieldNames.freeName(wanted, taken), type(origin, kept));
        band.setUnit(origin.getUnit());
        band.setDescription(origin.getDescription());
        if (!kept) {
            band.setNoDataValue(Double.NaN);
            band.setNoDataValueUsed(true);
        } else if (origin.isNoDataValueUsed()) {
            band.setNoDataValue(origin.getNoDataValue());
            band.setNoDataValueUsed(true);
        } else if (!origin.isFlagBand()) {
            band.setNoDataValue(-1);
            band.setNoDataValueUsed(true);
        }
        copyCoding(origin, band);
        return band;
    }

    private static int type(Band origin, boolean kept) {
        int type = origin.getDataType();
        if (kept) {
            return origin.isFlagBand() || origin.isNoDataValueUsed() ? type : ProductData.TYPE_INT32;
        }
        boolean isLong = type == ProductData.TYPE_FLOAT64 || type == ProductData.TYPE_INT32 || type == ProductData.TYPE_UINT32;
        return isLong ? ProductData.TYPE_FLOAT64 : ProductData.TYPE_FLOAT32;
    }

    private void copyCoding(Band origin, Band band) {
        if (origin.getFlagCoding() != null) {
            FlagCoding coding = new FlagCoding(FieldNames.freeName(origin.getFlagCoding().getName(),
                    Arrays.asList(target.getFlagCodingGroup().getNodeNames())));
            for (String name : origin.getFlagCoding().getFlagNames()) {
                coding.addFlag(name, origin.getFlagCoding().getFlagMask(name), origin.getFlagCoding().getFlag(name).getDescription());
            }
            target.getFlagCodingGroup().add(coding);
            band.setSampleCoding(coding);
        } else if (origin.getIndexCoding() != null) {
            IndexCoding coding = new IndexCoding(FieldNames.freeName(origin.getIndexCoding().getName(),
                    Arrays.asList(target.getIndexCodingGroup().getNodeNames())));
            for (String name : origin.getIndexCoding().getIndexNames()) {
                coding.addIndex(name, origin.getIndexCoding().getIndexValue(name), origin.getIndexCoding().getIndex(name).getDescription());
            }
            target.getIndexCodingGroup().add(coding);
            band.setSampleCoding(coding);
        }
    }
}
