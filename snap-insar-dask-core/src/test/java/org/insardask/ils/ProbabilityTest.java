package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProbabilityTest {

    @Test
    void centralProbabilityOfTabulatedValues() {
        // erf(x / sqrt(2)), from tables of erf
        assertEquals(0.0, NormalDistribution.centralProbability(0.0));
        assertEquals(0.6826894921370859, NormalDistribution.centralProbability(1.0), 1.0e-15);
        assertEquals(0.9544997361036416, NormalDistribution.centralProbability(2.0), 1.0e-15);
        assertEquals(0.9973002039367398, NormalDistribution.centralProbability(3.0), 1.0e-15);
        assertEquals(1.0 - 6.334248366623985e-5, NormalDistribution.centralProbability(4.0), 1.0e-15);
        assertEquals(1.0 - 1.9731752900753954e-9, NormalDistribution.centralProbability(6.0), 1.0e-15);
        assertEquals(1.0, NormalDistribution.centralProbability(40.0));
    }

    @Test
    void smallProbabilitiesKeepTheirRelativePrecision() {
        double slope = Math.sqrt(2.0 / Math.PI);
        assertEquals(slope * 1.0e-9, NormalDistribution.centralProbability(1.0e-9), 1.0e-24);
    }

    @Test
    void lowerQuantileOfTabulatedValues() {
        assertEquals(-4.753424308822899, NormalDistribution.lowerQuantile(1.0e-6), 1.0e-10);
        assertEquals(-1.959963984540054, NormalDistribution.lowerQuantile(0.025), 1.0e-10);
    }

    @Test
    void chiSquareQuantilesAreNeverMuchAboveTheTable() {
        // chi-square quantiles at 0.001
        LowerQuantiles quantiles = new LowerQuantiles(0.001, 100);
        assertEquals(0.0, quantiles.get(0));
        assertEquals(1.479, quantiles.get(10), 0.1);
        assertEquals(5.921, quantiles.get(20), 0.1);
        assertEquals(61.918, quantiles.get(100), 0.05);
    }

    @Test
    void zeroProbabilityPrunesNothing() {
        LowerQuantiles quantiles = new LowerQuantiles(0.0, 5);
        for (int m = 0; m <= 5; m++) {
            assertEquals(0.0, quantiles.get(m));
        }
    }

    @Test
    void successRates() {
        double[] d = {0.25, 0.01};
        double expected = NormalDistribution.centralProbability(1.0) * NormalDistribution.centralProbability(5.0);
        assertEquals(expected, SuccessRate.bootstrapped(d, 0, 2), 1.0e-15);
        assertEquals(NormalDistribution.centralProbability(5.0), SuccessRate.bootstrapped(d, 1, 2), 1.0e-15);
        double adop = Math.sqrt(0.5 * 0.1);
        assertEquals(Math.pow(NormalDistribution.centralProbability(0.5 / adop), 2.0), SuccessRate.adopApproximation(d, 2), 1.0e-14);
        assertTrue(SuccessRate.adopApproximation(d, 2) > expected);
    }

    @Test
    void tableEqualsTheErrorFunction() {
        for (double variance = 1.0e-4; variance < 0.3; variance += 1.3e-6) {
            assertEquals(SuccessRate.of(variance), SuccessTable.of(variance), 3.0e-12, "variance " + variance);
        }
        assertEquals(1.0, SuccessTable.of(0.0));
        assertEquals(SuccessRate.of(4.0), SuccessTable.of(4.0));
    }

    @Test
    void probabilityOutOfRangeIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new LowerQuantiles(0.6, 3));
        assertEquals("The miss probability is 0.6, expected 0 to 0.5", e.getMessage());
    }
}
