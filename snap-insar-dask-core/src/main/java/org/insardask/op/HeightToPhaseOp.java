package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.insardask.orbit.GeometryGrid;
import org.insardask.stack.ChannelKey;
import org.insardask.stack.OrbitGeometry;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackException;
import org.insardask.stack.StackReader;
import org.insardask.stm.PointsProduct;

/**
 * Computes height-to-phase factors, incidence angles and perpendicular baselines of a stack from the orbits in its metadata.
 */
@OperatorMetadata(
        alias = "Height-To-Phase",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Computes height-to-phase factors, incidence angle and perpendicular baselines of a stack from its orbits.")
public class HeightToPhaseOp extends Operator {

    @SourceProduct(alias = "source", label = "Stack",
            description = "A coregistered stack of images or of interferograms, or the first of several products.")
    private Product sourceProduct;

    @SourceProducts(label = "Further products", description = "The other products, where there is one for each epoch or pair.")
    private Product[] furtherProducts;

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "Height", unit = "m", defaultValue = "0", interval = "[-1000,9000]", description = "Height of the ground above the "
            + "ellipsoid of WGS 84; with a height band, of the pixels where that has no data.")
    private double height;

    @Parameter(label = "Height band", description = "Band of the source with the height of each pixel (m), such as elevation.")
    private String heightBand;

    @Parameter(label = "Outputs", defaultValue = "HEIGHT_TO_PHASE", notEmpty = true,
            valueSet = {"HEIGHT_TO_PHASE", "INCIDENCE", "BASELINE"},
            description = "HEIGHT_TO_PHASE: a band of each epoch (m/m), as Arc-Unwrapping takes them. INCIDENCE: incidence angle (deg). "
                    + "BASELINE: a band of each epoch (m).")
    private String[] outputs;

    @Parameter(label = "Copy source bands", defaultValue = "true", description = "Put the stack itself and the other bands of the mother's "
            + "product into the target as well, so that it is a stack with height-to-phase factors.")
    private boolean copySourceBands;

    @Parameter(label = "Sub-swath and polarisation",
            description = "Which bands to take where the sources hold several, for example VV or IW1_VV.")
    private String channel;

    private GeometryGrid grid;
    private GroundHeights heights;
    private OrbitTarget target;

    @Override
    public void initialize() {
        Product[] sources = FurtherProducts.withFirst(this, sourceProduct, furtherProducts);
        sourceProduct = sources[0];
        Set<OrbitOutput> chosen = ParameterWords.set(OrbitOutput.class, outputs, "outputs");
        heights = GroundHeights.of(sourceProduct, ParameterTexts.textOrNull(heightBand), height);
        try {
            StackDescription stack = readStack(sources);
            requireOneSize(stack);
            requireNoPoints(stack);
            grid = OrbitGeometry.of(stack).grid(heights.levels());
            target = OrbitTarget.create(stack, chosen, copySourceBands, heights.description());
            targetProduct = target.product();
            target.record(grid, height).ifPresent(warning ->
                    getLogger().warning("Height-To-Phase: " + targetProduct.getName() + ": " + warning));
        } catch (StackException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private StackDescription readStack(Product[] sources) {
        StackReader reader = StackReader.of(sources);
        String key = ParameterTexts.textOrNull(channel);
        return (key == null ? reader : reader.channel(ChannelKey.parse(key))).read();
    }

    private void requireOneSize(StackDescription stack) {
        if (sourceProduct.getSceneRasterWidth() != stack.width() || sourceProduct.getSceneRasterHeight() != stack.height()) {
            throw new OperatorException("source '" + sourceProduct.getName() + "' has " + sourceProduct.getSceneRasterWidth() + " x "
                    + sourceProduct.getSceneRasterHeight() + " pixels, but the bands of the stack have " + stack.width() + " x "
                    + stack.height());
        }
    }

    /** The rows and columns of points are no lines and pixels of an image. */
    private static void requireNoPoints(StackDescription stack) {
        stack.products().stream().filter(product -> product.getMetadataRoot().containsElement(PointsProduct.RECORD)).findFirst()
                .ifPresent(product -> {
                    throw new OperatorException("product '" + product.getName() + "' holds points, expected the image that they come from: "
                            + "run Height-To-Phase before Points-Extraction");
                });
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rectangle, ProgressMonitor pm) {
        OrbitTile tile = new OrbitTile(grid, rectangle, heights.read(this, rectangle));
        target.compute(tile, targetTiles, this::checkForCancellation);
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(HeightToPhaseOp.class);
        }
    }
}
