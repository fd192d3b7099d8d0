package org.insardask.benchmarks.engine;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.insardask.embedded.gpf.Cancellation;
import org.insardask.embedded.gpf.OperatorContext;
import org.insardask.embedded.gpf.SinkRun;
import org.insardask.embedded.gpf.TileEngine;

/**
 * What limits many threads, without many cores: the scheduler of the engine with tiles that only wait. A tile waits for the latency of a
 * shared storage (all threads at once), then for the transfer of its bytes (one thread after another), then as long as its computation
 * would take (all at once). Prints the gain for each number of threads beside the one that queueing allows.
 */
public final class SlowStorage {
    private static final double MILLISECOND = 1e6;
    private static final int TILES = 256;
    private static final int MOST_THREADS = 64;

    private SlowStorage() {
    }

    /** Command line: milliseconds of latency, transfer and computation of a tile. */
    public static void main(String[] args) throws Exception {
        double latency = args.length == 3 ? Double.parseDouble(args[0]) : 5;
        double transfer = args.length == 3 ? Double.parseDouble(args[1]) : 0.5;
        double computation = args.length == 3 ? Double.parseDouble(args[2]) : 20;
        print(latency, transfer, computation, System.out);
    }

    private static void print(double latency, double transfer, double computation, PrintStream out) throws Exception {
        out.printf("latency %.1f ms, transfer %.1f ms, computation %.1f ms a tile, %d tiles%n", latency, transfer, computation, TILES);
        out.println("threads   seconds      gain   allowed");
        double one = 0;
        for (int threads = 1; threads <= MOST_THREADS; threads *= 2) {
            double seconds = run(threads, new Waiting(latency, transfer, computation));
            one = threads == 1 ? seconds : one;
            double allowed = Math.min(threads, (latency + transfer + computation) / transfer);
            out.printf("%7d %9.2f %9.1f %9.1f%n", threads, seconds, one / seconds, allowed);
        }
    }

    private static double run(int threads, Waiting waiting) throws Exception {
        OperatorContext context = new TileEngine(threads, 1L << 24, new Cancellation())
                .call(() -> OperatorContext.of(new WaitingOp(waiting)));
        context.getTargetProduct();
        long start = System.nanoTime();
        new SinkRun(List.of(context)).run(ProgressMonitor.NULL);
        return (System.nanoTime() - start) / MILLISECOND / 1000;
    }

    /** The times of a tile, and the storage that transfers for one thread at a time. */
    private static final class Waiting {
        private final double latency;
        private final double transfer;
        private final double computation;
        private final Semaphore storage = new Semaphore(1, true);

        Waiting(double latency, double transfer, double computation) {
            this.latency = latency;
            this.transfer = transfer;
            this.computation = computation;
        }

        void tile() {
            pause(latency);
            storage.acquireUninterruptibly();
            try {
                pause(transfer);
            } finally {
                storage.release();
            }
            pause(computation);
        }

        private static void pause(double milliseconds) {
            long end = System.nanoTime() + (long) (milliseconds * MILLISECOND);
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private static final class WaitingOp extends Operator {
        private final Waiting waiting;

        WaitingOp(Waiting waiting) {
            this.waiting = waiting;
        }

        @Override
        public void initialize() throws OperatorException {
            Product product = new Product("waiting", "T", 8, TILES);
            product.setPreferredTileSize(8, 1);
            product.addBand("b", ProductData.TYPE_INT8);
            setTargetProduct(product);
        }

        @Override
        public void computeTileStack(Map<Band, Tile> tiles, Rectangle rect, ProgressMonitor pm) {
            waiting.tile();
        }
    }
}
