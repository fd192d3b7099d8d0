package org.insardask.op;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.Baseline;
import org.insardask.stack.Epoch;
import org.insardask.stack.SnapDate;
import org.insardask.stack.StackDescription;
import org.insardask.stack.ViewingGeometry;

/**
 * Height-to-phase factors of pixels (m/m): from bands, or from the perpendicular baselines and the viewing geometry. Immutable.
 */
final class HeightSource {

    /** A factor of a band beyond this (m/m) is no data: that of a baseline as long as the range to the satellite is about 1. */
    private static final double LARGEST_FACTOR = 1000;
    /** Short loops are called often, and so compiled soon. */
    private static final int BLOCK = 256;

    /** By epoch; empty for that of the mother, whose factor is 0. */
    private final List<Optional<SampleBand>> bands;
    private final double sign;
    private final double[] baselines;
    private final ViewingGeometry geometry;

    private HeightSource(List<Optional<SampleBand>> bands, double sign, double[] baselines, ViewingGeometry geometry) {
        this.bands = bands;
        this.sign = sign;
        this.baselines = baselines;
        this.geometry = geometry;
    }

    /**
     * Chooses the source.
     *
     * @param choice AUTO, BANDS or BASELINES
     * @param sign factor of the bands, 1 or -1
     * @throws OperatorException that names what is missing
     */
    static HeightSource choose(StackDescription stack, String choice, double sign) {
        boolean useBands = choice.equals("BANDS") || (choice.equals("AUTO") && missingBands(stack).isEmpty());
        if (useBands) {
            return ofBands(stack, sign);
        }
        String found = problemWithBaselines(stack);
        if (!found.isEmpty()) {
            String bandsToo = choice.equals("AUTO") ? "no height-to-phase band (unit m/m) of " + missingBands(stack) + ", and " : "";
            throw new OperatorException("heightToPhase " + choice + ": " + bandsToo + found
                    + "; expected one of both for every epoch, or the term height left out");
        }
        double[] baselines = stack.epochs().stream().mapToDouble(epoch -> baseline(stack, epoch)).toArray();
        return new HeightSource(List.of(), 1.0, baselines, stack.geometry().orElseThrow());
    }

    private static HeightSource ofBands(StackDescription stack, double sign) {
        String missing = missingBands(stack);
        if (!missing.isEmpty()) {
            throw new OperatorException("heightToPhase BANDS: no height-to-phase band (unit m/m) of " + missing);
        }
        List<Optional<SampleBand>> bands = stack.epochs().stream().map(Epoch::heightToPhase)
                .map(band -> band.map(HeightSource::sampleBand)).toList();
        return new HeightSource(bands, sign, null, null);
    }

    private static SampleBand sampleBand(Band band) {
        String unit = band.getUnit();
        if (unit != null && !unit.isBlank() && !unit.strip().equals("m/m")) {
            throw new OperatorException("band '" + band.getName() + "' has the unit '" + unit + "', expected m/m");
        }
        return SampleBand.ofValues(band);
    }

    /** The mother needs no band: its baseline to itself is 0. */
    private static String missingBands(StackDescription stack) {
        return stack.epochs().stream().filter(epoch -> epoch.heightToPhase().isEmpty())
                .filter(epoch -> !epoch.date().equals(stack.mother().date())).map(epoch -> SnapDate.format(epoch.date()))
                .collect(Collectors.joining(", "));
    }

    private static String problemWithBaselines(StackDescription stack) {
        String missing = stack.epochs().stream().filter(epoch -> Double.isNaN(baseline(stack, epoch)))
                .map(epoch -> SnapDate.format(epoch.date())).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return "no perpendicular baseline in the metadata of " + missing;
        }
        return stack.geometry().isEmpty() ? "no tie points incident_angle and slant_range_time to make use of the baselines" : "";
    }

    /** The mother has no baseline to itself. */
    private static double baseline(StackDescription stack, Epoch epoch) {
        double otherwise = epoch.date().equals(stack.mother().date()) ? 0.0 : Double.NaN;
        return epoch.baseline().map(Baseline::perpendicular).orElse(otherwise);
    }

    /** Returns whether bands are used, in words for the record. */
    String description() {
        return geometry == null ? "BANDS" : "BASELINES";
    }

    /** Returns the factor of the bands. */
    double sign() {
        return sign;
    }

    /**
     * Fills the factors of arcs, the means of both ends.
     *
     * @param reference factors of the reference by epoch (m/m); null to get those of the pixels themselves
     */
    void fill(Operator operator, Rectangle rectangle, double[] reference, ArcTileBuffers buffers) {
        int epochs = geometry == null ? bands.size() : baselines.length;
        int count = rectangle.width * rectangle.height;
        double[] values = buffers.real();
        if (geometry != null) {
            fillPerMetre(rectangle, values);
        }
        for (int e = 0; e < epochs; e++) {
            if (geometry == null) {
                read(bands.get(e), operator, rectangle, values);
            }
            double half = reference == null ? 0.0 : 0.5 * reference[e];
            double weight = (reference == null ? 1.0 : 0.5) * (geometry == null ? sign : baselines[e]);
            for (int from = 0; from < count; from += BLOCK) {
                toFactors(values, from, Math.min(count, from + BLOCK), weight, half, buffers.height(), e * buffers.stride());
            }
        }
    }

    private static void toFactors(double[] values, int from, int to, double weight, double half, float[] out, int offset) {
        for (int p = from; p < to; p++) {
            out[offset + p] = (float) (half + weight * values[p]);
        }
    }

    private static void read(Optional<SampleBand> band, Operator operator, Rectangle rectangle, double[] out) {
        if (band.isPresent()) {
            band.get().read(operator, rectangle, out);
            for (int p = 0; p < rectangle.width * rectangle.height; p++) {
                out[p] = Math.abs(out[p]) <= LARGEST_FACTOR ? out[p] : Double.NaN;
            }
        } else {
            Arrays.fill(out, 0, rectangle.width * rectangle.height, 0.0);
        }
    }

    private void fillPerMetre(Rectangle rectangle, double[] out) {
        for (int row = 0; row < rectangle.height; row++) {
            for (int column = 0; column < rectangle.width; column++) {
                out[row * rectangle.width + column] = geometry.heightToPhasePerMetre(rectangle.x + column, rectangle.y + row);
            }
        }
    }

    /** Returns the epochs at which the used factors and the baselines of the metadata have different signs, as dates; empty if none. */
    static String contradictions(StackDescription stack, double[] factors) {
        List<String> found = new ArrayList<>();
        for (int e = 0; e < factors.length; e++) {
            Epoch epoch = stack.epochs().get(e);
            double product = factors[e] * epoch.baseline().map(Baseline::perpendicular).orElse(0.0);
            if (product < 0.0) {
                found.add(SnapDate.format(epoch.date()));
            }
        }
        return String.join(", ", found);
    }
}
