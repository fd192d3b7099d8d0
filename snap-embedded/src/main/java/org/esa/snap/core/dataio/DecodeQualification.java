package org.esa.snap.core.dataio;

/** How well a reader suits an input. */
public enum DecodeQualification {
    /** Made for it. */
    INTENDED,
    /** Can read it. */
    SUITABLE,
    /** Cannot read it. */
    UNABLE
}
