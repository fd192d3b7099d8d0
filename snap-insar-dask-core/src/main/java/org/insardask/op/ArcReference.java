package org.insardask.op;

import java.awt.Dimension;
import java.util.Locale;
import java.util.logging.Logger;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.StackDescription;

/** The reference of all arcs as the parameters say it: a pixel, the best pixel, or the mean of several. Immutable. */
final class ArcReference {

    /** Mean length of unit vectors below which their phases differ so much that a warning is due: a deviation of 1.2 rad. */
    private static final double LIKE = 0.5;

    private final ReferenceChoice choice;
    private final ReferencePixels meanOf;

    /** Of a pixel or the best where there are no several pixels (null). */
    private ArcReference(ReferenceChoice choice, ReferencePixels meanOf) {
        this.choice = choice;
        this.meanOf = meanOf;
    }

    /**
     * Makes the choice of the parameters.
     *
     * @param position column, row, latitude and longitude; null where they are not given
     * @param words several pixels
     * @param logger gets what a user should know of a file of polygons
     * @throws OperatorException where they contradict each other, or a pixel is outside
     */
    static ArcReference of(Position position, ReferenceWords words, Product product, Logger logger) {
        int given = (position.isGiven() ? 1 : 0) + (words.hasPixels() ? 1 : 0) + (words.hasPolygons() ? 1 : 0);
        if (given > 1) {
            throw new OperatorException("several references are given, expected at most one of referenceX and referenceY; referenceLat and "
                    + "referenceLon; pixels; vectorFile");
        }
        words.requireNoPolygonWords();
        ReferencePixels pixels = null;
        if (words.hasPixels()) {
            pixels = words.readPixels(product);
        } else if (words.hasPolygons()) {
            pixels = words.readPolygons(product, logger);
        }
        return new ArcReference(ReferenceChoice.of(position.x(), position.y(), position.latitude(), position.longitude(), product), pixels);
    }

    /** Column and row, or latitude and longitude (degrees), of a pixel; null where they are not given. */
    record Position(Integer x, Integer y, Double latitude, Double longitude) {

        private boolean isGiven() {
            return x != null || y != null || latitude != null || longitude != null;
        }
    }

    /** Returns a search for the best pixel; null where none is needed. */
    BestPixelOp newSearch(ArcSources sources, PixelQuality quality, StackDescription stack) {
        return meanOf != null || !choice.isBest() ? null : new BestPixelOp(sources, quality, new Dimension(stack.width(), stack.height()),
                stack.mother().source().getPreferredTileSize());
    }

    /**
     * Reads the reference.
     *
     * @param search for the best pixel, null where none is needed
     * @param fewest the number of valid epochs that it must have
     * @throws OperatorException where it has not enough data
     */
    ReferenceSeries read(Operator operator, ReferenceReader reader, BestPixelOp search, int fewest) {
        if (meanOf != null) {
            return reader.readMean(meanOf, fewest);
        }
        if (search == null) {
            return reader.readPixel(choice.x(), choice.y(), fewest);
        }
        BestPixel best = search.search(operator);
        return reader.readPixel(best.x(), best.y(), fewest);
    }

    /** Says in the metadata what was chosen. */
    void record(ArcRecord record) {
        if (meanOf == null) {
            record.setChoice(choice);
        } else {
            record.setChoice(meanOf);
        }
    }

    /**
     * Says in the log what the reference is, with warnings where it is poor.
     *
     * @param product name of the target
     * @param heights null where height is not estimated
     * @param threshold for the message where the reference does not reach it
     */
    void report(ReferenceSeries reference, String product, HeightSource heights, Double threshold, Logger logger) {
        ReferenceSeries.Place place = reference.place();
        logger.info(String.format(Locale.ROOT, "Arc-Unwrapping: %s: reference %s%s, phase sigma %.3f rad%s", product,
                place.description(), place.isPixel() ? " by " + choice.how() : ", pixels used: " + place.pixels() + ", left out: "
                + place.leftOut() + ", likeness " + String.format(Locale.ROOT, "%.2f", place.likeness()), reference.sigma(),
                heights == null ? "" : ", height to phase: " + heights.description() + ", sign " + (int) heights.sign()));
        if (reference.belowThreshold()) {
            logger.warning("Arc-Unwrapping: the reference " + place.description() + " does not reach qualityThreshold " + threshold);
        }
        if (place.likeness() < LIKE) {
            logger.warning(String.format(Locale.ROOT, "Arc-Unwrapping: the phases of the reference pixels differ much (mean length of "
                    + "their unit vectors %.2f), so that their mean is uncertain", place.likeness()));
        }
    }
}
