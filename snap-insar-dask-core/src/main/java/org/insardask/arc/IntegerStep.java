package org.insardask.arc;

import org.insardask.ils.IlsStatus;

/** Estimates the integers of one arc. Implementations hold scratch memory for one thread. */
interface IntegerStep {

    /**
     * Estimates the integers of the used epochs.
     *
     * @param result its phase, design and used epochs are read; ambiguities, norms, success rate, nodes and, where not all
     *     ambiguities were fixed, the number of fixed ones are written
     * @param sigma standard deviation of the phase (rad)
     * @return how it ended; the norm stays NaN where no candidate was found
     */
    IlsStatus fix(ArcResult result, double sigma);

    /** Writes the covariance of the parameters of an arc of which this step fixed only some ambiguities. */
    default void writePartialCovariance(ArcResult result) {
        throw new IllegalStateException("This step fixes all ambiguities");
    }
}
