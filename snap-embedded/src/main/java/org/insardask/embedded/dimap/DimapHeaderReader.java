package org.insardask.embedded.dimap;

import java.io.IOException;
import java.text.ParseException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.embedded.io.ProductPaths;
import org.insardask.embedded.io.SampleType;

/**
 * Makes a product of a BEAM-DIMAP header: everything but sample data, tie-point grids and geocoding.
 *
 * <p>Used once, by one thread.
 */
final class DimapHeaderReader {
    private static final Logger LOG = Logger.getLogger(DimapHeaderReader.class.getName());
    private static final String DEFAULT_TYPE = "BEAM-DIMAP";

    private final XmlNode root;
    private final ProductReader reader;

    DimapHeaderReader(XmlNode root, ProductReader reader) {
        this.root = root;
        this.reader = reader;
    }

    /**
     * Makes the product.
     *
     * @return a product that belongs to the reader
     * @throws IOException where something is missing or not of its type
     */
    Product read() throws IOException {
        XmlNode size = root.required("Raster_Dimensions");
        XmlNode id = root.child("Dataset_Id");
        XmlNode production = root.child("Production");
        String name = id == null ? null : id.text("DATASET_NAME");
        String type = production == null ? null : production.text("PRODUCT_TYPE");
        String fileName = ProductPaths.stem(root.file(), DimapProductReaderPlugIn.EXTENSION);
        Product product = new Product(name == null ? fileName : name, type == null ? DEFAULT_TYPE : type, size.requiredSize("NCOLS"),
                size.requiredSize("NROWS"), reader);
        addUse(product, id);
        if (production != null) {
            addProduction(product, production);
        }
        DimapSampleCodings.read(root, product);
        XmlNode interpretation = root.child("Image_Interpretation");
        if (interpretation != null) {
            for (XmlNode info : interpretation.children("Spectral_Band_Info")) {
                addBand(product, info);
            }
        }
        XmlNode metadata = root.at("Dataset_Sources", "MDElem");
        if (metadata != null) {
            DimapMetadata.read(metadata, product.getMetadataRoot());
        }
        return product;
    }

    private void addUse(Product product, XmlNode id) {
        XmlNode use = root.child("Dataset_Use");
        String description = use == null ? null : use.text("DATASET_COMMENTS");
        if (description == null && id != null) {
            description = id.text("DATASET_DESCRIPTION");
        }
        if (description != null) {
            product.setDescription(description);
        }
        String grouping = use == null ? null : use.text("DATASET_AUTO_GROUPING");
        if (grouping != null) {
            product.setAutoGrouping(grouping);
        }
    }

    private void addProduction(Product product, XmlNode production) {
        product.setStartTime(time(production, "PRODUCT_SCENE_RASTER_START_TIME", "SENSING_START"));
        product.setEndTime(time(production, "PRODUCT_SCENE_RASTER_STOP_TIME", "SENSING_STOP"));
        String quicklook = production.text("QUICKLOOK_BAND_NAME");
        if (quicklook != null) {
            product.setQuicklookBandName(quicklook);
        }
    }

    private ProductData.UTC time(XmlNode production, String name, String oldName) {
        String text = production.text(name) == null ? production.text(oldName) : production.text(name);
        if (text == null) {
            return null;
        }
        try {
            return ProductData.UTC.parse(text);
        } catch (ParseException e) {
            LOG.log(Level.WARNING, "{0}: <{1}> is left out, ''{2}'' is not a time", new Object[] {root.file(), name, text});
            return null;
        }
    }

    private void addBand(Product product, XmlNode info) throws IOException {
        String name = info.requiredText("BAND_NAME");
        if (info.child("Filter_Band_Info") != null) {
            LOG.log(Level.WARNING, "{0}: band ''{1}'' is left out, filter bands are not supported", new Object[] {root.file(), name});
            return;
        }
        if (product.containsBand(name)) {
            throw new IOException(root.file() + ": band '" + name + "' is there twice");
        }
        int type = SampleType.ofName(info.text("DATA_TYPE"), root.file() + ": band '" + name + "'").productDataType();
        boolean sized = info.child("BAND_RASTER_WIDTH") != null && info.child("BAND_RASTER_HEIGHT") != null;
        int width = sized ? info.requiredSize("BAND_RASTER_WIDTH") : product.getSceneRasterWidth();
        int height = sized ? info.requiredSize("BAND_RASTER_HEIGHT") : product.getSceneRasterHeight();
        Band band = info.isTrue("VIRTUAL_BAND") ? new VirtualBand(name, type, width, height, info.requiredText("EXPRESSION"))
                : new Band(name, type, width, height);
        product.addBand(band);
        setGeneral(band, info);
        setSpectral(band, info);
        setSampleCoding(product, band, info);
    }

    private static void setGeneral(Band band, XmlNode info) throws IOException {
        band.setDescription(info.text("BAND_DESCRIPTION"));
        band.setUnit(info.text("PHYSICAL_UNIT"));
        band.setScalingFactor(info.finiteOr("SCALING_FACTOR", 1));
        band.setScalingOffset(info.finiteOr("SCALING_OFFSET", 0));
        band.setLog10Scaled(info.isTrue("LOG10_SCALED"));
        band.setNoDataValue(info.doubleOr("NO_DATA_VALUE", info.doubleOr("INVALID_VALUE", 0)));
        band.setNoDataValueUsed(info.isTrue(info.child("NO_DATA_VALUE_USED") == null ? "USE_INVALID_VALUE" : "NO_DATA_VALUE_USED"));
        String valid = info.text("VALID_MASK_TERM");
        if (valid != null) {
            band.setValidPixelExpression(valid);
        }
    }

    private static void setSpectral(Band band, XmlNode info) throws IOException {
        band.setSpectralBandIndex(info.intOr("SPECTRAL_BAND_INDEX", -1));
        band.setSpectralWavelength((float) info.doubleOr("BAND_WAVELEN", 0));
        band.setSpectralBandwidth((float) info.doubleOr("BANDWIDTH", 0));
        band.setSolarFlux((float) info.doubleOr("SOLAR_FLUX", 0));
    }

    private void setSampleCoding(Product product, Band band, XmlNode info) throws IOException {
        String flags = info.text("FLAG_CODING_NAME");
        String indices = info.text("INDEX_CODING_NAME");
        if (flags != null) {
            FlagCoding coding = product.getFlagCodingGroup().get(flags);
            band.setSampleCoding(found(coding, flags, band));
        } else if (indices != null) {
            IndexCoding coding = product.getIndexCodingGroup().get(indices);
            band.setSampleCoding(found(coding, indices, band));
        }
    }

    private <T> T found(T coding, String name, Band band) throws IOException {
        if (coding == null) {
            throw new IOException(root.file() + ": band '" + band.getName() + "' has the coding '" + name + "', which is not in this file");
        }
        return coding;
    }
}
