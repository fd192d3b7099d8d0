package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Adds up what the operators of a run do: seconds of threads, bytes and tiles, apart for reading, computing and writing. Time that an
 * operator spends in its sources is theirs, not its own. Thread-safe.
 */
public final class RunStatistics {

    /** The work that the current thread does, in the work that it belongs to. */
    private static final ThreadLocal<Span> CURRENT = new ThreadLocal<>();

    private final Map<Key, Sums> sums = new ConcurrentSkipListMap<>();

    /** What was done. */
    public enum Kind { READ, COMPUTE, WRITE }

    /**
     * What somebody did in a run.
     *
     * @param kind    what
     * @param name    who
     * @param seconds of all threads together
     * @param bytes   of samples
     * @param tiles   how often
     */
    public record Line(Kind kind, String name, double seconds, long bytes, long tiles) {
    }

    private record Key(Kind kind, String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = kind.compareTo(other.kind);
            return order != 0 ? order : name.compareTo(other.name);
        }
    }

    private static final class Sums {

        private final LongAdder nanos = new LongAdder();
        private final LongAdder bytes = new LongAdder();
        private final LongAdder tiles = new LongAdder();
    }

    private static final class Span {

        private long inner;
    }

    /** Does something and adds up what it took. */
    <T> T measure(Kind kind, String name, long bytes, Supplier<T> work) {
        Span outer = CURRENT.get();
        Span span = new Span();
        CURRENT.set(span);
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            long nanos = System.nanoTime() - start;
            add(new Key(kind, name), nanos - span.inner, bytes);
            if (outer == null) {
                CURRENT.remove();
            } else {
                outer.inner += nanos;
                CURRENT.set(outer);
            }
        }
    }

    /** Does something and adds up what it took. */
    void measure(Kind kind, String name, long bytes, Runnable work) {
        measure(kind, name, bytes, () -> {
            work.run();
            return null;
        });
    }

    private void add(Key key, long nanos, long bytes) {
        Sums sum = sums.computeIfAbsent(key, unknown -> new Sums());
        sum.nanos.add(nanos);
        sum.bytes.add(bytes);
        sum.tiles.increment();
    }

    /** What was done so far: first what was read, then computed, then written. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        sums.forEach((key, sum) -> lines.add(new Line(key.kind, key.name, sum.nanos.sum() * 1e-9, sum.bytes.sum(), sum.tiles.sum())));
        return lines;
    }
}
