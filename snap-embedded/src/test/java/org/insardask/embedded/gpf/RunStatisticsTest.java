package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Seconds, bytes and tiles by operator, by a clock that the test moves. */
class RunStatisticsTest {

    private final AtomicLong clock = new AtomicLong();
    private final RunStatistics statistics = new RunStatistics(clock::get);

    private void pass(double seconds) {
        clock.addAndGet(Math.round(seconds * 1e9));
    }

    @Test
    void timeInSourcesIsTheirs() {
        statistics.measure(RunStatistics.Kind.COMPUTE, "outer", "", 100, () -> {
            pass(5);
            statistics.measure(RunStatistics.Kind.READ, "in", "", 50, () -> pass(200));
            statistics.measure(RunStatistics.Kind.READ, "in", "", 50, () -> pass(7));
        });
        statistics.measure(RunStatistics.Kind.WRITE, "out", "", 100, () -> pass(3));
        List<RunStatistics.Line> lines = statistics.lines();
        assertEquals(3, lines.size());
        check(lines.get(0), RunStatistics.Kind.READ, "in", 207, 100, 2);
        check(lines.get(1), RunStatistics.Kind.COMPUTE, "outer", 5, 100, 1);
        check(lines.get(2), RunStatistics.Kind.WRITE, "out", 3, 100, 1);
    }

    @Test
    void equalNamesInTwoPlacesAreApart() {
        statistics.measure(RunStatistics.Kind.READ, "in", "/a/in.dim", 10, () -> pass(1));
        statistics.measure(RunStatistics.Kind.READ, "in", "/b/in.dim", 20, () -> pass(2));
        statistics.measure(RunStatistics.Kind.READ, "other", "/b/other.dim", 5, () -> pass(4));
        List<RunStatistics.Line> lines = statistics.lines();
        check(lines.get(0), RunStatistics.Kind.READ, "in (/a/in.dim)", 1, 10, 1);
        check(lines.get(1), RunStatistics.Kind.READ, "in (/b/in.dim)", 2, 20, 1);
        check(lines.get(2), RunStatistics.Kind.READ, "other", 4, 5, 1);
    }

    @Test
    void whatWasNotThereIsNotCounted() {
        assertFalse(statistics.measureFound(RunStatistics.Kind.READ, "out (resumed)", "", 50, () -> false));
        assertTrue(statistics.measureFound(RunStatistics.Kind.READ, "out (resumed)", "", 50, () -> {
            pass(2);
            return true;
        }));
        check(statistics.lines().get(0), RunStatistics.Kind.READ, "out (resumed)", 2, 50, 1);
    }

    private static void check(RunStatistics.Line line, RunStatistics.Kind kind, String name, double seconds, long bytes, long tiles) {
        assertEquals(new RunStatistics.Line(kind, name, line.seconds(), bytes, tiles), line);
        assertEquals(seconds, line.seconds(), 1e-6);
    }
}
