package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The outputs that are being written, so that an interrupted run can delete them. Thread-safe. */
public final class OpenOutputs {

    private final Set<RasterSink> sinks = new LinkedHashSet<>();

    synchronized void add(RasterSink sink) {
        sinks.add(sink);
    }

    synchronized void remove(RasterSink sink) {
        sinks.remove(sink);
    }

    /** Aborts all that are still open. */
    public void abortAll() {
        List<RasterSink> open;
        synchronized (this) {
            open = new ArrayList<>(sinks);
        }
        open.forEach(RasterSink::abort);
    }
}
