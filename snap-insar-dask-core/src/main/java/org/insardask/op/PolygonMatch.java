package org.insardask.op;

import java.awt.Rectangle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.insardask.polygon.PolygonLocator;
import org.insardask.polygon.PolygonSet;

/** Says which polygon each pixel belongs to. Safe for use by several threads. */
interface PolygonMatch {

    /**
     * Reads a rectangle.
     *
     * @param operator for its source tiles
     * @return the number of the polygon's feature for each pixel, row by row, negative for none
     */
    int[] read(Operator operator, Rectangle rectangle);

    /** Lets go of what threads worked with. */
    void close();

    /** The rule of Polygon-Enrichment: the polygon that holds the centre of the pixel. */
    final class ByPlace implements PolygonMatch {
        private final PixelPlaces places;
        private final PolygonIndex index;
        private final PointPredicate predicate;
        private final Queue<PolygonLocator> idleLocators = new ConcurrentLinkedQueue<>();

        ByPlace(PixelPlaces places, PolygonSet polygons, PointPredicate predicate, OverlapRule overlap) {
            this.places = places;
            this.predicate = predicate;
            index = new PolygonIndex(polygons, overlap);
        }

        @Override
        public int[] read(Operator operator, Rectangle rectangle) {
            int[] feature = new int[rectangle.width * rectangle.height];
            double[] lon = new double[feature.length];
            double[] lat = new double[feature.length];
            places.read(operator, rectangle, lon, lat);
            PolygonLocator idle = idleLocators.poll();
            PolygonLocator locator = idle == null ? index.newLocator(predicate) : idle;
            locator.locate(lon, lat, feature.length, feature);
            idleLocators.add(locator);
            return feature;
        }

        @Override
        public void close() {
            idleLocators.clear();
        }
    }

    /** The numbers of a band. */
    final class ByBand implements PolygonMatch {
        private final String name;
        private final SampleBand band;
        private final int features;

        /**
         * The numbers that Polygon-Enrichment wrote.
         *
         * @param features how many features there are, or -1 where that is not known
         */
        ByBand(Band band, int features) {
            this.name = band.getName();
            this.band = SampleBand.ofValues(band);
            this.features = features;
        }

        @Override
        public int[] read(Operator operator, Rectangle rectangle) {
            int[] feature = new int[rectangle.width * rectangle.height];
            double[] numbers = new double[feature.length];
            band.read(operator, rectangle, numbers);
            for (int k = 0; k < feature.length; k++) {
                feature[k] = numbers[k] >= 0 ? number(numbers[k]) : PolygonLocator.NONE;
            }
            return feature;
        }

        @Override
        public void close() {
            // Threads share the band.
        }

        private int number(double number) {
            int feature = (int) number;
            if (feature != number || (features >= 0 && feature >= features)) {
                throw new OperatorException("band '" + name + "' holds " + number + ", expected the numbers of polygons"
                        + (features >= 0 ? ", which are 0 to " + (features - 1) : ""));
            }
            return feature;
        }
    }
}
