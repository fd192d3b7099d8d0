package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.points.PointLayout;
import org.insardask.stm.PointsProduct;
import org.insardask.tile.TargetSamples;

/**
 * Takes the pixels of a mask, such as that of PS-Selection, out of a stack: a product of points with all bands of the sources.
 *
 * <p>The mask is read before the first tile, since the size of the product is the number of points.
 */
@OperatorMetadata(
        alias = "Points-Extraction",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Makes a product of points of the pixels of a mask, such as persistent scatterers, with all bands of the sources.")
public class PointsExtractionOp extends Operator {

    private static final String[] GEOMETRY = {"incident_angle", "slant_range_time"};
    /** Bands that SNAP takes for a geocoding when it reads DIMAP; it cannot do so with points, so they are not copied. */
    private static final String IMAGE_LATITUDE = "latitude";
    private static final String IMAGE_LONGITUDE = "longitude";
    private static final long BYTES_OF_A_TILE = 16L << 20;
    private static final double CENTRE = 0.5;

    @SourceProduct(alias = "source", label = "Source", description = "The stack, or another product.")
    private Product sourceProduct;

    @SourceProducts(label = "Further products", description = "Other products of the same pixels, such as that of PS-Selection.")
    private Product[] furtherProducts;

    @Parameter(label = "Mask band", defaultValue = "ps", notNull = true, notEmpty = true,
            description = "Band of one of the sources; its pixels that are not 0 and have data become points.")
    private String maskBand;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of the geocoding.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84), instead of the geocoding.")
    private String latitudeBand;

    private Product[] sources;
    private PointGathering gathering;
    private GeoCoding geoCoding;
    private Band latitudes;
    private Band longitudes;
    private Band lines;
    private Band columns;
    private Band numbers;
    /** Bands of the target to those of the sources. */
    private final Map<Band, Band> origins = new HashMap<>();

    @Override
    public void initialize() {
        sources = FurtherProducts.withFirst(this, sourceProduct, furtherProducts);
        sourceProduct = sources[0];
        requireOneSize();
        requirePlaces();
        Band mask = mask();
        MaskedPixels pixels = MaskedPixels.read(this, mask);
        if (pixels.count() == 0) {
            throw new OperatorException("maskBand: band '" + mask.getName() + "' selects no pixel, expected some that are not 0");
        }
        PointLayout layout = new PointLayout(pixels.count());
        gathering = new PointGathering(pixels, layout, sourceProduct.getSceneRasterWidth());
        setTargetProduct(createTarget(layout, mask));
        getLogger().info("Points-Extraction: " + layout.count() + " points, " + layout.width() + " x " + layout.height());
    }

    private void requireOneSize() {
        for (Product product : sources) {
            if (product.getSceneRasterWidth() != sourceProduct.getSceneRasterWidth()
                    || product.getSceneRasterHeight() != sourceProduct.getSceneRasterHeight()) {
                throw new OperatorException("product '" + product.getName() + "' has " + product.getSceneRasterWidth() + " x "
                        + product.getSceneRasterHeight() + " pixels, but '" + sourceProduct.getName() + "' has "
                        + sourceProduct.getSceneRasterWidth() + " x " + sourceProduct.getSceneRasterHeight());
            }
        }
    }

    /** From parameters, points, a geocoding, or bands called latitude and longitude; else the points have no coordinates. */
    private void requirePlaces() {
        boolean hasLongitude = ParameterTexts.textOrNull(longitudeBand) != null;
        if (hasLongitude != (ParameterTexts.textOrNull(latitudeBand) != null)) {
            throw new OperatorException("longitudeBand and latitudeBand are to be given together; only "
                    + (hasLongitude ? "longitudeBand" : "latitudeBand") + " is");
        }
        geoCoding = hasLongitude || PointsProduct.hasCoordinates(sourceProduct) ? null : sourceProduct.getSceneGeoCoding();
        boolean hasBands = sourceProduct.containsBand(IMAGE_LATITUDE) && sourceProduct.containsBand(IMAGE_LONGITUDE);
        if (!hasLongitude && geoCoding == null && !PointsProduct.hasCoordinates(sourceProduct) && hasBands) {
            latitudeBand = IMAGE_LATITUDE;
            longitudeBand = IMAGE_LONGITUDE;
        }
    }

    private Band mask() {
        for (Product product : sources) {
            if (product.containsBand(maskBand.strip())) {
                return ProductBands.require(product, "maskBand", maskBand.strip());
            }
        }
        return ProductBands.require(sourceProduct, "maskBand", maskBand.strip());
    }

    private Product createTarget(PointLayout layout, Band mask) {
        Product target = PointsProduct.create(sourceProduct.getName() + "_points", layout);
        target.setDescription(sourceProduct.getDescription());
        ProductUtils.copyMetadata(sourceProduct, target);
        target.setStartTime(sourceProduct.getStartTime());
        target.setEndTime(sourceProduct.getEndTime());
        addPlaces(target);
        for (Product product : sources) {
            ProductUtils.copyFlagCodings(product, target);
            ProductUtils.copyIndexCodings(product, target);
            Arrays.stream(product.getBands()).filter(band -> isWanted(band, mask, target))
                    .forEach(band -> origins.put(PointBands.addCopy(target, band), band));
        }
        PointGrids.add(sourceProduct, target, gathering.pixels(), layout, GEOMETRY);
        MetadataElement element = PointsProduct.mark(target, layout);
        element.setAttributeString("source", sourceProduct.getName());
        element.setAttributeString("mask", mask.getName());
        element.setAttributeInt("sourceWidth", sourceProduct.getSceneRasterWidth());
        element.setAttributeInt("sourceHeight", sourceProduct.getSceneRasterHeight());
        long rows = BYTES_OF_A_TILE / (8L * layout.width() * target.getNumBands());
        target.setPreferredTileSize(new Dimension(layout.width(), (int) Math.max(1L, Math.min(rows, layout.height()))));
        return target;
    }

    private void addPlaces(Product target) {
        latitudes = PointsProduct.addDegrees(target, PointsProduct.LATITUDE, "latitude, WGS 84");
        longitudes = PointsProduct.addDegrees(target, PointsProduct.LONGITUDE, "longitude, WGS 84");
        lines = PointsProduct.addNumbers(target, PointsProduct.LINE, "row of the image, from 0");
        columns = PointsProduct.addNumbers(target, PointsProduct.PIXEL, "column of the image, from 0");
        numbers = PointsProduct.addNumbers(target, PointsProduct.ID, "number of the point, from 0");
        String latitudeName = ParameterTexts.textOrNull(latitudeBand);
        boolean ofPoints = latitudeName == null && PointsProduct.hasCoordinates(sourceProduct);
        if (latitudeName != null || ofPoints) {
            origins.put(latitudes, ProductBands.require(sourceProduct, "latitudeBand", ofPoints ? PointsProduct.LATITUDE : latitudeName));
            origins.put(longitudes, ProductBands.require(sourceProduct, "longitudeBand",
                    ofPoints ? PointsProduct.LONGITUDE : longitudeBand.strip()));
        }
        if (sourceProduct.containsBand(PointsProduct.LINE) && sourceProduct.containsBand(PointsProduct.PIXEL)) {
            origins.put(lines, sourceProduct.getBand(PointsProduct.LINE));
            origins.put(columns, sourceProduct.getBand(PointsProduct.PIXEL));
        }
    }

    /** Virtual bands may not be computable everywhere, the mask is 1 at every point, and places have bands of their own. */
    private static boolean isWanted(Band band, Band mask, Product target) {
        Product product = band.getProduct();
        boolean place = band.getName().equals(IMAGE_LATITUDE) || band.getName().equals(IMAGE_LONGITUDE);
        return !(band instanceof VirtualBand) && band != mask && !place && !target.containsBand(band.getName())
                && band.getRasterWidth() == product.getSceneRasterWidth() && band.getRasterHeight() == product.getSceneRasterHeight();
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
        checkForCancellation();
        Rectangle rectangle = targetTile.getRectangle();
        Band origin = origins.get(targetBand);
        MaskedPixels pixels = gathering.pixels();
        if (origin != null) {
            double missing = targetBand.isNoDataValueUsed() ? targetBand.getGeophysicalNoDataValue() : 0.0;
            TargetSamples.write(gathering.gather(this, origin, rectangle, missing), targetTile);
        } else if (targetBand == latitudes || targetBand == longitudes) {
            TargetSamples.write(degrees(rectangle, targetBand == latitudes), targetTile);
        } else {
            int[] values = new int[rectangle.width * rectangle.height];
            Arrays.fill(values, -1);
            gathering.visit(rectangle, (index, point) -> values[index] = targetBand == numbers ? point
                    : targetBand == lines ? pixels.row(point) : pixels.column(point));
            TargetSamples.write(values, targetTile);
        }
    }

    private double[] degrees(Rectangle rectangle, boolean latitude) {
        double[] values = new double[rectangle.width * rectangle.height];
        Arrays.fill(values, Double.NaN);
        if (geoCoding != null && geoCoding.canGetGeoPos()) {
            MaskedPixels pixels = gathering.pixels();
            PixelPos pixel = new PixelPos();
            GeoPos place = new GeoPos();
            gathering.visit(rectangle, (index, point) -> {
                pixel.setLocation(pixels.column(point) + CENTRE, pixels.row(point) + CENTRE);
                geoCoding.getGeoPos(pixel, place);
                values[index] = latitude ? place.lat : place.lon;
            });
        }
        return values;
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PointsExtractionOp.class);
        }
    }
}
