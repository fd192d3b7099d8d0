package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.junit.jupiter.api.Test;

/** Arrays of results are filled again once their operator has closed them and they are written, and not where anybody else has them. */
class TileReuseTest {

    private static final int SIZE = 40;
    private static final int ROWS = 4;

    /** Two bands in tiles of some rows; the samples of even columns are 1000 y + x, the others are not touched. */
    private static final class Rows extends Operator {

        private final Set<Object> arrays = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        private final boolean closes;

        Rows(boolean closes) {
            this.closes = closes;
        }

        @Override
        public void initialize() {
            Product product = new Product("rows", "ROWS", SIZE, SIZE);
            product.setPreferredTileSize(new Dimension(SIZE, ROWS));
            product.addBand("a", ProductData.TYPE_FLOAT32);
            product.addBand("b", ProductData.TYPE_FLOAT32);
            setTargetProduct(product);
        }

        @Override
        public void computeTileStack(Map<Band, Tile> targets, Rectangle rect, ProgressMonitor pm) throws OperatorException {
            targets.forEach((band, tile) -> {
                float[] samples = tile.getDataBufferFloat();
                arrays.add(samples);
                for (int k = 0; k < samples.length; k += 2) {
                    samples[k] = 1000 * (rect.y + k / SIZE) + k % SIZE;
                }
                if (closes && tile instanceof AutoCloseable closeable) {
                    close(closeable);
                }
            });
        }

        private static void close(AutoCloseable tile) {
            try {
                tile.close();
            } catch (Exception e) {
                throw new OperatorException(e);
            }
        }
    }

    /** Takes the samples of all tiles, and lets something happen meanwhile. */
    private static final class Taker implements RasterSink {

        private final Product product;
        private final Consumer<Rectangle> meanwhile;
        private final Map<String, float[]> samples = new ConcurrentHashMap<>();

        Taker(Product product, Consumer<Rectangle> meanwhile) {
            this.product = product;
            this.meanwhile = meanwhile;
        }

        @Override
        public List<Band> bands() {
            return List.of(product.getBands());
        }

        @Override
        public void accept(Band band, Rectangle rect, ProductData raw) {
            meanwhile.accept(rect);
            samples.put(band.getName() + rect.y, ((float[]) raw.getElems()).clone());
        }

        @Override
        public void complete() {
            for (Band band : product.getBands()) {
                for (int y = 0; y < SIZE; y += ROWS) {
                    check(samples.get(band.getName() + y), y);
                }
            }
        }

        @Override
        public void abort() {
            samples.clear();
        }
    }

    private static void check(float[] samples, int firstRow) {
        for (int k = 0; k < samples.length; k++) {
            assertEquals(k % 2 == 0 ? 1000 * (firstRow + k / SIZE) + k % SIZE : 0, samples[k], "row " + firstRow + ", sample " + k);
        }
    }

    private static int arraysUsed(boolean closes, int threads, Consumer<Rectangle> meanwhile, Consumer<OperatorContext> before)
            throws Exception {
        return new TileEngine(threads, 1 << 20, new Cancellation()).call(() -> {
            Rows rows = new Rows(closes);
            OperatorContext context = OperatorContext.of(rows);
            context.setSink(new Taker(rows.getTargetProduct(), meanwhile));
            before.accept(context);
            new SinkRun(List.of(context)).run(ProgressMonitor.NULL);
            return rows.arrays.size();
        });
    }

    @Test
    void arraysThatTheOperatorHasClosedAreFilledAgainAndCleared() throws Exception {
        assertEquals(2, arraysUsed(true, 1, rect -> { }, context -> { }));
        assertTrue(arraysUsed(true, 3, rect -> { }, context -> { }) <= 6, "at most two arrays a thread");
    }

    @Test
    void anOperatorThatSaysNothingKeepsItsArrays() throws Exception {
        assertEquals(2 * SIZE / ROWS, arraysUsed(false, 1, rect -> { }, context -> { }));
    }

    @Test
    void tilesThatAnotherThreadGotMeanwhileStayAsTheyAre() throws Exception {
        Map<Integer, EngineTile> got = new ConcurrentHashMap<>();
        OperatorContext[] of = new OperatorContext[1];
        int arrays = arraysUsed(true, 1, rect -> got.computeIfAbsent(rect.y, y -> CompletableFuture.supplyAsync(
                () -> of[0].samples().read(of[0].getTargetProduct().getBand("b"), rect)).join()), context -> of[0] = context);
        assertEquals(2 * SIZE / ROWS, arrays);
        assertEquals(SIZE / ROWS, got.size());
        got.forEach((y, tile) -> check(tile.getDataBufferFloat(), y));
    }

    @Test
    void tilesThatSomebodyHadBeforeStayAsTheyAre() throws Exception {
        EngineTile[] first = new EngineTile[1];
        int arrays = arraysUsed(true, 1, rect -> { }, context -> first[0] =
                context.samples().read(context.getTargetProduct().getBand("a"), new Rectangle(0, 0, SIZE, ROWS)));
        assertEquals(4, arrays, "two that somebody has, and two that are filled again and again");
        check(first[0].getDataBufferFloat(), 0);
    }

    @Test
    void aTileThatIsMadeAgainMeanwhileIsNotGivenAway() {
        TileCache cache = new TileCache(100);
        TileKey key = new TileKey("owner", "part", 0);
        cache.whilePinning(() -> {
            TileStack mine = cache.get(key, TileReuseTest::twoBands);
            CompletableFuture.runAsync(() -> {
                cache.remove(key);
                cache.get(key, TileReuseTest::twoBands);
            }).join();
            assertNull(cache.remove(key), "another one than that of this thread");
            TileStack again = cache.get(key, () -> mine);
            assertSame(again, cache.remove(key));
            assertNull(cache.peek(key));
            assertEquals(0, cache.bytes());
        });
    }

    private static TileStack twoBands() {
        Product product = TestProducts.ramp(1, 1, 2);
        return new TileStack(new Rectangle(1, 1), Map.of(product.getBandAt(0), product.getBandAt(0).getRasterData(),
                product.getBandAt(1), product.getBandAt(1).getRasterData()));
    }
}
