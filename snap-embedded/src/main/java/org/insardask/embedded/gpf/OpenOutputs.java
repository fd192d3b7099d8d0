package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.gpf.OperatorException;

/** The outputs that are being written, so that an interrupted run can delete them. Thread-safe. */
public final class OpenOutputs {

    private final Set<RasterSink> sinks = new LinkedHashSet<>();
    private final Set<String> kept = new LinkedHashSet<>();

    synchronized void add(RasterSink sink) {
        sinks.add(sink);
    }

    synchronized void remove(RasterSink sink) {
        sinks.remove(sink);
    }

    synchronized void addKept(String output) {
        kept.add(output);
    }

    /** The outputs that were given up and left for a later run to go on with. */
    public synchronized List<String> kept() {
        return List.copyOf(kept);
    }

    /**
     * Aborts all that are still open.
     *
     * @throws OperatorException where one cannot be aborted, after all others were
     */
    public void abortAll() {
        List<RasterSink> open;
        synchronized (this) {
            open = new ArrayList<>(sinks);
        }
        OperatorException failure = null;
        for (RasterSink sink : open) {
            try {
                sink.abort();
            } catch (OperatorException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
