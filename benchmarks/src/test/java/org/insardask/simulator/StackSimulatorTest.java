package org.insardask.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statistics of the simulated samples are those that the truth tells. */
class StackSimulatorTest {
    private static StackSimulator simulator;
    private static Acquisitions acquisitions;
    private static Truth truth;
    /** Interferograms by epoch; those of the mother are null. */
    private static float[][] re;
    private static float[][] im;

    @BeforeAll
    static void simulate() {
        simulator = new StackSimulator(SimulationSettings.town());
        acquisitions = simulator.acquisitions();
        truth = simulator.truth();
        int n = truth.width * truth.height;
        re = new float[acquisitions.count()][];
        im = new float[acquisitions.count()][];
        for (int k = 0; k < acquisitions.count(); k++) {
            if (k != acquisitions.mother()) {
                re[k] = new float[n];
                im[k] = new float[n];
                simulator.interferogram(k, re[k], im[k]);
            }
        }
    }

    private static int reference() {
        return truth.referenceY * truth.width + truth.referenceX;
    }

    /** Double difference phase minus the model of the truth, wrapped. */
    private static double residual(int epoch, int pixel) {
        int r = reference();
        double real = re[epoch][pixel] * (double) re[epoch][r] + im[epoch][pixel] * (double) im[epoch][r];
        double imaginary = im[epoch][pixel] * (double) re[epoch][r] - re[epoch][pixel] * (double) im[epoch][r];
        double model = simulator.modelPhase(epoch, pixel % truth.width, pixel / truth.width)
                - simulator.modelPhase(epoch, truth.referenceX, truth.referenceY);
        return Math.IEEEremainder(Math.atan2(imaginary, real) - model, 2 * Math.PI);
    }

    @Test
    void referenceDoesNotMove() {
        assertEquals(Surface.REFLECTOR, truth.surface(reference()));
        assertEquals(0, truth.velocity[reference()]);
        assertEquals(0, truth.heights[reference()]);
        assertEquals(0, truth.thermal[reference()]);
        assertEquals(1, truth.solvable[reference()]);
    }

    @Test
    void phasesFollowTheModelWithTheNoiseOfTheClass() {
        for (Surface surface : new Surface[] {Surface.BUILDING, Surface.STREET}) {
            double squares = 0;
            double expected = 0;
            int n = 0;
            for (int pixel = 0; pixel < truth.sigma.length; pixel++) {
                if (truth.surface(pixel) == surface && truth.solvable[pixel] == 1) {
                    for (int k = 0; k < re.length; k++) {
                        if (re[k] != null) {
                            double residual = residual(k, pixel);
                            squares += residual * residual;
                            expected += truth.sigma[pixel] * (double) truth.sigma[pixel];
                            n++;
                        }
                    }
                }
            }
            assertTrue(n > 30_000, "samples of " + surface + ": " + n);
            assertEquals(Math.sqrt(expected / n), Math.sqrt(squares / n), 0.15 * Math.sqrt(expected / n), "phase noise of " + surface);
        }
    }

    @Test
    void phasesOfWaterAreNoise() {
        double squares = 0;
        int n = 0;
        for (int pixel = 0; pixel < truth.sigma.length; pixel++) {
            if (truth.surface(pixel) == Surface.WATER) {
                double residual = residual(0, pixel);
                squares += residual * residual;
                n++;
            }
        }
        assertEquals(Math.PI / Math.sqrt(3), Math.sqrt(squares / n), 0.05);
    }

    @Test
    void amplitudeDispersionIsTheNoiseOfOneEpoch() {
        float[][] slc = new float[acquisitions.count()][truth.sigma.length];
        float[] other = new float[truth.sigma.length];
        for (int k = 0; k < slc.length; k++) {
            simulator.slc(k, slc[k], other);
            for (int pixel = 0; pixel < other.length; pixel++) {
                slc[k][pixel] = (float) Math.hypot(slc[k][pixel], other[pixel]);
            }
        }
        double measured = 0;
        double expected = 0;
        double water = 0;
        int buildings = 0;
        int waters = 0;
        for (int pixel = 0; pixel < other.length; pixel++) {
            if (truth.surface(pixel) == Surface.BUILDING) {
                measured += dispersion(slc, pixel);
                expected += truth.sigma[pixel] / Math.sqrt(2);
                buildings++;
            } else if (truth.surface(pixel) == Surface.WATER) {
                water += dispersion(slc, pixel);
                waters++;
            }
        }
        assertEquals(expected / buildings, measured / buildings, 0.01);
        assertEquals(0.52, water / waters, 0.02, "Rayleigh");
    }

    private static double dispersion(float[][] amplitude, int pixel) {
        double sum = 0;
        double squares = 0;
        for (float[] epoch : amplitude) {
            sum += epoch[pixel];
            squares += epoch[pixel] * (double) epoch[pixel];
        }
        int n = amplitude.length;
        return Math.sqrt((squares - sum * sum / n) / (n - 1)) / (sum / n);
    }

    @Test
    void velocityCanBeHadFromPhasesUnwrappedByTheTruth() {
        double squares = 0;
        int n = 0;
        for (int pixel = 0; pixel < truth.solvable.length; pixel++) {
            if (truth.solvable[pixel] == 1) {
                double error = velocityError(pixel);
                squares += error * error;
                n++;
            }
        }
        assertTrue(n > 2500, "solvable pixels: " + n);
        assertTrue(Math.sqrt(squares / n) < 0.8, "RMS of velocity (mm/year): " + Math.sqrt(squares / n));
    }

    /** Least squares of offset, velocity, height and thermal expansion to the residuals: what is left of the velocity (mm/year). */
    private static double velocityError(int pixel) {
        double[][] normal = new double[4][5];
        double m2ph = Radar.metresToPhase();
        for (int k = 0; k < re.length; k++) {
            if (re[k] != null) {
                double h2ph = Radar.heightToRange(pixel % truth.width + 0.5, acquisitions.baseline(k));
                double years = acquisitions.years(k) / 1000;
                double[] row = {1, years * m2ph, h2ph * m2ph, acquisitions.warmth(k) / 1000 * m2ph, residual(k, pixel)};
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < 5; j++) {
                        normal[i][j] += row[i] * row[j];
                    }
                }
            }
        }
        return solve(normal)[1];
    }

    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int p = 0; p < n; p++) {
            for (int i = 0; i < n; i++) {
                double factor = i == p ? 0 : a[i][p] / a[p][p];
                for (int j = p; j <= n; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }

    @Test
    void interferogramIsMotherTimesConjugateOfDaughter() {
        int n = truth.sigma.length;
        float[] motherRe = new float[n];
        float[] motherIm = new float[n];
        float[] daughterRe = new float[n];
        float[] daughterIm = new float[n];
        simulator.slc(acquisitions.mother(), motherRe, motherIm);
        simulator.slc(3, daughterRe, daughterIm);
        for (int k = 0; k < n; k++) {
            double scale = Math.hypot(motherRe[k], motherIm[k]) * Math.hypot(daughterRe[k], daughterIm[k]);
            assertEquals(motherRe[k] * (double) daughterRe[k] + motherIm[k] * (double) daughterIm[k], re[3][k], 1e-6 * scale);
            assertEquals(motherIm[k] * (double) daughterRe[k] - motherRe[k] * (double) daughterIm[k], im[3][k], 1e-6 * scale);
        }
    }

    @Test
    void edgeHasNoData() {
        for (int y = 0; y < truth.height; y++) {
            int last = y * truth.width + truth.width - 1;
            assertEquals(Surface.NO_DATA, truth.surface(last));
            assertEquals(0f, re[0][last]);
            assertEquals(0f, im[0][last]);
        }
    }

    @Test
    void allClassesAndFormsOfBuildingsOccur() {
        for (Surface surface : Surface.values()) {
            boolean found = false;
            for (int pixel = 0; pixel < truth.surface.length && !found; pixel++) {
                found = truth.surface(pixel) == surface;
            }
            assertTrue(found, "no pixel of " + surface);
        }
        assertTrue(simulator.plan().buildings().stream().anyMatch(b -> b.parts().size() > 1), "a multi-polygon");
        assertTrue(simulator.plan().buildings().stream().anyMatch(b -> b.parts().get(0).size() > 1), "a courtyard");
        assertTrue(simulator.plan().buildings().stream().anyMatch(b -> b.parts().get(0).get(0).length == 14), "an L");
        assertTrue(simulator.plan().buildings().stream().anyMatch(b -> b.settling() < 0), "a settling building");
    }

    @Test
    void sameSettingsGiveSameSamples() {
        int n = truth.sigma.length;
        float[] a = new float[n];
        float[] b = new float[n];
        new StackSimulator(SimulationSettings.town()).interferogram(5, a, b);
        assertArrayEquals(re[5], a);
        assertArrayEquals(im[5], b);
        assertEquals(acquisitions.count(), Arrays.stream(re).filter(r -> r != null).count() + 1);
    }

    @Test
    void largerSceneHoldsMoreOfTheTown() {
        StackSimulator larger = new StackSimulator(SimulationSettings.town().resized(400, 200, 5));
        assertEquals(6, larger.acquisitions().count());
        assertTrue(larger.plan().buildings().size() > 3 * simulator.plan().buildings().size());
    }
}
