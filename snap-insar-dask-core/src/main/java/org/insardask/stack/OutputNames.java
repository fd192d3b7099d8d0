package org.insardask.stack;

import java.time.LocalDate;

/**
 * Names of the bands that the operators make of a stack, where they hold an epoch.
 */
public final class OutputNames {

    /** The series of unwrapped displacements. */
    public static final String UNWRAPPED_SERIES = "dis_unw";

    private OutputNames() {
    }

    /** Unwrapped displacement, mm. */
    public static String unwrapped(LocalDate epoch) {
        return UNWRAPPED_SERIES + "_" + SnapDate.format(epoch);
    }

    /** Wrapped displacement, mm. */
    public static String wrapped(LocalDate epoch) {
        return "dis_wrapped_" + SnapDate.format(epoch);
    }

    /** Displacement of the estimated model, mm. */
    public static String estimated(LocalDate epoch) {
        return "dis_est_" + SnapDate.format(epoch);
    }

    /** Displacement of the estimated offset and velocity, mm. */
    public static String displacement(LocalDate epoch) {
        return "dis_dis_" + SnapDate.format(epoch);
    }

    /** Apparent displacement of the estimated height, mm. */
    public static String height(LocalDate epoch) {
        return "dis_height_" + SnapDate.format(epoch);
    }

    /** Displacement of the estimated thermal expansion, mm. */
    public static String thermal(LocalDate epoch) {
        return "dis_ther_" + SnapDate.format(epoch);
    }

    /** Integer ambiguity. */
    public static String ambiguity(LocalDate epoch) {
        return "amb_" + SnapDate.format(epoch);
    }

    /** Height-to-phase factor, m/m. */
    public static String heightToPhase(ChannelKey key, LocalDate epoch) {
        return new HeightToPhaseBandName(key, epoch).format();
    }

    /** Perpendicular baseline, m. */
    public static String perpendicularBaseline(ChannelKey key, LocalDate epoch) {
        return "bperp" + key.suffix() + "_" + SnapDate.format(epoch);
    }

    /** Virtual intensity band of an image's real part, named as SNAP does: the first word is replaced. */
    public static String intensity(SlcBandName real) {
        return "Intensity" + real.format().substring(real.component().prefix().length());
    }

    /** Virtual phase band of an image's real part, named as SNAP does: the first word is replaced. */
    public static String phase(SlcBandName real) {
        return "Phase" + real.format().substring(real.component().prefix().length());
    }
}
