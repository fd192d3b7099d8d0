package org.insardask.arc;

/** Takes the results of a batch. For one thread. */
@FunctionalInterface
public interface ArcSink {

    /**
     * Takes one result.
     *
     * @param arc place in the batch, from 0
     * @param result valid during the call only
     */
    void accept(int arc, ArcResult result);

    /**
     * Takes the unwrapped phases of neighbouring arcs at once, before their results come one by one. They are in those results too, so that
     * a sink that does not need them faster need not do anything.
     *
     * @param series valid until the next call
     */
    default void acceptSeries(ArcSeries series) {
    }
}
