package org.insardask.stack;

/**
 * Baseline of a daughter to its mother.
 *
 * @param perpendicular perpendicular baseline, m, with jlinda's sign: a positive one gives a positive height-to-phase factor for SNAP's
 *                      order of interferograms
 * @param days          days from the mother to the daughter, negative where the daughter is earlier
 */
public record Baseline(double perpendicular, double days) {
}
