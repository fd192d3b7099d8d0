package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Seconds, bytes and tiles by operator. */
class RunStatisticsTest {

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void timeInSourcesIsTheirs() {
        RunStatistics statistics = new RunStatistics();
        statistics.measure(RunStatistics.Kind.COMPUTE, "outer", 100, () -> {
            sleep(5);
            statistics.measure(RunStatistics.Kind.READ, "in", 50, () -> sleep(200));
            statistics.measure(RunStatistics.Kind.READ, "in", 50, () -> sleep(5));
        });
        statistics.measure(RunStatistics.Kind.WRITE, "out", 100, () -> sleep(5));
        assertEquals(3, statistics.lines().size());
        RunStatistics.Line read = statistics.lines().get(0);
        RunStatistics.Line compute = statistics.lines().get(1);
        assertEquals("in", read.name());
        assertEquals(2, read.tiles());
        assertEquals(100, read.bytes());
        assertTrue(read.seconds() >= 0.2, read::toString);
        assertEquals("outer", compute.name());
        assertTrue(compute.seconds() >= 0.004 && compute.seconds() < read.seconds(), compute::toString);
        assertEquals(RunStatistics.Kind.WRITE, statistics.lines().get(2).kind());
    }
}
