package org.insardask.arc;

import org.insardask.ils.IlsStatus;

/** Estimates the integers of one arc. Implementations hold scratch memory for one thread. */
interface IntegerStep {

    /**
     * Estimates the integers of the used epochs.
     *
     * @param result its phase, design and used epochs are read; ambiguities, norms, success rate and nodes are written
     * @param sigma standard deviation of the phase (rad)
     * @return how it ended; ambiguities stay NaN where no candidate was found
     */
    IlsStatus fix(ArcResult result, double sigma);
}
