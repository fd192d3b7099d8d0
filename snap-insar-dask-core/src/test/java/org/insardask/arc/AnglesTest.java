package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnglesTest {

    @Test
    void angleOfAllDirections() {
        for (int i = -100000; i <= 100000; i++) {
            double angle = Math.PI * i / 100000.0;
            double actual = Angles.angle(3.0e-20 * Math.sin(angle), 3.0e-20 * Math.cos(angle));
            assertEquals(0.0, Math.IEEEremainder(angle - actual, 2.0 * Math.PI), 4.0e-10, "angle " + angle);
        }
    }

    @Test
    void angleOfAxes() {
        assertEquals(0.0, Angles.angle(0.0, 2.0));
        assertEquals(Math.PI, Angles.angle(0.0, -2.0), 1.0e-12);
        assertEquals(0.5 * Math.PI, Angles.angle(2.0, 0.0), 1.0e-12);
        assertEquals(-0.5 * Math.PI, Angles.angle(-2.0, 0.0), 1.0e-12);
        assertTrue(Double.isNaN(Angles.angle(0.0, 0.0)));
        assertTrue(Double.isNaN(Angles.angle(Double.NaN, 1.0)));
        assertTrue(Double.isNaN(Angles.angle(1.0, Double.NaN)));
    }

    @Test
    void quarterAngles() {
        for (int i = -1000; i <= 1000; i++) {
            double angle = Math.PI * i / 1000.0;
            assertEquals(Math.sin(0.25 * angle), Angles.sineOfQuarter(angle), 1.0e-15);
            assertEquals(1.0 - Math.cos(0.25 * angle), Angles.versineOfQuarter(angle), 1.0e-15);
        }
    }

    @Test
    void wrappedAngles() {
        assertEquals(0.5, Angles.wrap(0.5 + 20.0 * Math.PI), 1.0e-14);
        assertEquals(-0.5, Angles.wrap(-0.5 - 6.0 * Math.PI), 1.0e-14);
    }
}
