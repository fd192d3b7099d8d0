package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Adds up what the operators of a run do: seconds of threads, bytes and tiles, apart for reading, computing and writing. Time that an
 * operator spends in its sources is theirs, not its own. Thread-safe.
 */
public final class RunStatistics {

    /** The work that the current thread does, in the work that it belongs to. */
    private static final ThreadLocal<Span> CURRENT = new ThreadLocal<>();

    private final Map<Key, Sums> sums = new ConcurrentSkipListMap<>();
    private final LongSupplier nanoTime;

    /** Nothing done yet. */
    public RunStatistics() {
        this(System::nanoTime);
    }

    RunStatistics(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

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

    private record Key(Kind kind, String name, String place) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = kind.compareTo(other.kind);
            order = order != 0 ? order : name.compareTo(other.name);
            return order != 0 ? order : place.compareTo(other.place);
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

    /** Does something that may be there already, and adds up what it took; where it is not, that is no tile and no bytes. */
    boolean measureFound(Kind kind, String name, String place, long bytes, BooleanSupplier work) {
        AtomicBoolean found = new AtomicBoolean();
        measure(new Key(kind, name, place), () -> found.get() ? bytes : -1, () -> found.set(work.getAsBoolean()));
        return found.get();
    }

    /** Does something and adds up what it took; what has the same name in another place is counted apart. */
    void measure(Kind kind, String name, String place, long bytes, Runnable work) {
        measure(new Key(kind, name, place), () -> bytes, work);
    }

    private void measure(Key key, LongSupplier bytes, Runnable work) {
        Span outer = CURRENT.get();
        Span span = new Span();
        CURRENT.set(span);
        long start = nanoTime.getAsLong();
        try {
            work.run();
        } finally {
            long nanos = nanoTime.getAsLong() - start;
            add(key, nanos - span.inner, bytes.getAsLong());
            if (outer == null) {
                CURRENT.remove();
            } else {
                outer.inner += nanos;
                CURRENT.set(outer);
            }
        }
    }

    private void add(Key key, long nanos, long bytes) {
        Sums sum = sums.computeIfAbsent(key, unknown -> new Sums());
        sum.nanos.add(nanos);
        sum.bytes.add(Math.max(0, bytes));
        sum.tiles.add(bytes < 0 ? 0 : 1);
    }

    /** What was done so far: first what was read, then computed, then written. Equal names get their places behind them. */
    public List<Line> lines() {
        Map<List<Object>, Integer> places = new HashMap<>();
        sums.keySet().forEach(key -> places.merge(List.of(key.kind, key.name), 1, Integer::sum));
        List<Line> lines = new ArrayList<>();
        sums.forEach((key, sum) -> {
            String name = places.get(List.of(key.kind, key.name)) == 1 ? key.name : key.name + " (" + key.place + ")";
            lines.add(new Line(key.kind, name, sum.nanos.sum() * 1e-9, sum.bytes.sum(), sum.tiles.sum()));
        });
        return lines;
    }
}
