package org.insardask.embedded.gpf;

import java.util.concurrent.Callable;
import org.insardask.embedded.io.OpenFiles;
import org.insardask.embedded.io.RunIdentity;

/**
 * What the operators of a run share: threads, the tile cache, and the request to stop. An operator belongs to the engine that is
 * current on the thread that makes it; outside of a run that is one with a thread per core and the default cache. Thread-safe.
 */
public final class TileEngine {

    private static final ThreadLocal<TileEngine> CURRENT = new ThreadLocal<>();
    private static final long LARGEST_DEFAULT_CACHE = 1L << 30;

    private final WorkerTeam team;
    private final TileCache cache;
    private final Cancellation cancellation;
    private final RunIdentity run;
    private final RunStatistics statistics = new RunStatistics();
    private final OpenOutputs openOutputs = new OpenOutputs();
    private final BlockPool blocks;
    private final OpenFiles openFiles = OpenFiles.forReading();

    /** With a number of threads and a cache size in bytes. */
    public TileEngine(int threads, long cacheBytes, Cancellation cancellation) {
        this(threads, cacheBytes, cancellation, RunIdentity.UNKNOWN);
    }

    /** For a run whose outputs can be resumed. */
    public TileEngine(int threads, long cacheBytes, Cancellation cancellation, RunIdentity run) {
        team = new WorkerTeam(threads);
        cache = new TileCache(cacheBytes);
        blocks = new BlockPool(TileShape.threadBytes(threads, Runtime.getRuntime().maxMemory()));
        this.cancellation = cancellation;
        this.run = run;
    }

    /** A quarter of the heap, at most 1 GiB. */
    public static long defaultCacheBytes() {
        return Math.min(Runtime.getRuntime().maxMemory() / 4, LARGEST_DEFAULT_CACHE);
    }

    /** A thread per core. */
    public static int defaultThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The engine of the run that the current thread is in. */
    public static TileEngine current() {
        TileEngine engine = CURRENT.get();
        return engine != null ? engine : Default.ENGINE;
    }

    /** Runs something with this engine as the current one. */
    public <T> T call(Callable<T> action) throws Exception {
        TileEngine outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return action.call();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    WorkerTeam team() {
        return team;
    }

    TileCache cache() {
        return cache;
    }

    /** The blocks of tiles that were read and are not used any more. */
    BlockPool blocks() {
        return blocks;
    }

    /** The request to stop. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** What the run is, for its outputs. */
    RunIdentity run() {
        return run;
    }

    /** What is being written. */
    public OpenOutputs openOutputs() {
        return openOutputs;
    }

    /** The files of sources, kept open while a {@link SinkRun} lasts. */
    OpenFiles openFiles() {
        return openFiles;
    }

    /** What the operators did so far. */
    public RunStatistics statistics() {
        return statistics;
    }

    /** The number of threads. */
    public int threads() {
        return team.size();
    }

    /** How often a tile was found in the cache or with the thread that asked, or was being made by another thread. */
    public long cacheHits() {
        return cache.hits();
    }

    /** How often a tile was not in the cache and was made. */
    public long cacheMisses() {
        return cache.misses();
    }

    /** The most bytes that the tile cache held at once. */
    public long peakCacheBytes() {
        return cache.peakBytes();
    }

    private static final class Default {

        static final TileEngine ENGINE = new TileEngine(defaultThreads(), defaultCacheBytes(), new Cancellation());
    }
}
