package org.insardask.op;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.ProductUtils;

/** Bands of products of points that hold samples of another product. */
final class PointBands {

    private PointBands() {
    }

    /**
     * Adds a band with the properties of another one, whose codings the target has already. Floating point has NaN for no data where
     * there was no value for it.
     */
    static Band addCopy(Product target, Band source) {
        Band band = target.addBand(source.getName(), source.getDataType());
        ProductUtils.copyRasterDataNodeProperties(source, band);
        if (source.getSampleCoding() != null) {
            String coding = source.getSampleCoding().getName();
            band.setSampleCoding(source.isFlagBand() ? target.getFlagCodingGroup().get(coding) : target.getIndexCodingGroup().get(coding));
        }
        if (!band.isNoDataValueUsed() && band.isFloatingPointType()) {
            band.setNoDataValue(Double.NaN);
            band.setNoDataValueUsed(true);
        }
        return band;
    }
}
