package org.insardask.experiments;

import java.util.Locale;
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.SigmaCurve;

/** Where the phase noise of a point of a study comes from (rad). */
interface SigmaRule {

    /** Returns the phase noise of an arc (rad). */
    double ofArc(PsPoints points, int reference, int point);

    /** Returns the rule in words. */
    String label();

    /** The same noise for all arcs. */
    static SigmaRule fixed(double sigma) {
        return new SigmaRule() {
            @Override
            public double ofArc(PsPoints points, int reference, int point) {
                return sigma;
            }

            @Override
            public String label() {
                return String.format(Locale.ROOT, "%.1f rad", sigma);
            }
        };
    }

    /** From the amplitudes of both ends through a curve of DePSI, as Arc-Unwrapping does it; at least 0.1 and at most 2 rad. */
    static SigmaRule ofAmplitudes(AmplitudeDispersion dispersion, SigmaCurve curve) {
        return new OfPoints() {
            @Override
            public double ofPoint(PsPoints points, int point) {
                double[] amplitudes = points.amplitudes(point);
                return curve.sigma(dispersion.compute(amplitudes, amplitudes.length));
            }

            @Override
            public String label() {
                return dispersion + " of 11 amplitudes";
            }
        };
    }

    /** From the ensemble coherence of both ends, sqrt(-2 ln gamma), which holds for normal phase noise. */
    static SigmaRule ofCoherence() {
        return new OfPoints() {
            @Override
            public double ofPoint(PsPoints points, int point) {
                return Math.sqrt(-2.0 * Math.log(points.coherence(point)));
            }

            @Override
            public String label() {
                return "published coherence";
            }
        };
    }

    /** Noise of an arc from that of its ends. */
    abstract class OfPoints implements SigmaRule {

        private static final double LEAST = 0.1;
        private static final double MOST = 2.0;

        /** Returns the phase noise of a point (rad). */
        abstract double ofPoint(PsPoints points, int point);

        @Override
        public double ofArc(PsPoints points, int reference, int point) {
            return Math.min(MOST, Math.max(LEAST, Math.hypot(ofPoint(points, reference), ofPoint(points, point))));
        }
    }
}
