package org.insardask.embedded.gpf;

import com.bc.ceres.core.NullProgressMonitor;
import com.bc.ceres.core.ProgressMonitor;
import org.esa.snap.core.gpf.OperatorCancelException;

/** The request to stop a run. Thread-safe. */
public final class Cancellation {

    private volatile boolean requested;

    /** Asks everybody to stop. */
    public void request() {
        requested = true;
    }

    /** Whether somebody asked to stop. */
    public boolean isRequested() {
        return requested;
    }

    /** Throws where somebody asked to stop. */
    public void check() {
        if (requested) {
            throw new OperatorCancelException("Cancelled.");
        }
    }

    /** A monitor that shows nothing and carries the request to stop. */
    ProgressMonitor monitor() {
        return new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return requested;
            }
        };
    }
}
