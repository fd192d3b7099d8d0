package org.insardask.arc;

/** Takes the results of a batch. */
@FunctionalInterface
public interface ArcSink {

    /**
     * Takes one result.
     *
     * @param arc place in the batch, from 0
     * @param result valid during the call only
     */
    void accept(int arc, ArcResult result);
}
