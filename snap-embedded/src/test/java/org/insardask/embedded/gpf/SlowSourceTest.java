package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.junit.jupiter.api.Test;

/**
 * Threads that wait for slow storage, or whose tiles take longer than others, do not hold up the rest. Nothing is measured: the tiles wait
 * for each other in ways that only end where the schedule is right.
 */
class SlowSourceTest {
    private static final int TILES = 64;
    private static final int SECONDS = 60;

    /** Does something in each tile. */
    private static final class Waits extends Operator {
        private final Consumer<Rectangle> wait;
        private final Set<Rectangle> computed = ConcurrentHashMap.newKeySet();

        Waits(Consumer<Rectangle> wait) {
            this.wait = wait;
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
            wait.accept(rect);
            computed.add(rect);
        }
    }

    private interface Waiting {
        boolean ends() throws Exception;
    }

    private static void require(Waiting waiting) {
        try {
            assertTrue(waiting.ends(), "waited for " + SECONDS + " s");
        } catch (Exception e) {
            throw new OperatorException("waited for " + SECONDS + " s", e);
        }
    }

    private static void run(int threads, Consumer<Rectangle> wait) throws Exception {
        Waits operator = new TileEngine(threads, 1 << 20, new Cancellation()).call(() -> new Waits(wait));
        OperatorContext.of(operator).getTargetProduct();
        new SinkRun(List.of(OperatorContext.of(operator))).run(ProgressMonitor.NULL);
        assertEquals(TILES, operator.computed.size());
    }

    /** Each tile waits until 15 others wait too: a lock that is held meanwhile would let none of them go on. */
    @Test
    void allThreadsWaitAtOnceForASlowReader() throws Exception {
        CyclicBarrier sixteen = new CyclicBarrier(16);
        run(16, rect -> require(() -> sixteen.await(SECONDS, TimeUnit.SECONDS) >= 0));
        assertEquals(0, sixteen.getNumberWaiting());
    }

    /** The first tile waits until all others are done: with tiles dealt out beforehand, those of its thread would never be. */
    @Test
    void oneSlowTileDoesNotHoldUpTheOthers() throws Exception {
        CountDownLatch others = new CountDownLatch(TILES - 1);
        run(4, rect -> {
            if (rect.y == 0) {
                require(() -> others.await(SECONDS, TimeUnit.SECONDS));
            } else {
                others.countDown();
            }
        });
        assertEquals(0, others.getCount());
    }
}
