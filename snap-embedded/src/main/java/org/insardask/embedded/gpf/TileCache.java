package org.insardask.embedded.gpf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.esa.snap.core.gpf.OperatorException;

/**
 * Keeps tiles up to a number of bytes, the least recently used go first. A tile that several threads ask for at once is computed
 * by the first of them, the others wait for it. No lock is held while a tile is computed. Since tiles depend on each other without
 * cycles, and a thread only waits for tiles that those on its stack need, waiting cannot end in a deadlock. Thread-safe.
 */
final class TileCache {

    private static final ThreadLocal<Map<TileKey, TileStack>> PINS = new ThreadLocal<>();

    private final long capacity;
    private final Map<TileKey, TileStack> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<TileKey, Running> running = new HashMap<>();
    /** Tiles in the cache that somebody got besides the one who made it. */
    private final Set<TileKey> shared = new HashSet<>();
    private long bytes;
    private long peakBytes;
    private final LongAdder hits = new LongAdder();
    private long misses;

    /** A tile that is being made. */
    private static final class Running extends CompletableFuture<TileStack> {

        /** Whether somebody waits for it; guarded by the cache. */
        private boolean awaited;
    }

    /** With a capacity in bytes; 0 keeps nothing. */
    TileCache(long capacity) {
        this.capacity = capacity;
    }

    /** The tile, from the cache or computed. */
    TileStack get(TileKey key, Supplier<TileStack> computation) {
        Map<TileKey, TileStack> pinned = PINS.get();
        TileStack held = pinned == null ? null : pinned.get(key);
        if (held != null) {
            hits.increment();
            return held;
        }
        TileStack tile = getOrCompute(key, computation);
        if (pinned != null && tile.size() > 1) {
            pinned.put(key, tile);
        }
        return tile;
    }

    /** The tile where it is in the cache, or null. */
    synchronized TileStack peek(TileKey key) {
        return tiles.get(key);
    }

    private TileStack getOrCompute(TileKey key, Supplier<TileStack> computation) {
        Running future;
        boolean mine;
        synchronized (this) {
            TileStack cached = tiles.get(key);
            if (cached != null) {
                shared.add(key);
                hits.increment();
                return cached;
            }
            future = running.get(key);
            mine = future == null;
            hits.add(mine ? 0 : 1);
            misses += mine ? 1 : 0;
            if (mine) {
                future = new Running();
                running.put(key, future);
            }
            future.awaited |= !mine;
        }
        return mine ? compute(key, computation, future) : await(future);
    }

    private TileStack compute(TileKey key, Supplier<TileStack> computation, Running future) {
        try {
            TileStack tile = computation.get();
            store(key, tile, future);
            future.complete(tile);
            return tile;
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
            throw e;
        } finally {
            synchronized (this) {
                running.remove(key);
            }
        }
    }

    private static TileStack await(CompletableFuture<TileStack> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException failure ? failure : new OperatorException(cause);
        }
    }

    private synchronized void store(TileKey key, TileStack tile, Running future) {
        long size = tile.bytes();
        if (size > capacity) {
            return;
        }
        TileStack before = tiles.put(key, tile);
        bytes += size - (before == null ? 0 : before.bytes());
        if (future.awaited) {
            shared.add(key);
        }
        Iterator<Map.Entry<TileKey, TileStack>> eldest = tiles.entrySet().iterator();
        while (bytes > capacity) {
            Map.Entry<TileKey, TileStack> entry = eldest.next();
            bytes -= entry.getValue().bytes();
            shared.remove(entry.getKey());
            eldest.remove();
        }
        peakBytes = Math.max(peakBytes, bytes);
    }

    /**
     * Forgets a tile.
     *
     * @return the tile where the current task made it, its thread held it until now, and no other thread got it; else null
     */
    TileStack remove(TileKey key) {
        Map<TileKey, TileStack> pinned = PINS.get();
        TileStack held = pinned == null ? null : pinned.remove(key);
        synchronized (this) {
            TileStack removed = tiles.remove(key);
            bytes -= removed == null ? 0 : removed.bytes();
            return shared.remove(key) || removed != held ? null : removed;
        }
    }

    /** Forgets all tiles that something made. */
    synchronized void removeAll(Object owner) {
        tiles.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().owner() == owner;
            bytes -= gone ? entry.getValue().bytes() : 0;
            return gone;
        });
        shared.retainAll(tiles.keySet());
    }

    /**
     * Runs a task; stacks of several bands that this thread gets meanwhile are held until it ends, so that a task which asks for band
     * after band has them computed once, however small the cache is.
     */
    void whilePinning(Runnable task) {
        Map<TileKey, TileStack> outer = PINS.get();
        PINS.set(new HashMap<>());
        try {
            task.run();
        } finally {
            if (outer == null) {
                PINS.remove();
            } else {
                PINS.set(outer);
            }
        }
    }

    /** The bytes held now. */
    synchronized long bytes() {
        return bytes;
    }

    /** How often a tile was there, or was held by the thread that asked, or was being made by another thread. */
    long hits() {
        return hits.sum();
    }

    /** How often a tile was made. */
    synchronized long misses() {
        return misses;
    }

    /** The most bytes that were held at once. */
    synchronized long peakBytes() {
        return peakBytes;
    }
}
