package com.bc.ceres.core;

/** Reports the progress of a task, and carries the request to cancel it. */
public interface ProgressMonitor {

    /** A monitor that shows nothing. */
    ProgressMonitor NULL = new NullProgressMonitor();

    /** The total amount of work is not known. */
    int UNKNOWN = -1;

    /** Starts a task of {@code totalWork} units. */
    void beginTask(String taskName, int totalWork);

    /** Ends the task. */
    void done();

    /** Adds to the work done, in units of the task. */
    void internalWorked(double work);

    /** Whether somebody asked to stop. */
    boolean isCanceled();

    /** Asks to stop, or takes that back. */
    void setCanceled(boolean canceled);

    /** Names the task. */
    void setTaskName(String taskName);

    /** Names the step of the task. */
    void setSubTaskName(String subTaskName);

    /** Adds whole units to the work done. */
    void worked(int work);
}
