package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** Which pixels count: those whose mask band lies in a range, and whose flags are as wanted. Immutable. */
final class PixelFilter {

    private final SampleBand mask;
    private final double minimum;
    private final double maximum;
    private final SampleBand flags;
    private final int required;
    private final int excluded;

    /**
     * What was asked for; names are null or blank, lists empty where they are not given.
     *
     * @param maskBand a band
     * @param minimum its smallest value that counts, or null
     * @param maximum its largest value that counts, or null
     * @param flagBand a band of flags
     * @param requiredFlags names of flags that are to be set
     * @param excludedFlags names of flags that must not be set
     */
    record Choice(String maskBand, Double minimum, Double maximum, String flagBand, List<String> requiredFlags,
            List<String> excludedFlags) {

        private boolean hasMask() {
            return maskBand != null && !maskBand.isBlank();
        }

        private boolean hasFlags() {
            return !requiredFlags.isEmpty() || !excludedFlags.isEmpty();
        }
    }

    /**
     * Checks a choice.
     *
     * @throws OperatorException where a band or a flag does not exist, or the parameters contradict each other
     */
    PixelFilter(Product product, Choice choice) {
        boolean hasRange = choice.minimum() != null || choice.maximum() != null;
        if (choice.hasMask() != hasRange) {
            throw new OperatorException(hasRange ? "maskMinimum or maskMaximum is given without maskBand"
                    : "maskBand is given without maskMinimum or maskMaximum, which say which of its values count");
        }
        mask = choice.hasMask() ? SampleBand.ofValues(ProductBands.require(product, "maskBand", choice.maskBand().strip())) : null;
        minimum = choice.minimum() == null ? Double.NEGATIVE_INFINITY : choice.minimum();
        maximum = choice.maximum() == null ? Double.POSITIVE_INFINITY : choice.maximum();
        if (minimum > maximum) {
            throw new OperatorException("maskMinimum = " + minimum + " is more than maskMaximum = " + maximum);
        }
        Band flagBand = choice.hasFlags() ? ProductBands.require(product, "flagBand", choice.flagBand()) : null;
        flags = flagBand == null ? null : SampleBand.ofValues(flagBand);
        required = bits(flagBand, "requiredFlags", choice.requiredFlags());
        excluded = bits(flagBand, "excludedFlags", choice.excludedFlags());
    }

    private static int bits(Band band, String parameter, List<String> names) {
        int bits = 0;
        for (String name : names) {
            FlagCoding coding = band.getFlagCoding();
            if (coding == null) {
                throw new OperatorException(parameter + " is given, but band '" + band.getName() + "' has no flags");
            }
            if (coding.getFlag(name) == null) {
                throw new OperatorException(parameter + ": band '" + band.getName() + "' has no flag '" + name + "'; its flags are "
                        + String.join(", ", coding.getFlagNames()));
            }
            bits |= coding.getFlagMask(name);
        }
        return bits;
    }

    /** Returns for each pixel of a rectangle, row by row, whether it counts. */
    boolean[] read(Operator operator, Rectangle rectangle) {
        boolean[] counts = new boolean[rectangle.width * rectangle.height];
        Arrays.fill(counts, true);
        double[] samples = new double[counts.length];
        if (mask != null) {
            mask.read(operator, rectangle, samples);
            for (int k = 0; k < counts.length; k++) {
                counts[k] = samples[k] >= minimum && samples[k] <= maximum;
            }
        }
        if (flags != null) {
            flags.read(operator, rectangle, samples);
            for (int k = 0; k < counts.length; k++) {
                int set = (int) (long) samples[k];
                counts[k] &= !Double.isNaN(samples[k]) && (set & required) == required && (set & excluded) == 0;
            }
        }
        return counts;
    }
}
