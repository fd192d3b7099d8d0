package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles are computed once, in parallel or on the calling thread, and the result does not depend on how. */
class TileSchedulerTest {

    private static final int WIDTH = 50;
    private static final int HEIGHT = 40;
    private static final long PLENTY = 1L << 24;

    private final Product ramp = TestProducts.ramp(WIDTH, HEIGHT, 3);

    @BeforeAll
    static void register() {
        TestOperators.register();
    }

    @AfterAll
    static void unregister() {
        TestOperators.unregister();
    }

    private static <T> T run(int threads, long cacheBytes, Callable<T> action) throws Exception {
        return new TileEngine(threads, cacheBytes, new Cancellation()).call(action);
    }

    private static RenderingHints tiles(int width, int height) {
        return new RenderingHints(GPF.KEY_TILE_SIZE, new Dimension(width, height));
    }

    private static Operator operator(String name, Map<String, Product> sources, RenderingHints hints) {
        return GPF.getDefaultInstance().createOperator(name, GPF.NO_PARAMS, sources, hints);
    }

    private TestOperators.Stack stack(RenderingHints hints) {
        return (TestOperators.Stack) operator("TestStack", Map.of("source", ramp), hints);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void computesEachTileStackOnceForAllBands(int threads) throws Exception {
        TestOperators.Stack stack = run(threads, PLENTY, () -> {
            TestOperators.Stack made = stack(tiles(16, 16));
            for (String band : made.getTargetProduct().getBandNames()) {
                TestProducts.read(made.getTargetProduct(), band);
            }
            return made;
        });
        assertEquals(4 * 3, stack.rectangles().size());
        assertEquals(12, new HashSet<>(stack.rectangles()).size());
        assertEquals(Set.of(3), new HashSet<>(stack.stackSizes()));
        assertEquals(1, stack.executions());
    }

    @Test
    void withOneThreadEverythingRunsOnTheCaller() throws Exception {
        TestOperators.Stack stack = run(1, PLENTY, () -> {
            TestOperators.Stack made = stack(tiles(8, 8));
            TestProducts.read(made.getTargetProduct(), "b0");
            return made;
        });
        assertEquals(Set.of(Thread.currentThread()), stack.threads());
    }

    @Test
    void manyThreadsAskingForTheSameTileShareOneComputation() throws Exception {
        TestOperators.Stack stack = run(4, PLENTY, () -> stack(null));
        Product product = stack.getTargetProduct();
        CyclicBarrier start = new CyclicBarrier(8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String band = "b" + i % 3;
                results.add(pool.submit(() -> {
                    start.await();
                    return TestProducts.read(product, band);
                }));
            }
            for (int i = 0; i < 8; i++) {
                assertEquals(2 * (1000 * (i % 3) + 101), results.get(i).get()[WIDTH + 1]);
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(1, stack.rectangles().size());
        assertEquals(1, stack.executions());
    }

    @Test
    void cacheKeepsItsBound() throws Exception {
        long tile = 16 * 16 * 4 * 3;
        TileEngine engine = new TileEngine(2, 3 * tile, new Cancellation());
        engine.call(() -> TestProducts.read(stack(tiles(16, 16)).getTargetProduct(), "b0"));
        assertTrue(engine.peakCacheBytes() <= 3 * tile, () -> engine.peakCacheBytes() + " bytes");
        assertTrue(engine.peakCacheBytes() > 0);
    }

    @Test
    void leastRecentlyUsedTileGoesFirst() {
        TileCache cache = new TileCache(2 * 4);
        TileStack one = oneSample();
        TileKey a = new TileKey("owner", "band", 0);
        TileKey b = new TileKey("owner", "band", 1);
        cache.get(a, () -> one);
        cache.get(b, () -> one);
        cache.get(a, () -> {
            throw new IllegalStateException("a is cached");
        });
        cache.get(new TileKey("owner", "band", 2), () -> one);
        assertEquals(one, cache.peek(a));
        assertEquals(null, cache.peek(b));
        assertEquals(8, cache.bytes());
    }

    private static TileStack oneSample() {
        Product product = TestProducts.ramp(1, 1, 1);
        return new TileStack(new Rectangle(1, 1), Map.of(product.getBandAt(0), product.getBandAt(0).getRasterData()));
    }

    @Test
    void withoutCacheStillComputesAStackOncePerPull() throws Exception {
        List<Rectangle> rectangles = run(2, 0, () -> {
            TestOperators.Stack made = stack(tiles(25, 20));
            Operator sum = operator("TestSum", Map.of("sourceProduct.1", made.getTargetProduct()), null);
            new SinkRun(List.of(OperatorContext.of(sum))).run(com.bc.ceres.core.ProgressMonitor.NULL);
            return made.rectangles();
        });
        assertEquals(4, rectangles.size());
    }

    @ParameterizedTest
    @CsvSource({"1,50,40,0", "1,7,5,16000000", "4,7,5,16000000", "4,7,5,0", "2,16,40,3000", "3,50,1,100000", "4,1,40,100000"})
    void diamondOfNeighbourhoodsGivesTheSameBitsInAnyTiling(int threads, int width, int height, long cache) throws Exception {
        float[] expected = run(1, PLENTY, () -> TestProducts.read(diamond(tiles(WIDTH, HEIGHT)), "b1"));
        float[] actual = run(threads, cache, () -> TestProducts.read(diamond(tiles(width, height)), "b1"));
        assertArrayEquals(expected, actual);
    }

    @Test
    void randomTilingsThreadsAndCachesGiveTheSameBits() throws Exception {
        float[] expected = run(1, PLENTY, () -> TestProducts.read(diamond(tiles(WIDTH, HEIGHT)), "b1"));
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            RenderingHints hints = tiles(1 + random.nextInt(WIDTH), 1 + random.nextInt(HEIGHT));
            float[] actual = run(1 + random.nextInt(6), random.nextInt(30000), () -> TestProducts.read(diamond(hints), "b1"));
            assertArrayEquals(expected, actual);
        }
    }

    private Product diamond(RenderingHints hints) {
        Product top = operator("TestBlur", Map.of("source", ramp), hints).getTargetProduct();
        Product left = operator("TestBlur", Map.of("source", top), hints).getTargetProduct();
        Product right = operator("TestStack", Map.of("source", top), hints).getTargetProduct();
        Map<String, Product> both = new LinkedHashMap<>();
        both.put("base", left);
        both.put("other", right);
        return operator("TestSum", both, hints).getTargetProduct();
    }

    @Test
    void valuesAreThoseOfTheOperators() throws Exception {
        Product scaled = GPF.createProduct("TestScale", Map.of("factor", 3.0), ramp);
        assertEquals(3 * (1000 + 100 * 7 + 5), TestProducts.read(scaled, "b1")[7 * WIDTH + 5]);
    }

    @Test
    void operatorsBeforeAreExecutedFirstAndOnce() throws Exception {
        TestOperators.Stack first = stack(null);
        first.getTargetProduct();
        Operator second = operator("TestSum", Map.of("a", first.getTargetProduct()), null);
        second.execute(com.bc.ceres.core.ProgressMonitor.NULL);
        assertEquals(1, first.executions());
        TestProducts.read(second.getTargetProduct(), "b0");
        assertEquals(1, first.executions());
    }
}
