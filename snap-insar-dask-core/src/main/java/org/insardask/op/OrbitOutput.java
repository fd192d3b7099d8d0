package org.insardask.op;

/** What Height-To-Phase makes. */
enum OrbitOutput {
    /** A factor for each epoch, m/m. */
    HEIGHT_TO_PHASE,
    /** Incidence angle, deg. */
    INCIDENCE,
    /** A perpendicular baseline for each epoch, m. */
    BASELINE
}
