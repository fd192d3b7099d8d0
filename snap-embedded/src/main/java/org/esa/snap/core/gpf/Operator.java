package org.esa.snap.core.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Map;
import java.util.logging.Logger;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.insardask.embedded.gpf.OperatorContext;

/**
 * The base of all operators. An operator makes a target product out of source products and parameters in {@link #initialize()},
 * and computes its samples tile by tile, from many threads at once, in {@link #computeTile} or {@link #computeTileStack}.
 *
 * <p>Fields annotated as parameter or source are set before {@code initialize()}; after it no field should change.
 */
public abstract class Operator {

    private final OperatorContext context;

    /** For subclasses. */
    @SuppressWarnings("this-escape") // The context only keeps the reference.
    protected Operator() {
        context = new OperatorContext(this);
    }

    /** Sets every parameter that has a default value to it. */
    public void setParameterDefaultValues() {
        context.setDefaults();
    }

    /** Validates sources and parameters and sets the target product; computes no samples. */
    public abstract void initialize() throws OperatorException;

    /** Forgets the target product and makes it anew. */
    public final void update() {
        context.update();
    }

    /** Initialises the operator where needed, then runs {@link #doExecute} of the operators before it and of this one, each once. */
    public final void execute(ProgressMonitor pm) {
        getTargetProduct();
        context.execute(pm);
    }

    /** Runs once, before the first tile is computed: the place for work that is not done tile by tile. */
    public void doExecute(ProgressMonitor pm) throws OperatorException {
        pm.beginTask("", 1);
        pm.worked(1);
        pm.done();
    }

    /** Computes one tile of one band. */
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) throws OperatorException {
        throw new OperatorException(getClass().getSimpleName() + " does not compute single tiles.");
    }

    /** Computes the tiles of all bands in a rectangle. */
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle targetRectangle, ProgressMonitor pm)
            throws OperatorException {
        throw new OperatorException(getClass().getSimpleName() + " does not compute stacks of tiles.");
    }

    /** Releases what the operator holds. */
    public void dispose() {
    }

    /** Whether {@link #computeTile} is implemented. */
    public boolean canComputeTile() {
        return context.implementsComputeTile();
    }

    /** Whether {@link #computeTileStack} is implemented. */
    public boolean canComputeTileStack() {
        return context.implementsComputeTileStack();
    }

    /** The id of the operator's node in the graph, or its alias. */
    public final String getId() {
        return context.getId();
    }

    /** All sources, each once. */
    public final Product[] getSourceProducts() {
        return context.getSources().products();
    }

    /** Replaces all sources; they are named {@code sourceProduct.1}, {@code sourceProduct.2} and so on. */
    public final void setSourceProducts(Product... products) {
        context.getSources().setAll(products);
    }

    /** The source named {@code sourceProduct}, or the first one, or null. */
    public Product getSourceProduct() {
        return context.getSources().main();
    }

    /** Sets the source named {@code sourceProduct}. */
    public void setSourceProduct(Product sourceProduct) {
        setSourceProduct(GPF.SOURCE_PRODUCT_FIELD_NAME, sourceProduct);
    }

    /** The source of that name, or null. */
    public final Product getSourceProduct(String id) {
        return context.getSources().get(id);
    }

    /** Sets a source by name. */
    public final void setSourceProduct(String id, Product product) {
        context.getSources().set(id, product);
    }

    /** The name of a source, or null. */
    public final String getSourceProductId(Product product) {
        return context.getSources().idOf(product);
    }

    /** The target product; initialises the operator the first time. */
    public final Product getTargetProduct() throws OperatorException {
        return context.getTargetProduct();
    }

    /** Sets the target product; for {@link #initialize()}, where no field is annotated as target product. */
    public final void setTargetProduct(Product targetProduct) {
        context.setTargetProduct(targetProduct);
    }

    /** A result of that name, or null. */
    public final Object getTargetProperty(String name) throws OperatorException {
        return context.getTargetProperty(name);
    }

    /** The value of a parameter, or null. */
    public Object getParameter(String name) {
        return context.getParameter(name);
    }

    /** The value of a parameter, or the given one where it is null. */
    public Object getParameter(String name, Object defaultValue) {
        Object value = getParameter(name);
        return value != null ? value : defaultValue;
    }

    /** Sets a parameter from a value of its type or from text. */
    public void setParameter(String name, Object value) {
        context.setParameter(name, value);
    }

    /** The samples of a source in a rectangle; computes what is missing. */
    public final Tile getSourceTile(RasterDataNode rasterDataNode, Rectangle region) throws OperatorException {
        return context.getSourceTile(rasterDataNode, region);
    }

    /** Throws an {@link OperatorCancelException} where somebody asked to stop. */
    protected final void checkForCancellation() throws OperatorException {
        context.checkForCancellation();
    }

    /** Throws where one of the products has no geocoding. */
    protected void ensureSceneGeoCoding(Product... products) throws OperatorException {
        for (Product product : products) {
            if (product.getSceneGeoCoding() == null) {
                throw new OperatorException(String.format("Source product '%s' must be geo-coded.", product.getName()));
            }
        }
    }

    /** The size that all products share; throws where they differ. */
    protected Dimension ensureSingleRasterSize(Product... products) throws OperatorException {
        Dimension size = null;
        for (Product product : products) {
            if (product.isMultiSize()) {
                throw new OperatorException(String.format("Source product '%s' has rasters of different sizes.", product.getName()));
            }
            size = sameSize("source products", size, product.getSceneRasterSize());
        }
        return size;
    }

    /** The size that all rasters share; throws where they differ. */
    protected Dimension ensureSingleRasterSize(RasterDataNode... rasterDataNodes) throws OperatorException {
        Dimension size = null;
        for (RasterDataNode node : rasterDataNodes) {
            size = sameSize("source rasters", size, node.getRasterSize());
        }
        return size;
    }

    private static Dimension sameSize(String what, Dimension size, Dimension next) {
        if (size != null && !size.equals(next)) {
            throw new OperatorException(String.format("All %s must have the same size: one has %d x %d pixels, another %d x %d.",
                    what, size.width, size.height, next.width, next.height));
        }
        return next;
    }

    /** Where the operator says what it does. */
    public final Logger getLogger() {
        return context.getLogger();
    }

    /** Sets the logger. */
    public final void setLogger(Logger logger) {
        context.setLogger(logger);
    }

    /** What made the operator. */
    public final OperatorSpi getSpi() {
        return context.getSpi();
    }

    /** Sets what made the operator. */
    public final void setSpi(OperatorSpi operatorSpi) {
        context.setSpi(operatorSpi);
    }
}
