package org.insardask.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrbitTest {

    private static double worst(double step) {
        Orbit orbit = Orbit.of(Circle.MOTHER.vectors(100, step, 9));
        double worst = 0;
        for (double time = orbit.start(); time <= orbit.end(); time += step / 7) {
            worst = Math.max(worst, orbit.at(time).position().minus(Circle.MOTHER.at(time).position()).norm());
        }
        return worst;
    }

    @Test
    void positionsBetweenVectorsAreThoseOfTheCircle() {
        assertTrue(worst(1) < 1e-7, "1 s: " + worst(1));
        assertTrue(worst(10) < 1e-7, "10 s: " + worst(10));
        assertTrue(worst(60) < 1e-5, "60 s: " + worst(60));
    }

    @Test
    void velocitiesAreTheDerivative() {
        Orbit orbit = Orbit.of(Circle.MOTHER.vectors(0, 10, 5));
        for (double time = 0; time <= 40; time += 0.7) {
            assertEquals(0, orbit.at(time).velocity().minus(Circle.MOTHER.at(time).velocity()).norm(), 1e-6);
        }
    }

    @Test
    void pointsAreAbeamWhenTheMeridianIsReached() {
        Orbit orbit = Orbit.of(Circle.MOTHER.vectors(40_000, 10, 9));
        for (double time : new double[] {40_000, 40_000.25, 40_033.3, 40_080}) {
            Vector3 point = Wgs84.point(-0.1, Circle.MOTHER.rate() * time, 55);
            assertEquals(time, orbit.zeroDopplerTime(point), 1e-8);
        }
    }

    @Test
    void nothingIsExtrapolated() {
        Orbit orbit = Orbit.of(Circle.MOTHER.vectors(0, 10, 5));
        assertTrue(Double.isNaN(orbit.zeroDopplerTime(Wgs84.point(-0.1, -1e-6, 0))), "before the first vector");
        assertTrue(Double.isNaN(orbit.zeroDopplerTime(Wgs84.point(-0.1, 0.0400001, 0))), "after the last vector");
        assertFalse(orbit.covers(40.000001));
        assertEquals("time 41.0 s is outside the state vectors, 0.0 to 40.0 s",
                assertThrows(IllegalArgumentException.class, () -> orbit.at(41)).getMessage());
    }

    private static void refused(String message, List<StateVector> vectors) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Orbit.of(vectors)).getMessage());
    }

    @Test
    void badVectorsAreRefused() {
        refused("3 orbit state vectors, expected at least 4", Circle.MOTHER.vectors(0, 10, 3));
        List<StateVector> unordered = new ArrayList<>(Circle.MOTHER.vectors(0, 10, 5));
        unordered.set(2, unordered.get(1));
        refused("the time of orbit state vector 3 is not after that of the one before it", unordered);
        List<StateVector> inertial = Circle.MOTHER.vectors(0, 10, 5).stream().map(vector ->
                new StateVector(vector.time(), vector.position(), vector.velocity().times(1.07))).toList();
        refused("positions and velocities of orbit state vectors 1 and 2 contradict each other by 495 m/s, expected both in an "
                + "Earth-fixed frame", inertial);
        List<StateVector> holes = new ArrayList<>(Circle.MOTHER.vectors(0, 10, 5));
        holes.set(3, new StateVector(30, new Vector3(Double.NaN, 0, 0), new Vector3(0, 0, 0)));
        refused("orbit state vector 4 has a number that is not finite", holes);
    }
}
