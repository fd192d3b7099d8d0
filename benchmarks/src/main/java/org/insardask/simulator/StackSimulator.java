package org.insardask.simulator;

import org.insardask.simulator.Noise.Stream;

/**
 * The samples of a simulated stack: SLCs, and interferograms mother * conj(daughter) as SNAP forms them.
 *
 * <p>A coherent scatterer of amplitude A has the sample A exp(j psi) (1 + s n) at the mother and
 * A exp(j (psi - phi)) (1 + s n) at a daughter, where n is complex normal noise of that epoch, s = sigma / sqrt(2), and
 * phi = m2ph (h2ph h + v t / 1000 + k T / 1000) is the phase of its height, velocity and thermal expansion, plus the
 * difference of two smooth atmospheric screens. So the phase of the interferogram is phi plus noise of standard deviation
 * sigma, the amplitude dispersion is about s, and the noise of the mother is common to all interferograms. Water and
 * vegetation have a new circular normal sample at every epoch. Flat earth and topography are taken as removed; there is
 * no layover and no sidelobe. Immutable, safe for use by several threads.
 */
public final class StackSimulator {
    private static final int WAVES = 3;
    private static final double WAVE_AMPLITUDE = 1 / 1.5;

    private final SimulationSettings settings;
    private final Radar radar;
    private final Noise noise;
    private final Acquisitions acquisitions;
    private final TownPlan plan;
    private final Truth truth;

    /** Lays out the town, its epochs and its truth. */
    public StackSimulator(SimulationSettings settings) {
        this.settings = settings;
        this.noise = new Noise(settings.seed());
        this.radar = new Radar(settings.width(), settings.height());
        this.acquisitions = Acquisitions.of(settings, noise);
        this.plan = new TownPlan(radar, noise);
        this.truth = new Truth(settings, radar, acquisitions, noise, plan);
    }

    SimulationSettings settings() {
        return settings;
    }

    Radar radar() {
        return radar;
    }

    Acquisitions acquisitions() {
        return acquisitions;
    }

    TownPlan plan() {
        return plan;
    }

    Truth truth() {
        return truth;
    }

    /**
     * The SLC of an epoch.
     *
     * @param epoch index of the epoch, the mother's included
     * @param re    overwritten with the real parts, in rows
     * @param im    overwritten with the imaginary parts
     */
    void slc(int epoch, float[] re, float[] im) {
        double[] sample = new double[2];
        for (int y = 0; y < truth.height; y++) {
            for (int x = 0; x < truth.width; x++) {
                sample(epoch, x, y, sample);
                re[y * truth.width + x] = (float) sample[0];
                im[y * truth.width + x] = (float) sample[1];
            }
        }
    }

    /**
     * The interferogram of the mother with an epoch: mother * conj(daughter), from the samples before they are rounded.
     *
     * @param epoch index of the daughter
     * @param re    overwritten with the real parts, in rows
     * @param im    overwritten with the imaginary parts
     */
    void interferogram(int epoch, float[] re, float[] im) {
        double[] m = new double[2];
        double[] s = new double[2];
        for (int y = 0; y < truth.height; y++) {
            for (int x = 0; x < truth.width; x++) {
                sample(acquisitions.mother(), x, y, m);
                sample(epoch, x, y, s);
                re[y * truth.width + x] = (float) (m[0] * s[0] + m[1] * s[1]);
                im[y * truth.width + x] = (float) (m[1] * s[0] - m[0] * s[1]);
            }
        }
    }

    /** The phase of height, velocity and thermal expansion in an interferogram, not wrapped (rad). */
    double modelPhase(int epoch, int x, int y) {
        int k = y * truth.width + x;
        double metres = Radar.heightToRange(x + 0.5, acquisitions.baseline(epoch)) * truth.heights[k]
                + truth.velocity[k] * acquisitions.years(epoch) / 1000
                + truth.thermal[k] * acquisitions.warmth(epoch) / 1000;
        return Radar.metresToPhase() * metres;
    }

    private void sample(int epoch, int x, int y, double[] sample) {
        int k = y * truth.width + x;
        double a = truth.amplitude[k];
        if (a == 0) {
            sample[0] = 0;
            sample[1] = 0;
            return;
        }
        double n1 = noise.normal(Stream.NOISE_REAL, x, y, epoch);
        double n2 = noise.normal(Stream.NOISE_IMAGINARY, x, y, epoch);
        if (!truth.surface(k).coherent()) {
            sample[0] = a * n1 * StrictMath.sqrt(0.5);
            sample[1] = a * n2 * StrictMath.sqrt(0.5);
            return;
        }
        double phase = 2 * StrictMath.PI * noise.uniform(Stream.SPECKLE_PHASE, x, y, 0) - modelPhase(epoch, x, y) + atmosphere(epoch, x, y);
        double s = truth.sigma[k] * StrictMath.sqrt(0.5);
        double c = a * StrictMath.cos(phase);
        double d = a * StrictMath.sin(phase);
        sample[0] = c * (1 + s * n1) - d * s * n2;
        sample[1] = d * (1 + s * n1) + c * s * n2;
    }

    /** A screen of a few long waves (rad). */
    private double atmosphere(int epoch, int x, int y) {
        double u = x * TownPlan.metresPerColumn();
        double v = y * Radar.AZIMUTH_SPACING;
        double sum = 0;
        for (int w = 0; w < WAVES; w++) {
            double direction = 2 * StrictMath.PI * noise.uniform(Stream.ATMOSPHERE, w, 0, epoch);
            double number = 2 * StrictMath.PI / (2000 + 2000 * noise.uniform(Stream.ATMOSPHERE, w, 1, epoch));
            double start = 2 * StrictMath.PI * noise.uniform(Stream.ATMOSPHERE, w, 2, epoch);
            sum += StrictMath.cos(number * (u * StrictMath.cos(direction) + v * StrictMath.sin(direction)) + start);
        }
        return settings.atmosphere() * WAVE_AMPLITUDE * sum;
    }
}
