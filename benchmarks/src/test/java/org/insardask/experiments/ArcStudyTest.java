package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArcStudyTest {

    @Test
    void evenMotionWithoutNoiseIsRecoveredInFull() {
        PsPoints points = PsPoints.parse(SmallPoints.moving(60, 0.0, 3L));
        for (ArcStudy study : List.of(AmsterdamStudy.MOTION, AmsterdamStudy.RESIDUAL, AmsterdamStudy.THERMAL, AmsterdamStudy.HEIGHTS)) {
            List<ArcOutcome> outcomes = study.with(SigmaRule.fixed(0.3)).run(points, 0);
            assertEquals(59, outcomes.size());
            assertEquals(new Share(59, 59), ArcStudy.arcs(outcomes, ArcOutcome::isRight), study.name());
            assertEquals(new Share(590, 590), ArcStudy.epochs(outcomes, outcome -> outcome.deviation().wrong()));
        }
    }

    @Test
    void heightsThatWereBackInThePhaseAreEstimated() {
        PsPoints points = PsPoints.parse(SmallPoints.moving(60, 0.0, 3L));
        List<ArcOutcome> outcomes = AmsterdamStudy.HEIGHTS.with(SigmaRule.fixed(0.3)).run(points, 0);
        assertTrue(ArcStudy.arcs(outcomes, outcome -> outcome.unmodelled() == 0).value() < 1.0, "nothing was wrapped");
        for (ArcOutcome outcome : outcomes) {
            assertEquals(points.height(outcome.point()) - points.height(0), outcome.height(), 1e-3);
        }
    }

    @Test
    void noiseLosesArcsAndThePredictionSaysSo() {
        PsPoints points = PsPoints.parse(SmallPoints.moving(400, 3.0, 5L));
        List<ArcOutcome> outcomes = AmsterdamStudy.MOTION.run(points, 0);
        List<ArcOutcome> good = AmsterdamStudy.within(outcomes, outcome -> points.coherence(outcome.point()), 0.85, 1.0);
        List<ArcOutcome> bad = AmsterdamStudy.within(outcomes, outcome -> points.coherence(outcome.point()), 0.3, 0.5);
        assertEquals(1.0, ArcStudy.arcs(good, ArcOutcome::isRight).value());
        Share lost = ArcStudy.arcs(bad, ArcOutcome::isRight);
        assertTrue(lost.value() < 0.9, "recovered " + lost);
        assertTrue(good.stream().allMatch(outcome -> outcome.successRate() > 0.99));
        assertTrue(bad.stream().allMatch(outcome -> outcome.successRate() < 0.9));
    }

    @Test
    void noiseComesFromAmplitudesOrCoherence() {
        PsPoints points = SmallPoints.of(0.0, 0.1, 0.2, 0.3);
        assertEquals(Math.hypot(Math.sqrt(-2.0 * Math.log(0.95)), Math.sqrt(-2.0 * Math.log(0.9))),
                SigmaRule.ofCoherence().ofArc(points, 0, 1), 1e-12);
        assertEquals(0.4, SigmaRule.fixed(0.4).ofArc(points, 0, 1));
    }

    @Test
    void meanYearIsWarmestInJuly() {
        assertEquals(17.8, MeanYear.temperature(LocalDate.of(2015, 7, 22)), 1e-9);
        assertTrue(MeanYear.temperature(LocalDate.of(2015, 1, 20)) < 3.3);
    }
}
