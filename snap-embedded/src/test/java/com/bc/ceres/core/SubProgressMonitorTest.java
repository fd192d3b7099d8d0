package com.bc.ceres.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The parent always receives its ticks. */
class SubProgressMonitorTest {

    private final Counter parent = new Counter();

    @Test
    void workIsScaledToTheTicksOfTheParent() {
        ProgressMonitor monitor = SubProgressMonitor.create(parent, 10);
        monitor.beginTask("half", 4);
        monitor.worked(2);
        assertEquals(5.0, parent.work, 1e-12);
        monitor.internalWorked(1.0);
        assertEquals(7.5, parent.work, 1e-12);
        monitor.done();
        assertEquals(10.0, parent.work, 1e-12);
    }

    @Test
    void tooMuchWorkIsNotPassedOn() {
        ProgressMonitor monitor = SubProgressMonitor.createSynchronized(parent, 3);
        monitor.beginTask("task", 1);
        monitor.worked(1);
        monitor.worked(1);
        monitor.done();
        assertEquals(3.0, parent.work, 1e-12);
    }

    @Test
    void cancellingReachesBothWays() {
        ProgressMonitor monitor = SubProgressMonitor.create(parent, 3);
        monitor.setCanceled(true);
        assertTrue(parent.isCanceled());
        assertTrue(monitor.isCanceled());
    }

    @Test
    void nothingIsWrappedWhereNobodyLooks() {
        assertSame(ProgressMonitor.NULL, SubProgressMonitor.create(ProgressMonitor.NULL, 5));
    }

    private static final class Counter extends NullProgressMonitor {

        private double work;

        @Override
        public void internalWorked(double amount) {
            work += amount;
        }
    }
}
