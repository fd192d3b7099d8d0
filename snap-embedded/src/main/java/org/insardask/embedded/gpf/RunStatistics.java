package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Adds up what the operators of a run do: seconds of threads, bytes and tiles, apart for reading, computing and writing. Time that an
 * operator spends in its sources is theirs, not its own. Thread-safe.
 */
public final class RunStatistics {

    /** What the work of the current thread has spent in other work that it belongs to. */
    private static final ThreadLocal<Inner> INNER = ThreadLocal.withInitial(Inner::new);

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

    /** What somebody did so far. Thread-safe. */
    static final class Sums {

        private final AtomicLong nanos = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong tiles = new AtomicLong();

        private Sums() {
        }

        private void add(long newNanos, long newBytes) {
            nanos.addAndGet(newNanos);
            bytes.addAndGet(Math.max(0, newBytes));
            tiles.addAndGet(newBytes < 0 ? 0 : 1);
        }
    }

    private static final class Inner {

        private long nanos;
    }

    /** The sums of somebody, for those who do the same again and again. */
    Sums of(Kind kind, String name, String place) {
        return sums.computeIfAbsent(new Key(kind, name, place), unknown -> new Sums());
    }

    /** Does something that may be there already, and adds up what it took; where it is not, that is no tile and no bytes. */
    boolean measureFound(Kind kind, String name, String place, long bytes, BooleanSupplier work) {
        Inner inner = INNER.get();
        long before = begin(inner);
        long start = nanoTime.getAsLong();
        boolean found = false;
        try {
            found = work.getAsBoolean();
            return found;
        } finally {
            end(inner, before, start, of(kind, name, place), found ? bytes : -1);
        }
    }

    /** Does something and adds up what it took; what has the same name in another place is counted apart. */
    void measure(Kind kind, String name, String place, long bytes, Runnable work) {
        measure(of(kind, name, place), bytes, work);
    }

    /** Does something and adds up what it took. */
    void measure(Sums sum, long bytes, Runnable work) {
        Inner inner = INNER.get();
        long before = begin(inner);
        long start = nanoTime.getAsLong();
        try {
            work.run();
        } finally {
            end(inner, before, start, sum, bytes);
        }
    }

    private static long begin(Inner inner) {
        long before = inner.nanos;
        inner.nanos = 0;
        return before;
    }

    private void end(Inner inner, long before, long start, Sums sum, long bytes) {
        long nanos = nanoTime.getAsLong() - start;
        sum.add(nanos - inner.nanos, bytes);
        inner.nanos = before + nanos;
    }

    /** What was done so far: first what was read, then computed, then written. Equal names get their places behind them. */
    public List<Line> lines() {
        Map<List<Object>, Integer> places = new HashMap<>();
        sums.keySet().forEach(key -> places.merge(List.of(key.kind, key.name), 1, Integer::sum));
        List<Line> lines = new ArrayList<>();
        sums.forEach((key, sum) -> {
            String name = places.get(List.of(key.kind, key.name)) == 1 ? key.name : key.name + " (" + key.place + ")";
            lines.add(new Line(key.kind, name, sum.nanos.get() * 1e-9, sum.bytes.get(), sum.tiles.get()));
        });
        return lines;
    }
}
