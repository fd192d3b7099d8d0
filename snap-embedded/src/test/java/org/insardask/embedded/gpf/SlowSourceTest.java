package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.Tile;
import org.junit.jupiter.api.Test;

/**
 * Threads that wait for slow storage, or whose tiles take longer than others, do not hold up the rest. Waiting takes no processor, so that
 * these figures hold on any machine.
 */
class SlowSourceTest {
    private static final long MILLISECOND = 1_000_000;
    private static final int TILES = 64;

    /** Waits in each tile: one time unit, and in the first tile many. */
    private static final class Waits extends Operator {
        private final long usual;
        private final long first;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final Set<Rectangle> computed = ConcurrentHashMap.newKeySet();
        private final Map<Thread, Integer> byThread = new ConcurrentHashMap<>();

        Waits(long usual, long first) {
            this.usual = usual;
            this.first = first;
        }

        @Override
        public void initialize() {
            Product product = new Product("waits", "T", 8, TILES);
            product.setPreferredTileSize(8, 1);
            product.addBand("b", ProductData.TYPE_INT8);
            setTargetProduct(product);
        }

        @Override
        public void computeTileStack(Map<Band, Tile> tiles, Rectangle rect, ProgressMonitor pm) {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            waitFor(rect.y == 0 ? first : usual);
            computed.add(rect);
            byThread.merge(Thread.currentThread(), 1, Integer::sum);
            running.decrementAndGet();
        }

        private static void waitFor(long time) {
            long end = System.nanoTime() + time;
            for (long left = time; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private static double run(Waits operator) {
        OperatorContext.of(operator).getTargetProduct();
        long start = System.nanoTime();
        new SinkRun(List.of(OperatorContext.of(operator))).run(ProgressMonitor.NULL);
        assertEquals(TILES, operator.computed.size());
        return (System.nanoTime() - start) / (double) MILLISECOND;
    }

    private static Waits waits(int threads, long usual, long first) throws Exception {
        return new TileEngine(threads, 1 << 20, new Cancellation()).call(() -> new Waits(usual, first));
    }

    @Test
    void allThreadsWaitAtOnceForASlowReader() throws Exception {
        double one = run(waits(1, 5 * MILLISECOND, 5 * MILLISECOND));
        Waits together = waits(16, 5 * MILLISECOND, 5 * MILLISECOND);
        double sixteen = run(together);
        assertEquals(16, together.mostAtOnce.get());
        assertTrue(one > 8 * sixteen, one + " ms on one thread, " + sixteen + " ms on sixteen");
    }

    @Test
    void oneSlowTileDoesNotStarveTheOthers() throws Exception {
        Waits uneven = waits(4, 5 * MILLISECOND, 60 * MILLISECOND);
        run(uneven);
        int fewest = uneven.byThread.values().stream().min(Integer::compare).orElseThrow();
        assertEquals(4, uneven.byThread.size());
        assertTrue(fewest < TILES / 8, "the thread with the slow tile took as many as if tiles had been dealt out: " + uneven.byThread);
    }
}
