package org.insardask.experiments;

/**
 * What came out of an arc of a study.
 *
 * @param point the end that is not the reference
 * @param deviation of the ambiguities from the published ones
 * @param unmodelled epochs whose published ambiguity is not 0: what is lost where the phase is taken as it is
 * @param sigma phase noise that was assumed (rad)
 * @param successRate predicted
 * @param coherence temporal coherence of the solution
 * @param height estimated (m), NaN without that term
 */
record ArcOutcome(int point, RewrappedArc.Deviation deviation, int unmodelled, double sigma, double successRate, double coherence,
        double height) {

    boolean isRight() {
        return deviation.wrong() == 0;
    }
}
