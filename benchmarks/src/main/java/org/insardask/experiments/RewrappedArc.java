package org.insardask.experiments;

/**
 * The phase of an arc between two points, unwrapped and wrapped again. The first date is the mother; all others are the epochs. Filled anew
 * by each call; for one thread.
 *
 * <p>Displacement is taken as positive towards the satellite, phase = -4 pi / wavelength displacement. The other sign would negate phases
 * and ambiguities alike and change nothing else, as the priors are symmetric. The height to phase is given in rad/m; where heights
 * are put back, the phase of the height difference is added with the difference of the height to phase of epoch and mother.
 */
final class RewrappedArc {

    private static final double TWO_PI = 2.0 * Math.PI;

    private final PsPoints points;
    private final double metresToPhase;
    private final boolean heights;
    private final double[] phase;
    private final double[] ambiguities;
    private final double[] heightToPhase;

    /**
     * Makes an arc without content.
     *
     * @param wavelength (m)
     * @param heights whether the phase of the heights is put back
     */
    RewrappedArc(PsPoints points, double wavelength, boolean heights) {
        this.points = points;
        this.metresToPhase = -4.0 * Math.PI / wavelength;
        this.heights = heights;
        this.phase = new double[points.epochs() - 1];
        this.ambiguities = new double[phase.length];
        this.heightToPhase = new double[phase.length];
    }

    /** Takes the arc from a reference to a point. */
    void load(int reference, int point) {
        double rise = points.height(point) - points.height(reference);
        for (int i = 0; i < phase.length; i++) {
            int epoch = i + 1;
            double radiansPerMetre = 0.5 * (sinceMother(point, epoch) + sinceMother(reference, epoch));
            double displacement = points.displacement(point, epoch) - points.displacement(point, 0)
                    - points.displacement(reference, epoch) + points.displacement(reference, 0);
            double unwrapped = metresToPhase * displacement + (heights ? radiansPerMetre * rise : 0.0);
            ambiguities[i] = Math.rint(unwrapped / TWO_PI);
            phase[i] = unwrapped - TWO_PI * ambiguities[i];
            heightToPhase[i] = radiansPerMetre / metresToPhase;
        }
    }

    private double sinceMother(int point, int epoch) {
        return points.heightToPhase(point, epoch) - points.heightToPhase(point, 0);
    }

    /** Returns the wrapped phase (rad), -pi to pi. */
    double[] phase() {
        return phase;
    }

    /** Returns the height to phase as the project has it (m/m), without the factor -4 pi / wavelength. */
    double[] heightToPhase() {
        return heightToPhase;
    }

    /** Returns the ambiguity (cycles) with which the phase has its value before wrapping. */
    double ambiguity(int epoch) {
        return ambiguities[epoch];
    }

    /** Returns how far a candidate is from the ambiguities, and in how many epochs. */
    Deviation compare(double[] candidate) {
        int wrong = 0;
        boolean constant = true;
        double first = candidate[0] - ambiguities[0];
        for (int i = 0; i < ambiguities.length; i++) {
            double difference = candidate[i] - ambiguities[i];
            wrong += difference == 0.0 ? 0 : 1;
            constant &= difference == first;
        }
        return new Deviation(ambiguities.length, wrong, wrong > 0 && constant);
    }

    /**
     * How a candidate differs.
     *
     * @param epochs their number
     * @param wrong epochs whose ambiguity differs
     * @param constant whether all differ by the same number, as an error in the phase of the mother makes it
     */
    record Deviation(int epochs, int wrong, boolean constant) {
    }
}
