package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RewrappedArcTest {

    private static final double HALF_WAVE = ArcStudy.WAVELENGTH / 2.0;

    @Test
    void wrappedPhaseAndAmbiguityGiveTheDisplacementBack() {
        RewrappedArc arc = new RewrappedArc(SmallPoints.of(0.0, 0.1, 0.6, -1.3), ArcStudy.WAVELENGTH, false);
        arc.load(0, 1);
        double[] cycles = {-0.1, -0.6, 1.3};
        for (int i = 0; i < 3; i++) {
            assertTrue(Math.abs(arc.phase()[i]) <= Math.PI);
            assertEquals(2.0 * Math.PI * cycles[i], arc.phase()[i] + 2.0 * Math.PI * arc.ambiguity(i), 1e-9);
        }
        assertArrayEquals(new double[] {0.0, -1.0, 1.0}, new double[] {arc.ambiguity(0), arc.ambiguity(1), arc.ambiguity(2)}, 1e-9);
    }

    @Test
    void displacementCountsFromTheFirstDate() {
        RewrappedArc arc = new RewrappedArc(SmallPoints.of(0.25, 0.35, 0.85, -1.05), ArcStudy.WAVELENGTH, false);
        arc.load(0, 1);
        assertEquals(-0.1 * 2.0 * Math.PI, arc.phase()[0], 1e-9);
        assertEquals(-1.0, arc.ambiguity(1));
    }

    @Test
    void heightsAreAddedWithTheHeightToPhaseSinceTheMother() {
        PsPoints points = SmallPoints.of(0.0, 0.0, 0.0, 0.0);
        RewrappedArc arc = new RewrappedArc(points, ArcStudy.WAVELENGTH, true);
        arc.load(0, 1);
        double rise = points.height(1) - points.height(0);
        for (int i = 0; i < 3; i++) {
            double radiansPerMetre = points.heightToPhase(1, i + 1) - points.heightToPhase(1, 0);
            assertEquals(radiansPerMetre * rise, arc.phase()[i] + 2.0 * Math.PI * arc.ambiguity(i), 1e-9);
            assertEquals(radiansPerMetre, -2.0 * Math.PI / HALF_WAVE * arc.heightToPhase()[i], 1e-9);
        }
    }

    @Test
    void deviationCountsEpochsAndTellsAConstantOne() {
        RewrappedArc arc = new RewrappedArc(SmallPoints.of(0.0, 0.1, 0.6, -1.3), ArcStudy.WAVELENGTH, false);
        arc.load(0, 1);
        RewrappedArc.Deviation none = arc.compare(new double[] {0.0, -1.0, 1.0});
        assertEquals(0, none.wrong());
        assertFalse(none.constant());
        RewrappedArc.Deviation all = arc.compare(new double[] {1.0, 0.0, 2.0});
        assertEquals(3, all.wrong());
        assertTrue(all.constant());
        RewrappedArc.Deviation two = arc.compare(new double[] {1.0, -1.0, 2.0});
        assertEquals(2, two.wrong());
        assertEquals(3, two.epochs());
        assertFalse(two.constant());
    }
}
