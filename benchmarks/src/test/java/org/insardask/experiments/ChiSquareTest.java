package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChiSquareTest {

    @Test
    void probabilitiesAreThoseOfTables() {
        assertEquals(0.95, ChiSquare.probability(3.841458821, 1), 1e-9);
        assertEquals(0.95, ChiSquare.probability(5.991464547, 2), 1e-9);
        assertEquals(0.95, ChiSquare.probability(18.30703805, 10), 1e-9);
        assertEquals(0.05, ChiSquare.probability(77.92946517, 100), 1e-8);
        assertEquals(1.0, ChiSquare.probability(1000.0, 15), 1e-12);
        assertEquals(0.0, ChiSquare.probability(0.0, 3));
    }

    @Test
    void gammaFunctionOfHalves() {
        assertEquals(0.5 * Math.log(Math.PI), ChiSquare.logGammaOfHalf(1), 1e-15);
        assertEquals(0.0, ChiSquare.logGammaOfHalf(2), 1e-15);
        assertEquals(Math.log(0.75 * Math.sqrt(Math.PI)), ChiSquare.logGammaOfHalf(5), 1e-15);
        assertEquals(Math.log(24.0), ChiSquare.logGammaOfHalf(10), 1e-14);
    }
}
