package org.insardask.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against the plane geometry of {@link Circle}. */
class SightTest {

    private static final Circle OTHER = new Circle(7_071_040, -120, 1.0e-3);

    private static Sight sight(double range, double height, boolean right) {
        return Sight.solve(Circle.MOTHER.at(20), range, height, right).orElseThrow();
    }

    @Test
    void pointsHaveTheirRangeAndHeight() {
        for (double height : new double[] {-400, 0, 43.5, 8848}) {
            for (double range : new double[] {720_000, 850_000, 960_000}) {
                Sight sight = sight(range, height, true);
                assertEquals(range, sight.ground().minus(Circle.MOTHER.at(20).position()).norm(), 1e-6);
                assertEquals(height, Wgs84.height(sight.ground()), 1e-6);
                assertEquals(Circle.MOTHER.latitude(range, height), Wgs84.latitude(sight.ground()), 1e-11);
                assertEquals(20 * 1e-3, Wgs84.longitude(sight.ground()), 1e-12);
                assertEquals(Circle.MOTHER.incidence(range, height), sight.incidence(), 1e-10);
            }
        }
    }

    @Test
    void theRadarLooksToOneSide() {
        assertTrue(sight(850_000, 0, true).ground().z() < 0, "right of a satellite that goes east is the south");
        assertTrue(sight(850_000, 0, false).ground().z() > 0, "left is the north");
        assertEquals(sight(850_000, 0, true).incidence(), sight(850_000, 0, false).incidence(), 1e-12);
    }

    @Test
    void nothingOnTheGroundIsSoNearOrSoFar() {
        assertEquals(Optional.empty(), Sight.solve(Circle.MOTHER.at(20), 600_000, 0, true));
        assertEquals(Optional.empty(), Sight.solve(Circle.MOTHER.at(20), 9_000_000, 0, true));
    }

    @Test
    void baselinesAreThoseOfPlaneGeometry() {
        Orbit other = Orbit.of(OTHER.vectors(-100, 10, 30));
        for (double height : new double[] {0, 3000}) {
            for (double range : new double[] {720_000, 850_000, 960_000}) {
                double expected = Circle.MOTHER.baseline(OTHER, range, height);
                assertEquals(expected, sight(range, height, true).perpendicularBaseline(other), 1e-5);
            }
        }
    }

    /** The other satellite is nearer to the zenith of the ground: a positive baseline, and its range falls as the ground rises. */
    @Test
    void factorsAreTheFallOfTheRange() {
        Orbit other = Orbit.of(OTHER.vectors(-100, 10, 30));
        for (double range : new double[] {720_000, 850_000, 960_000}) {
            Sight sight = sight(range, 100, true);
            double factor = sight.heightToPhasePerMetre() * sight.perpendicularBaseline(other);
            assertTrue(factor > 0, "" + factor);
            assertEquals(Circle.MOTHER.fallOfRange(OTHER, range, 100), factor, 3e-4 * factor);
        }
    }

    @Test
    void pointsOutsideTheOtherOrbitHaveNoBaseline() {
        Orbit other = Orbit.of(OTHER.vectors(100, 10, 30));
        assertTrue(Double.isNaN(sight(850_000, 0, true).perpendicularBaseline(other)));
    }
}
