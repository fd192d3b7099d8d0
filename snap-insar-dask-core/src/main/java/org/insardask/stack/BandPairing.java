package org.insardask.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pairs the real and the imaginary band of an image.
 */
final class BandPairing {

    private BandPairing() {
    }

    /**
     * The pair of one image.
     *
     * @param bands all bands of the image, not empty
     * @throws StackException if there is not exactly one band of each part, or one has another unit than its part
     */
    static <N extends ComplexBandName> ComplexBands pair(List<StackBand<N>> bands) {
        StackBand<N> real = only(bands, Component.REAL);
        StackBand<N> imaginary = only(bands, Component.IMAGINARY);
        requireUnit(real);
        requireUnit(imaginary);
        return new ComplexBands(real.band(), imaginary.band());
    }

    private static <N extends ComplexBandName> StackBand<N> only(List<StackBand<N>> bands, Component component) {
        List<StackBand<N>> found = bands.stream().filter(band -> band.name().component() == component).toList();
        if (found.size() > 1) {
            throw new StackException("two " + component.name().toLowerCase(Locale.ROOT) + " bands of one image: " + found.get(0) + " and "
                    + found.get(1));
        }
        if (found.isEmpty()) {
            StackBand<N> other = bands.get(0);
            String partner = component.prefix() + other.band().getName().substring(1);
            throw new StackException("band " + other + " has no partner '" + partner + "' with unit '" + component.unit() + "'");
        }
        return found.get(0);
    }

    private static void requireUnit(StackBand<? extends ComplexBandName> band) {
        String expected = band.name().component().unit();
        String unit = band.band().getUnit();
        if (!expected.equals(unit)) {
            String found = Optional.ofNullable(unit).filter(u -> !u.isBlank()).map(u -> "unit '" + u + "'").orElse("no unit");
            throw new StackException("band " + band + " has " + found + ", expected '" + expected + "'");
        }
    }
}
