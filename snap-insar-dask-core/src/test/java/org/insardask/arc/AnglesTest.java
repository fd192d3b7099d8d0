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
    void floatAngleOfAllDirections() {
        for (int i = -100000; i <= 100000; i++) {
            float y = (float) (3.0e-20 * Math.sin(Math.PI * i / 100000.0));
            float x = (float) (3.0e-20 * Math.cos(Math.PI * i / 100000.0));
            assertEquals(0.0, Math.IEEEremainder(Math.atan2(y, x) - Angles.angle(y, x), 2.0 * Math.PI), 4.0e-7, "angle of " + x + ", " + y);
        }
    }

    @Test
    void floatAngleOfAxes() {
        assertEquals(0.0f, Angles.angle(0.0f, 2.0f));
        assertEquals((float) Math.PI, Angles.angle(0.0f, -2.0f));
        assertEquals((float) -Math.PI, Angles.angle(-1.0e-30f, -2.0f));
        assertEquals((float) (0.5 * Math.PI), Angles.angle(2.0f, 0.0f));
        assertEquals((float) (-0.5 * Math.PI), Angles.angle(-2.0f, 0.0f));
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertTrue(Float.isNaN(Angles.angle(bad, 1.0f)));
            assertTrue(Float.isNaN(Angles.angle(1.0f, bad)));
        }
        assertTrue(Float.isNaN(Angles.angle(0.0f, 0.0f)));
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
