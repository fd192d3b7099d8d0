package org.esa.snap.core.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.common.WriteOp;
import org.insardask.embedded.gpf.OperatorContext;
import org.insardask.embedded.gpf.OperatorModel;
import org.insardask.embedded.gpf.SpiRegistry;

/** Makes and runs operators by name. Thread-safe. */
public class GPF {

    /** The name of an operator's single source. */
    public static final String SOURCE_PRODUCT_FIELD_NAME = "sourceProduct";

    /** The name of an operator's target. */
    public static final String TARGET_PRODUCT_FIELD_NAME = "targetProduct";

    /** A hint: the size of tiles, a {@link Dimension}. */
    public static final RenderingHints.Key KEY_TILE_SIZE = new TileSizeKey();

    /** No parameters. */
    public static final Map<String, Object> NO_PARAMS = Map.of();

    /** No sources. */
    public static final Map<String, Product> NO_SOURCES = Map.of();

    private static final GPF DEFAULT = new GPF(SpiRegistry.getDefault());

    private final SpiRegistry registry;

    /** For subclasses. */
    protected GPF() {
        this(new SpiRegistry());
    }

    private GPF(SpiRegistry registry) {
        this.registry = registry;
    }

    /** Runs an operator without sources. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters) throws OperatorException {
        return createProduct(operatorName, parameters, NO_SOURCES);
    }

    /** Runs an operator without sources. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, RenderingHints renderingHints)
            throws OperatorException {
        return createProduct(operatorName, parameters, NO_SOURCES, renderingHints);
    }

    /** Runs an operator on one source. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, Product sourceProduct)
            throws OperatorException {
        return createProduct(operatorName, parameters, sourceProduct, null);
    }

    /** Runs an operator on one source. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, Product sourceProduct,
                                        RenderingHints renderingHints) throws OperatorException {
        return createProduct(operatorName, parameters, new Product[]{sourceProduct}, renderingHints);
    }

    /** Runs an operator on some sources. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, Product... sourceProducts)
            throws OperatorException {
        return createProduct(operatorName, parameters, sourceProducts, null);
    }

    /** Runs an operator on some sources: the first goes to its named source, all to its array of sources. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, Product[] sourceProducts,
                                        RenderingHints renderingHints) throws OperatorException {
        return createProduct(operatorName, parameters, nameSources(operatorName, sourceProducts), renderingHints);
    }

    /** Runs an operator on sources by name. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, Map<String, Product> sourceProducts)
            throws OperatorException {
        return createProduct(operatorName, parameters, sourceProducts, null);
    }

    /** Runs an operator on sources by name. */
    public static Product createProduct(String operatorName, Map<String, Object> parameters, Map<String, Product> sourceProducts,
                                        RenderingHints renderingHints) throws OperatorException {
        return DEFAULT.createProductNS(operatorName, parameters, sourceProducts, renderingHints);
    }

    private static Map<String, Product> nameSources(String operatorName, Product[] products) {
        OperatorModel model = OperatorModel.of(DEFAULT.registry.require(operatorName).getOperatorClass());
        Map<String, Product> byName = new LinkedHashMap<>();
        if (products.length > 0 && (!model.sources().isEmpty() || model.sourceArray() == null)) {
            byName.put(SOURCE_PRODUCT_FIELD_NAME, products[0]);
        }
        if (model.sourceArray() != null || products.length > 1) {
            for (int i = 0; i < products.length; i++) {
                byName.put(SOURCE_PRODUCT_FIELD_NAME + "." + (i + 1), products[i]);
                byName.put(SOURCE_PRODUCT_FIELD_NAME + (i + 1), products[i]);
            }
        }
        return byName;
    }

    /** Runs an operator on sources by name; its tiles are computed when they are read. */
    public Product createProductNS(String operatorName, Map<String, Object> parameters, Map<String, Product> sourceProducts,
                                   RenderingHints renderingHints) {
        Operator operator = createOperator(operatorName, parameters, sourceProducts, renderingHints);
        Product product = operator.getTargetProduct();
        executeOperator(operator);
        return product;
    }

    /** Runs {@link Operator#doExecute} where it has not run yet. */
    public void executeOperator(Operator operator) {
        OperatorContext.of(operator).execute(ProgressMonitor.NULL);
    }

    /** Makes an operator. */
    public Operator createOperator(String operatorName, Map<String, Object> parameters, Map<String, Product> sourceProducts,
                                   RenderingHints renderingHints) {
        return registry.require(operatorName).createOperator(parameters, sourceProducts, renderingHints);
    }

    /** The operators known by name. */
    public OperatorSpiRegistry getOperatorSpiRegistry() {
        return registry;
    }

    /** The instance that everybody uses. */
    public static GPF getDefaultInstance() {
        return DEFAULT;
    }

    /** Writes a product, computing its tiles in parallel; nothing is left behind where that fails. */
    public static void writeProduct(Product product, File file, String formatName, boolean incremental, ProgressMonitor pm) {
        writeProduct(product, file, formatName, false, incremental, pm);
    }

    /** Writes a product, computing its tiles in parallel; nothing is left behind where that fails. */
    public static void writeProduct(Product product, File file, String formatName, boolean clearCacheAfterRowWrite,
                                    boolean incremental, ProgressMonitor pm) {
        WriteOp writeOp = new WriteOp(product, file, formatName);
        writeOp.setDeleteOutputOnFailure(true);
        writeOp.setWriteEntireTileRows(true);
        writeOp.setClearCacheAfterRowWrite(clearCacheAfterRowWrite);
        writeOp.setIncremental(incremental);
        writeOp.writeProduct(pm);
    }

    private static final class TileSizeKey extends RenderingHints.Key {

        TileSizeKey() {
            super(1);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Dimension size && size.width > 0 && size.height > 0;
        }
    }
}
