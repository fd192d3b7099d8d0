package org.insardask.op;

import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.orbit.HeightLevels;

/** Heights of the ground: one for all pixels, or those of a band. Immutable. */
final class GroundHeights {

    private static final Set<String> METRES = Set.of("", "m", "meter", "meters", "metre", "metres");

    private final Optional<Band> band;
    private final Optional<SampleBand> samples;
    private final double otherwise;

    private GroundHeights(Optional<Band> band, double otherwise) {
        this.band = band;
        this.samples = band.map(SampleBand::ofValues);
        this.otherwise = otherwise;
    }

    /**
     * Heights of a product.
     *
     * @param name      of the band; null for none
     * @param otherwise height where there is none, m
     * @throws OperatorException where there is no such band, or it is not in metres
     */
    static GroundHeights of(Product product, String name, double otherwise) {
        Optional<Band> band = Optional.ofNullable(name).map(text -> ProductBands.require(product, "heightBand", text));
        band.map(Band::getUnit).filter(unit -> !METRES.contains(unit.strip().toLowerCase(Locale.ROOT))).ifPresent(unit -> {
            throw new OperatorException("heightBand: band '" + name + "' has the unit '" + unit + "', expected m");
        });
        return new GroundHeights(band, otherwise);
    }

    /** The heights at which the geometry is to be known. */
    HeightLevels levels() {
        return band.isPresent() ? HeightLevels.LAND : HeightLevels.constant(otherwise);
    }

    /** The heights of a rectangle, row by row without gaps; null where all are the same. */
    double[] read(Operator operator, Rectangle rectangle) {
        if (samples.isEmpty()) {
            return null;
        }
        double[] heights = new double[rectangle.width * rectangle.height];
        samples.get().read(operator, rectangle, heights);
        for (int p = 0; p < heights.length; p++) {
            heights[p] = HeightLevels.LAND.contains(heights[p]) ? heights[p] : otherwise;
        }
        return heights;
    }

    /** Where the heights come from, for the record. */
    String description() {
        return band.map(from -> "band " + from.getName() + ", " + otherwise + " m where it has none").orElse(otherwise + " m");
    }
}
