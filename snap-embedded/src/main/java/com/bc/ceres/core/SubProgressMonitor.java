package com.bc.ceres.core;

/**
 * Maps the work of a sub-task onto a fixed number of ticks of its parent. Whatever the sub-task has not reported when it
 * is done is reported then, so the parent always receives its ticks. For one thread, unless made by
 * {@link #createSynchronized}.
 */
public class SubProgressMonitor extends ProgressMonitorWrapper {

    /** Style: names of sub-tasks are not shown. */
    public static final int SUPPRESS_SUBTASK_LABEL = 2;
    /** Style: the name of the task goes before the name of its sub-task. */
    public static final int PREPEND_MAIN_LABEL_TO_SUBTASK = 4;

    private final int ticks;
    private final int style;
    private int depth;
    private double ticksPerUnit;
    private double reported;
    private String taskName = "";

    public SubProgressMonitor(ProgressMonitor monitor, int ticks) {
        this(monitor, ticks, 0);
    }

    public SubProgressMonitor(ProgressMonitor monitor, int ticks, int style) {
        super(monitor);
        this.ticks = ticks;
        this.style = style;
    }

    /** A sub-monitor worth {@code ticks} of the parent; the parent itself where it is {@link ProgressMonitor#NULL}. */
    public static ProgressMonitor create(ProgressMonitor monitor, int ticks) {
        return monitor == ProgressMonitor.NULL ? monitor : new SubProgressMonitor(monitor, ticks);
    }

    /** As {@link #create}, for use by several threads. */
    public static ProgressMonitor createSynchronized(ProgressMonitor monitor, int ticks) {
        return monitor == ProgressMonitor.NULL ? monitor : new Synchronized(monitor, ticks);
    }

    @Override
    public void beginTask(String name, int totalWork) {
        if (++depth == 1) {
            taskName = name == null ? "" : name;
            ticksPerUnit = totalWork <= 0 ? 0.0 : (double) ticks / totalWork;
        }
    }

    @Override
    public void done() {
        if (depth == 0 || --depth > 0) {
            return;
        }
        double rest = ticks - reported;
        if (rest > 0.0) {
            super.internalWorked(rest);
        }
        reported = ticks;
    }

    @Override
    public void internalWorked(double work) {
        if (depth != 1 || reported >= ticks) {
            return;
        }
        double step = Math.min(work * ticksPerUnit, ticks - reported);
        super.internalWorked(step);
        reported += step;
    }

    @Override
    public void setSubTaskName(String subTaskName) {
        if ((style & SUPPRESS_SUBTASK_LABEL) != 0) {
            return;
        }
        boolean prepend = (style & PREPEND_MAIN_LABEL_TO_SUBTASK) != 0 && !taskName.isEmpty();
        super.setSubTaskName(prepend ? taskName + ' ' + subTaskName : subTaskName);
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    private static final class Synchronized extends SubProgressMonitor {

        Synchronized(ProgressMonitor monitor, int ticks) {
            super(monitor, ticks);
        }

        @Override
        public synchronized void beginTask(String name, int totalWork) {
            super.beginTask(name, totalWork);
        }

        @Override
        public synchronized void done() {
            super.done();
        }

        @Override
        public synchronized void internalWorked(double work) {
            super.internalWorked(work);
        }

        @Override
        public synchronized void setSubTaskName(String subTaskName) {
            super.setSubTaskName(subTaskName);
        }

        @Override
        public synchronized void worked(int work) {
            super.worked(work);
        }
    }
}
