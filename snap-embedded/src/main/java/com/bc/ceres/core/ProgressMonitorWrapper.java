package com.bc.ceres.core;

import java.util.Objects;

/** Hands every call on to another monitor. */
public abstract class ProgressMonitorWrapper implements ProgressMonitor {

    private final ProgressMonitor wrapped;

    protected ProgressMonitorWrapper(ProgressMonitor monitor) {
        wrapped = Objects.requireNonNull(monitor, "monitor");
    }

    /** The monitor behind this one. */
    public ProgressMonitor getWrappedProgressMonitor() {
        return wrapped;
    }

    @Override
    public void beginTask(String taskName, int totalWork) {
        wrapped.beginTask(taskName, totalWork);
    }

    @Override
    public void done() {
        wrapped.done();
    }

    @Override
    public void internalWorked(double work) {
        wrapped.internalWorked(work);
    }

    @Override
    public boolean isCanceled() {
        return wrapped.isCanceled();
    }

    @Override
    public void setCanceled(boolean canceled) {
        wrapped.setCanceled(canceled);
    }

    @Override
    public void setTaskName(String taskName) {
        wrapped.setTaskName(taskName);
    }

    @Override
    public void setSubTaskName(String subTaskName) {
        wrapped.setSubTaskName(subTaskName);
    }

    @Override
    public void worked(int work) {
        wrapped.worked(work);
    }
}
