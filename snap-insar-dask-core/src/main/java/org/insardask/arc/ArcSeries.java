package org.insardask.arc;

/** Unwrapped phases of neighbouring arcs of a batch that were solved side by side. For one thread. */
public interface ArcSeries {

    /** Returns the first arc. */
    int first();

    /** Returns the number of arcs. */
    int count();

    /** Returns whether an arc, by its place in the batch, is one of these and was solved: only then are its phases of use. */
    boolean holds(int arc);

    /**
     * Writes the unwrapped phases of an epoch.
     *
     * @param epoch of the model
     * @param radians output, that of the first arc at 0; of any value where the arc was not solved
     */
    void copyUnwrapped(int epoch, double[] radians);
}
