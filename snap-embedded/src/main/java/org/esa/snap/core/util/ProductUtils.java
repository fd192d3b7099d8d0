package org.esa.snap.core.util;

import java.awt.Dimension;
import java.util.Objects;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductNode;
import org.esa.snap.core.datamodel.ProductNodeGroup;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.embedded.access.EngineAccess;

/** Copies parts of a product to another one. */
public class ProductUtils {

    private ProductUtils() {
    }

    public static void copyFlagCodings(Product source, Product target) {
        for (ProductNode coding : source.getFlagCodingGroup().toArray()) {
            copyFlagCoding((FlagCoding) coding, target);
        }
    }

    /** The target's coding of the same name, copied where it has none. */
    public static FlagCoding copyFlagCoding(FlagCoding sourceFlagCoding, Product target) {
        FlagCoding existing = target.getFlagCodingGroup().get(sourceFlagCoding.getName());
        if (existing != null) {
            return existing;
        }
        FlagCoding coding = new FlagCoding(sourceFlagCoding.getName());
        coding.setDescription(sourceFlagCoding.getDescription());
        target.getFlagCodingGroup().add(coding);
        copyMetadata(sourceFlagCoding, coding);
        return coding;
    }

    public static void copyIndexCodings(Product source, Product target) {
        for (ProductNode coding : source.getIndexCodingGroup().toArray()) {
            copyIndexCoding((IndexCoding) coding, target);
        }
    }

    /** The target's coding of the same name, copied where it has none. */
    public static IndexCoding copyIndexCoding(IndexCoding sourceIndexCoding, Product target) {
        IndexCoding existing = target.getIndexCodingGroup().get(sourceIndexCoding.getName());
        if (existing != null) {
            return existing;
        }
        IndexCoding coding = new IndexCoding(sourceIndexCoding.getName());
        coding.setDescription(sourceIndexCoding.getDescription());
        target.getIndexCodingGroup().add(coding);
        copyMetadata(sourceIndexCoding, coding);
        return coding;
    }

    /** Copies the name where the target has that band and no name yet. */
    public static void copyQuicklookBandName(Product source, Product target) {
        String name = source.getQuicklookBandName();
        if (name != null && target.getQuicklookBandName() == null && target.containsBand(name)) {
            target.setQuicklookBandName(name);
        }
    }

    /** Copies the bands that have a flag coding and are not in the target yet. */
    public static void copyFlagBands(Product sourceProduct, Product targetProduct, boolean copySourceImage) {
        for (Band band : sourceProduct.getBands()) {
            if (band.isFlagBand() && !targetProduct.containsBand(band.getName())) {
                copyBand(band.getName(), sourceProduct, targetProduct, copySourceImage);
            }
        }
    }

    /** Copies a grid; null where there is none of this name. */
    public static TiePointGrid copyTiePointGrid(String gridName, Product sourceProduct, Product targetProduct) {
        TiePointGrid source = gridName == null || gridName.isEmpty() ? null : sourceProduct.getTiePointGrid(gridName);
        if (source == null) {
            return null;
        }
        TiePointGrid grid = source.cloneTiePointGrid();
        targetProduct.addTiePointGrid(grid);
        return grid;
    }

    /** Copies the grids whose names are free in the target. */
    public static void copyTiePointGrids(Product sourceProduct, Product targetProduct) {
        for (TiePointGrid grid : sourceProduct.getTiePointGrids()) {
            if (!targetProduct.containsRasterDataNode(grid.getName())) {
                targetProduct.addTiePointGrid(grid.cloneTiePointGrid());
            }
        }
    }

    /** Copies a virtual band with its expression, unit, description and no-data value. */
    public static VirtualBand copyVirtualBand(Product target, VirtualBand srcBand, String name) {
        return copyVirtualBand(target, srcBand, name, false);
    }

    /** @param adaptToSceneRasterSize whether the copy has the size of the target's scene, not that of its source */
    public static VirtualBand copyVirtualBand(Product target, VirtualBand srcBand, String name, boolean adaptToSceneRasterSize) {
        Dimension size = adaptToSceneRasterSize ? target.getSceneRasterSize() : srcBand.getRasterSize();
        VirtualBand band = new VirtualBand(name, srcBand.getDataType(), size.width, size.height, srcBand.getExpression());
        band.setUnit(srcBand.getUnit());
        band.setDescription(srcBand.getDescription());
        band.setNoDataValue(srcBand.getNoDataValue());
        band.setNoDataValueUsed(srcBand.isNoDataValueUsed());
        target.addBand(band);
        return band;
    }

    public static Band copyBand(String sourceBandName, Product sourceProduct, Product targetProduct, boolean copySourceImage) {
        return copyBand(sourceBandName, sourceProduct, sourceBandName, targetProduct, copySourceImage);
    }

    /**
     * Copies a band with its properties.
     *
     * @param copySourceImage whether the copy's samples are those of its source
     * @return the copy, or null where there is no band of this name
     */
    public static Band copyBand(String sourceBandName, Product sourceProduct, String targetBandName, Product targetProduct,
                                boolean copySourceImage) {
        Band source = sourceBandName == null || sourceBandName.isEmpty() ? null : sourceProduct.getBand(sourceBandName);
        if (source == null) {
            return null;
        }
        Band band = new Band(targetBandName, source.getDataType(), source.getRasterWidth(), source.getRasterHeight());
        targetProduct.addBand(band);
        copyRasterDataNodeProperties(source, band);
        if (copySourceImage) {
            EngineAccess.raster().setSampleSource(band, source);
        }
        return band;
    }

    /** Copies description, unit, scaling, no-data value, valid-pixel expression; of bands also spectrum and coding. */
    public static void copyRasterDataNodeProperties(RasterDataNode sourceRaster, RasterDataNode targetRaster) {
        targetRaster.setDescription(sourceRaster.getDescription());
        targetRaster.setUnit(sourceRaster.getUnit());
        targetRaster.setScalingFactor(sourceRaster.getScalingFactor());
        targetRaster.setScalingOffset(sourceRaster.getScalingOffset());
        targetRaster.setLog10Scaled(sourceRaster.isLog10Scaled());
        targetRaster.setNoDataValueUsed(sourceRaster.isNoDataValueUsed());
        targetRaster.setNoDataValue(sourceRaster.getNoDataValue());
        targetRaster.setValidPixelExpression(sourceRaster.getValidPixelExpression());
        if (sourceRaster instanceof Band sourceBand && targetRaster instanceof Band targetBand) {
            copySpectralBandProperties(sourceBand, targetBand);
            copySampleCoding(sourceBand, targetBand);
        }
    }

    private static void copySampleCoding(Band source, Band target) {
        Product product = target.getProduct();
        if (product == null) {
            return;
        }
        if (source.isFlagBand()) {
            target.setSampleCoding(copyFlagCoding(source.getFlagCoding(), product));
        } else if (source.isIndexBand()) {
            target.setSampleCoding(copyIndexCoding(source.getIndexCoding(), product));
        }
    }

    public static void copySpectralBandProperties(Band sourceBand, Band targetBand) {
        targetBand.setSpectralBandIndex(sourceBand.getSpectralBandIndex());
        targetBand.setSpectralWavelength(sourceBand.getSpectralWavelength());
        targetBand.setSpectralBandwidth(sourceBand.getSpectralBandwidth());
        targetBand.setSolarFlux(sourceBand.getSolarFlux());
    }

    /** Copies all but the bands; of these, the flag bands. */
    public static void copyProductNodes(Product sourceProduct, Product targetProduct) {
        copyMetadata(sourceProduct, targetProduct);
        copyTiePointGrids(sourceProduct, targetProduct);
        copyFlagCodings(sourceProduct, targetProduct);
        copyFlagBands(sourceProduct, targetProduct, true);
        copyGeoCoding(sourceProduct, targetProduct);
        copyIndexCodings(sourceProduct, targetProduct);
        copyQuicklookBandName(sourceProduct, targetProduct);
        copyTimeInformation(sourceProduct, targetProduct);
        targetProduct.setDescription(sourceProduct.getDescription());
        targetProduct.setAutoGrouping(sourceProduct.getAutoGrouping());
    }

    /** Copies the geo-coding of the scene, with the tie-point grids it needs. */
    public static void copyGeoCoding(Product sourceProduct, Product targetProduct) {
        sourceProduct.transferGeoCodingTo(targetProduct, null);
    }

    public static void copyMetadata(Product source, Product target) {
        copyMetadata(source.getMetadataRoot(), target.getMetadataRoot());
    }

    /** Adds copies of the elements and attributes of one element to another. */
    public static void copyMetadata(MetadataElement source, MetadataElement target) {
        Objects.requireNonNull(source, "source");
        for (MetadataElement element : source.getElements()) {
            target.addElement(element.createDeepClone());
        }
        for (MetadataAttribute attribute : source.getAttributes()) {
            target.addAttribute(attribute.createDeepClone());
        }
    }

    /** Copies start and end time. */
    public static void copyTimeInformation(Product source, Product target) {
        target.setStartTime(source.getStartTime());
        target.setEndTime(source.getEndTime());
    }

    /** Copies the preferred tile size, no larger than the target. */
    public static void copyPreferredTileSize(Product sourceProduct, Product targetProduct) {
        Dimension size = sourceProduct.getPreferredTileSize();
        if (size != null) {
            targetProduct.setPreferredTileSize(Math.min(size.width, targetProduct.getSceneRasterWidth()),
                    Math.min(size.height, targetProduct.getSceneRasterHeight()));
        }
    }

    /** Adds an element to the product's history; an earlier one of the same name moves into it. Null is ignored. */
    public static void addElementToHistory(Product product, MetadataElement elem) {
        if (elem == null) {
            return;
        }
        MetadataElement root = product.getMetadataRoot();
        if (!root.containsElement(Product.HISTORY_ROOT_NAME)) {
            root.addElement(new MetadataElement(Product.HISTORY_ROOT_NAME));
        }
        MetadataElement history = root.getElement(Product.HISTORY_ROOT_NAME);
        MetadataElement previous = history.getElement(elem.getName());
        if (previous != null) {
            history.removeElement(previous);
            elem.addElement(previous);
        }
        history.addElement(elem);
    }

    /** The name, with a number behind it where it is taken. */
    public static String getAvailableNodeName(String name, ProductNodeGroup<? extends ProductNode> nodeGroup) {
        String available = name;
        for (int i = 1; nodeGroup.contains(available); i++) {
            available = name + "_" + i;
        }
        return available;
    }

    /** The place of the product's centre, or null where it has no geo-coding. */
    public static GeoPos getCenterGeoPos(Product product) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        PixelPos centre = new PixelPos(0.5 * product.getSceneRasterWidth() + 0.5, 0.5 * product.getSceneRasterHeight() + 0.5);
        return geoCoding == null ? null : geoCoding.getGeoPos(centre, null);
    }

    /** Whether all rasters have the same size. */
    public static boolean areRastersEqualInSize(RasterDataNode... rasters) {
        for (RasterDataNode raster : rasters) {
            if (!raster.getRasterSize().equals(rasters[0].getRasterSize())) {
                return false;
            }
        }
        return true;
    }
}
