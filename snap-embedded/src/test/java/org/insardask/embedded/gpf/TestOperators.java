package org.insardask.embedded.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.esa.snap.core.gpf.annotations.TargetProduct;

/** Operators that only tests use. */
public final class TestOperators {

    private static final List<OperatorSpi> SPIS = List.of(spi(Scale.class), spi(Sum.class), spi(Blur.class), spi(Stack.class),
            spi(Failing.class), spi(Dump.class));

    private TestOperators() {
    }

    private static OperatorSpi spi(Class<? extends Operator> type) {
        return new OperatorSpi(type) {
        };
    }

    /** Makes the operators known. */
    public static void register() {
        SPIS.forEach(GPF.getDefaultInstance().getOperatorSpiRegistry()::addOperatorSpi);
    }

    /** Makes them unknown again. */
    public static void unregister() {
        SPIS.forEach(GPF.getDefaultInstance().getOperatorSpiRegistry()::removeOperatorSpi);
    }

    private static Product like(Product source, String name) {
        Product product = new Product(name, "TEST", source.getSceneRasterWidth(), source.getSceneRasterHeight());
        for (Band band : source.getBands()) {
            product.addBand(band.getName(), ProductData.TYPE_FLOAT32);
        }
        return product;
    }

    /** Multiplies each sample, band by band. */
    @OperatorMetadata(alias = "TestScale", description = "Multiplies.")
    public static class Scale extends Operator {

        @SourceProduct(alias = "source")
        private Product sourceProduct;

        @Parameter(defaultValue = "2", unit = "1", description = "The factor.", interval = "(0,100]")
        private double factor;

        @Override
        public void initialize() {
            setTargetProduct(like(sourceProduct, "scaled"));
        }

        @Override
        public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
            Tile source = getSourceTile(sourceProduct.getBand(targetBand.getName()), targetTile.getRectangle());
            for (Tile.Pos pos : targetTile) {
                targetTile.setSample(pos.x, pos.y, factor * source.getSampleDouble(pos.x, pos.y));
            }
        }
    }

    /** Adds a base, if there is one, and any number of further products, in stacks of tiles. */
    @OperatorMetadata(alias = "TestSum", description = "Adds.")
    public static class Sum extends Operator {

        @SourceProduct(alias = "base", optional = true)
        private Product baseProduct;

        @SourceProducts
        private Product[] sourceProducts;

        @TargetProduct
        private Product targetProduct;

        @Override
        public void initialize() {
            targetProduct = like(getSourceProducts()[0], "sum");
            targetProduct.setDescription("sum of " + getSourceProducts().length);
        }

        /** Further sources. */
        Product[] others() {
            return sourceProducts.clone();
        }

        /** The base, or null. */
        Product base() {
            return baseProduct;
        }

        @Override
        public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rect, ProgressMonitor pm) {
            for (Map.Entry<Band, Tile> target : targetTiles.entrySet()) {
                float[] sum = target.getValue().getDataBufferFloat();
                for (Product source : getSourceProducts()) {
                    Tile tile = getSourceTile(source.getBand(target.getKey().getName()), rect);
                    float[] samples = tile.getSamplesFloat();
                    for (int i = 0; i < samples.length; i++) {
                        sum[i] += samples[i];
                    }
                }
            }
        }
    }

    /** The mean of the up to nine pixels around each, from larger source rectangles. */
    @OperatorMetadata(alias = "TestBlur", description = "Smooths.")
    public static class Blur extends Operator {

        @SourceProduct(alias = "source")
        private Product sourceProduct;

        @Override
        public void initialize() {
            setTargetProduct(like(sourceProduct, "blurred"));
        }

        @Override
        public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
            Rectangle rect = targetTile.getRectangle();
            rect.grow(1, 1);
            Rectangle around = rect.intersection(new Rectangle(sourceProduct.getSceneRasterSize()));
            Tile source = getSourceTile(sourceProduct.getBand(targetBand.getName()), around);
            for (Tile.Pos pos : targetTile) {
                targetTile.setSample(pos.x, pos.y, mean(source, around, pos));
            }
        }

        private static double mean(Tile source, Rectangle around, Tile.Pos pos) {
            double sum = 0;
            int count = 0;
            for (int y = pos.y - 1; y <= pos.y + 1; y++) {
                for (int x = pos.x - 1; x <= pos.x + 1; x++) {
                    if (around.contains(x, y)) {
                        sum += source.getSampleDouble(x, y);
                        count++;
                    }
                }
            }
            return sum / count;
        }
    }

    /** Doubles all bands in stacks and remembers its calls. */
    @OperatorMetadata(alias = "TestStack", description = "Doubles.")
    public static class Stack extends Operator {

        @SourceProduct(alias = "source")
        private Product sourceProduct;

        private final List<Rectangle> rectangles = new CopyOnWriteArrayList<>();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final AtomicInteger executions = new AtomicInteger();
        private final List<Integer> stackSizes = new CopyOnWriteArrayList<>();

        @Override
        public void initialize() {
            setTargetProduct(like(sourceProduct, "stack"));
        }

        @Override
        public void doExecute(ProgressMonitor pm) {
            executions.incrementAndGet();
        }

        @Override
        public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rect, ProgressMonitor pm) {
            rectangles.add(rect);
            threads.add(Thread.currentThread());
            stackSizes.add(targetTiles.size());
            targetTiles.forEach((band, target) -> {
                Tile source = getSourceTile(sourceProduct.getBand(band.getName()), rect);
                float[] in = source.getSamplesFloat();
                float[] out = target.getDataBufferFloat();
                for (int i = 0; i < in.length; i++) {
                    out[i] = 2 * in[i];
                }
            });
        }

        /** The rectangles of all calls. */
        List<Rectangle> rectangles() {
            return new ArrayList<>(rectangles);
        }

        /** The threads of all calls. */
        Set<Thread> threads() {
            return threads;
        }

        /** How often the operator was executed. */
        int executions() {
            return executions.get();
        }

        /** The number of bands of each call. */
        List<Integer> stackSizes() {
            return stackSizes;
        }
    }

    /** Fails in the tile that holds a row. */
    @OperatorMetadata(alias = "TestFailing", description = "Fails.")
    public static class Failing extends Operator {

        @SourceProduct(alias = "source")
        private Product sourceProduct;

        @Parameter(defaultValue = "0", description = "The row.")
        private int row;

        @Parameter(defaultValue = "OPERATOR", valueSet = {"OPERATOR", "OTHER"})
        private String kind;

        @Override
        public void initialize() {
            setTargetProduct(like(sourceProduct, "failing"));
        }

        @Override
        public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
            if (targetTile.getMinY() <= row && row <= targetTile.getMaxY()) {
                if (kind.equals("OTHER")) {
                    throw new IllegalStateException("the well is dry");
                }
                throw new OperatorException("Row " + row + " cannot be computed.");
            }
        }
    }

    /** Reads its source in {@code doExecute}, and has nothing to be written. */
    @OperatorMetadata(alias = "TestDump", description = "Reads.", autoWriteDisabled = true)
    public static class Dump extends Operator {

        @SourceProduct(alias = "source")
        private Product sourceProduct;

        @Parameter(description = "Where the sum goes.", notNull = true)
        private java.io.File file;

        @Override
        public void initialize() {
            setTargetProduct(new Product("nothing", "NOTHING", 1, 1));
        }

        @Override
        public void doExecute(ProgressMonitor pm) {
            double sum = 0;
            Tile tile = getSourceTile(sourceProduct.getBandAt(0), new Rectangle(sourceProduct.getSceneRasterSize()));
            for (Tile.Pos pos : tile) {
                sum += tile.getSampleDouble(pos.x, pos.y);
            }
            try {
                java.nio.file.Files.writeString(file.toPath(), Double.toString(sum));
            } catch (java.io.IOException e) {
                throw new OperatorException(e);
            }
        }
    }
}
