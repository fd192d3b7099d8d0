package org.insardask.orbit;

import java.util.List;

/**
 * An orbit between its state vectors. Immutable.
 *
 * <p>Positions come from Hermite's polynomial of degree 7 through positions and velocities of the {@value #POINTS} vectors around the time
 * (R. L. Burden, J. D. Faires, Numerical Analysis, 3.4, "Hermite interpolation"): on the orbit of Sentinel-1 wrong by less than a
 * micrometre where vectors are 10 s apart, and by less than a millimetre where they are 60 s apart. Velocities are its derivative.
 * Nothing is extrapolated.
 */
public final class Orbit {

    /** Vectors that enter a position; an orbit needs as many. */
    public static final int POINTS = 4;
    /** Largest difference of velocities and what the positions say, m/s: velocities in an inertial frame differ by hundreds. */
    static final double VELOCITY_TOLERANCE = 30;

    private static final int MOST_STEPS = 50;
    private static final double TIME_TOLERANCE = 1e-10;

    private final StateVector[] vectors;

    private Orbit(StateVector[] vectors) {
        this.vectors = vectors;
    }

    /**
     * An orbit through state vectors.
     *
     * @param vectors at least {@value #POINTS}, by increasing time
     * @throws IllegalArgumentException if there are fewer, times do not increase, a number is not finite, or the velocities are not
     *                                  those of the positions
     */
    public static Orbit of(List<StateVector> vectors) {
        if (vectors.size() < POINTS) {
            throw new IllegalArgumentException(vectors.size() + " orbit state vectors, expected at least " + POINTS);
        }
        for (int k = 0; k < vectors.size(); k++) {
            StateVector vector = vectors.get(k);
            if (!Double.isFinite(vector.time()) || !vector.position().isFinite() || !vector.velocity().isFinite()) {
                throw new IllegalArgumentException("orbit state vector " + (k + 1) + " has a number that is not finite");
            }
            if (k > 0) {
                checkStep(vectors.get(k - 1), vector, k + 1);
            }
        }
        return new Orbit(vectors.toArray(new StateVector[0]));
    }

    private static void checkStep(StateVector before, StateVector vector, int number) {
        double seconds = vector.time() - before.time();
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("the time of orbit state vector " + number + " is not after that of the one before it");
        }
        Vector3 mean = before.velocity().plus(vector.velocity()).times(0.5);
        double difference = vector.position().minus(before.position()).times(1 / seconds).minus(mean).norm();
        if (difference > VELOCITY_TOLERANCE) {
            throw new IllegalArgumentException("positions and velocities of orbit state vectors " + (number - 1) + " and " + number
                    + " contradict each other by " + Math.round(difference) + " m/s, expected both in an Earth-fixed frame");
        }
    }

    /** Time of the first vector, s. */
    public double start() {
        return vectors[0].time();
    }

    /** Time of the last vector, s. */
    public double end() {
        return vectors[vectors.length - 1].time();
    }

    /** True from the first to the last vector. */
    public boolean covers(double time) {
        return time >= start() && time <= end();
    }

    /**
     * Position and velocity at a time.
     *
     * @throws IllegalArgumentException if the orbit does not {@link #covers cover} the time
     */
    public StateVector at(double time) {
        if (!covers(time)) {
            throw new IllegalArgumentException("time " + time + " s is outside the state vectors, " + start() + " to " + end() + " s");
        }
        int first = window(time);
        Vector3 position = new Vector3(0, 0, 0);
        Vector3 velocity = new Vector3(0, 0, 0);
        for (int i = first; i < first + POINTS; i++) {
            double basis = basis(first, i, time);
            double slope = basisSlope(first, i, time);
            double sum = inverseDistances(first, i);
            double from = time - vectors[i].time();
            double ofPosition = (1 - 2 * from * sum) * basis * basis;
            double ofVelocity = from * basis * basis;
            double positionSlope = -2 * sum * basis * basis + 2 * (1 - 2 * from * sum) * basis * slope;
            double velocitySlope = basis * basis + 2 * from * basis * slope;
            position = position.plus(vectors[i].position().times(ofPosition)).plus(vectors[i].velocity().times(ofVelocity));
            velocity = velocity.plus(vectors[i].position().times(positionSlope)).plus(vectors[i].velocity().times(velocitySlope));
        }
        return new StateVector(time, position, velocity);
    }

    /**
     * The time at which a point is abeam: the satellite's velocity is perpendicular to the line of sight.
     *
     * @param point a point on the ground
     * @return s; NaN where that is not between the first and the last vector
     */
    public double zeroDopplerTime(Vector3 point) {
        double time = (start() + end()) / 2;
        for (int step = 0; step < MOST_STEPS; step++) {
            StateVector state = at(time);
            Vector3 sight = point.minus(state.position());
            // The acceleration of a circular orbit is near enough: it only steers the steps.
            double speed2 = state.velocity().dot(state.velocity());
            double centre2 = state.position().dot(state.position());
            double slope = -speed2 * (1 + state.position().dot(sight) / centre2);
            double next = Math.max(start(), Math.min(end(), time - state.velocity().dot(sight) / slope));
            if (Math.abs(next - time) <= TIME_TOLERANCE * (1 + Math.abs(time) * 1e-4)) {
                return isAbeam(next, point) ? next : Double.NaN;
            }
            time = next;
        }
        return Double.NaN;
    }

    /** False at an end of the orbit that has not been abeam of the point. */
    private boolean isAbeam(double time, Vector3 point) {
        StateVector state = at(time);
        Vector3 sight = point.minus(state.position());
        return Math.abs(state.velocity().unit().dot(sight.unit())) < 1e-9;
    }

    /** First of the vectors that are used: as many before the time as after it, where there are. */
    private int window(double time) {
        int low = 0;
        int high = vectors.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (vectors[middle].time() <= time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(0, Math.min(vectors.length - POINTS, low - POINTS / 2 + 1));
    }

    /** Lagrange's polynomial that is 1 at a vector and 0 at the others. */
    private double basis(int first, int i, double time) {
        double product = 1;
        for (int j = first; j < first + POINTS; j++) {
            if (j != i) {
                product *= (time - vectors[j].time()) / (vectors[i].time() - vectors[j].time());
            }
        }
        return product;
    }

    private double basisSlope(int first, int i, double time) {
        double sum = 0;
        for (int m = first; m < first + POINTS; m++) {
            if (m != i) {
                double product = 1 / (vectors[i].time() - vectors[m].time());
                for (int j = first; j < first + POINTS; j++) {
                    if (j != i && j != m) {
                        product *= (time - vectors[j].time()) / (vectors[i].time() - vectors[j].time());
                    }
                }
                sum += product;
            }
        }
        return sum;
    }

    private double inverseDistances(int first, int i) {
        double sum = 0;
        for (int j = first; j < first + POINTS; j++) {
            if (j != i) {
                sum += 1 / (vectors[i].time() - vectors[j].time());
            }
        }
        return sum;
    }
}
