package org.insardask.embedded.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.util.SystemUtils;

/**
 * The engine's side of an operator: sets its fields, initialises and executes it once, and gives it the samples of its sources.
 * An operator is built by one thread; its tiles may then be computed by many.
 */
public final class OperatorContext {

    private static final VarHandle OF_OPERATOR = findContextField();

    private final Operator operator;
    private final OperatorModel model;
    private final OperatorSources sources;
    private final TileEngine engine = TileEngine.current();
    private final SampleReader samples = new SampleReader(engine);
    private final TileComputer tiles;
    private final Execution execution;
    private final AtomicInteger consumers = new AtomicInteger();
    private String id;
    private OperatorSpi spi;
    private Logger logger;
    private Dimension tileSizeHint;
    private Product targetProduct;
    private boolean initialising;
    private RasterSink sink;

    /** For an operator that is being constructed. */
    public OperatorContext(Operator operator) {
        this.operator = operator;
        model = OperatorModel.of(operator.getClass());
        sources = new OperatorSources(operator, model);
        tiles = new TileComputer(operator, model, engine);
        execution = new Execution(engine);
    }

    private static VarHandle findContextField() {
        try {
            return MethodHandles.privateLookupIn(Operator.class, MethodHandles.lookup())
                    .findVarHandle(Operator.class, "context", OperatorContext.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The context of an operator. */
    public static OperatorContext of(Operator operator) {
        return (OperatorContext) OF_OPERATOR.get(operator);
    }

    /** The context of the operator that made a product, or null where no operator did. */
    public static OperatorContext producerOf(Product product) {
        ProductReader reader = product.getProductReader();
        return reader instanceof OperatorProductReader made ? made.context() : null;
    }

    /** The operator. */
    public Operator getOperator() {
        return operator;
    }

    /** What its annotations say. */
    public OperatorModel getModel() {
        return model;
    }

    /** Its sources. */
    public OperatorSources getSources() {
        return sources;
    }

    /** What it shares with the other operators of the run. */
    public TileEngine getEngine() {
        return engine;
    }

    /** The id of its node in the graph; its alias where nobody set one. */
    public String getId() {
        return id == null ? model.getAlias() : id;
    }

    /** Sets the id. */
    public void setId(String id) {
        this.id = id;
    }

    /** Where it says what it does. */
    public Logger getLogger() {
        return logger == null ? SystemUtils.LOG : logger;
    }

    /** Sets the logger. */
    public void setLogger(Logger logger) {
        this.logger = logger;
    }

    /** What made it; something that makes others like it where nobody said. */
    public OperatorSpi getSpi() {
        if (spi == null) {
            spi = new OperatorSpi(operator.getClass()) {
            };
        }
        return spi;
    }

    /** Sets what made it. */
    public void setSpi(OperatorSpi spi) {
        this.spi = spi;
    }

    /** Heeds the tile size; null hints are allowed. */
    public void setHints(RenderingHints hints) {
        tileSizeHint = hints == null ? null : (Dimension) hints.get(GPF.KEY_TILE_SIZE);
    }

    /** Sets every parameter that has a default value to it. */
    public void setDefaults() {
        model.parameters().values().forEach(parameter -> parameter.setDefault(operator));
    }

    /** The value of a parameter, or null; throws where there is no such parameter. */
    public Object getParameter(String name) {
        return model.parameter(name).get(operator);
    }

    /** Sets a parameter from a value of its type or from text; throws where there is no such parameter or the value is not allowed. */
    public void setParameter(String name, Object value) {
        model.parameter(name).set(operator, value);
    }

    /** Sets parameters by name. */
    public void setParameters(Map<String, ?> parameters) {
        parameters.forEach(this::setParameter);
    }

    /** The parameters that have a value, as text. */
    Map<String, String> formatParameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ParameterModel parameter : model.parameters().values()) {
            String text = parameter.format(operator);
            if (text != null) {
                texts.put(parameter.getPublicName(), text);
            }
        }
        return texts;
    }

    /** The target product; initialises the operator the first time. */
    public synchronized Product getTargetProduct() {
        if (targetProduct == null) {
            initialise();
        }
        return targetProduct;
    }

    /** Sets the target product, from within {@code initialize()} or {@code doExecute()}. */
    public void setTargetProduct(Product product) {
        targetProduct = product;
    }

    private void initialise() {
        if (initialising) {
            throw new OperatorException("Operator '" + getId() + "' asked for its target product while making it.");
        }
        initialising = true;
        try {
            sources.bind();
            registerAsConsumer();
            model.parameters().values().forEach(parameter -> parameter.validate(operator));
            Failures.guard(getId(), operator::initialize);
            takeTargetProduct();
            if (sink == null) {
                ProcessingGraph.record(this, targetProduct);
            }
            targetProduct.setModified(false);
        } catch (RuntimeException e) {
            targetProduct = null;
            throw e;
        } finally {
            initialising = false;
        }
    }

    private void registerAsConsumer() {
        for (Product source : sources.products()) {
            OperatorContext upstream = producerOf(source);
            if (upstream != null) {
                upstream.consumers.incrementAndGet();
            }
        }
    }

    /** The number of operators that have the target product as a source. */
    int consumers() {
        return consumers.get();
    }

    private void takeTargetProduct() {
        for (FieldAccess target : model.targets()) {
            Product product = (Product) target.get(operator);
            if (product != null) {
                targetProduct = product;
            } else {
                target.set(operator, targetProduct);
            }
        }
        if (targetProduct == null) {
            throw new OperatorException("Operator '" + getId() + "' set no target product.");
        }
        boolean passedThrough = List.of(sources.products()).contains(targetProduct);
        if (targetProduct.getProductReader() == null && !passedThrough) {
            targetProduct.setProductReader(new OperatorProductReader(this));
        }
        if (producerOf(targetProduct) == this) {
            targetProduct.setPreferredTileSize(chooseTileSize());
            tiles.setBands(targetProduct.getBands());
        }
    }

    /** The size asked for, else the operator's, else one that suits the sources, else the default. */
    private Dimension chooseTileSize() {
        if (tileSizeHint != null) {
            return tileSizeHint;
        }
        if (targetProduct.getPreferredTileSize() != null) {
            return targetProduct.getPreferredTileSize();
        }
        Dimension size = TileShape.of(sources.products(), targetProduct, engine.threads(), Runtime.getRuntime().maxMemory());
        return size != null ? size
                : TileGrid.defaultTileSize(targetProduct.getSceneRasterWidth(), targetProduct.getSceneRasterHeight());
    }

    /** Makes the target product anew. */
    public synchronized void update() {
        targetProduct = null;
        engine.cache().removeAll(this);
        execution.reset();
        getTargetProduct();
    }

    /** A result other than the target product, or null. */
    public Object getTargetProperty(String name) {
        getTargetProduct();
        FieldAccess field = model.targetProperties().get(name);
        return field == null ? null : field.get(operator);
    }

    /** Runs {@code doExecute} of the operators before this one and of this one, each once. */
    public void execute(ProgressMonitor pm) {
        execution.once(() -> {
            for (Product source : sources.products()) {
                OperatorContext upstream = producerOf(source);
                if (upstream != null && upstream != this) {
                    upstream.execute(pm);
                }
            }
            engine.cancellation().check();
            Failures.guard(getId(), () -> operator.doExecute(pm));
            takeTargetProduct();
        });
    }

    /** The tiles of a band of the target product that the operator computes; null for bands that it does not compute. */
    TileSource computedTiles(Band band) {
        execute(engine.cancellation().monitor());
        return tiles.tilesOf(band);
    }

    /** The samples of a source in a rectangle. */
    public Tile getSourceTile(RasterDataNode node, Rectangle rect) {
        checkForCancellation();
        return samples.read(node, rect);
    }

    SampleReader samples() {
        return samples;
    }

    /** Throws where somebody asked to stop. */
    public void checkForCancellation() {
        engine.cancellation().check();
    }

    /** Whether the operator implements {@code computeTile}. */
    public boolean implementsComputeTile() {
        return model.computesTiles();
    }

    /** Whether the operator implements {@code computeTileStack}. */
    public boolean implementsComputeTileStack() {
        return model.computesStacks();
    }

    /** What takes the operator's tiles where it is the end of a graph; null where they are only computed. */
    public RasterSink getSink() {
        return sink;
    }

    /** Says that the operator is the end of a graph and hands what it gets to a sink. */
    public void setSink(RasterSink sink) {
        this.sink = sink;
    }

    /** Releases the operator's tiles and what it holds itself. */
    public void dispose() {
        engine.cache().removeAll(this);
        operator.dispose();
    }
}
