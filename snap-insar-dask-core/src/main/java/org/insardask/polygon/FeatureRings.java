package org.insardask.polygon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The polygons of a feature as coordinates, to be written to a file. */
public final class FeatureRings {

    private FeatureRings() {
    }

    /**
     * Returns the polygons of a feature, each with its rings, the shell first.
     *
     * @param feature the feature, counted from 0
     * @return for each ring longitude and latitude (degrees) in turn, the last vertex equal to the first; a copy. Empty for a feature
     *         without polygons
     */
    public static List<List<double[]>> of(PolygonSet set, int feature) {
        List<List<double[]>> polygons = new ArrayList<>();
        for (int p = firstPolygon(set, feature); p < set.polygonCount() && set.featureOfPolygon[p] == feature; p++) {
            List<double[]> rings = new ArrayList<>();
            for (int r = set.polygonStart[p]; r < set.polygonStart[p + 1]; r++) {
                rings.add(Arrays.copyOfRange(set.xy, 2 * set.ringStart[r], 2 * set.ringStart[r + 1]));
            }
            polygons.add(rings);
        }
        return polygons;
    }

    private static int firstPolygon(PolygonSet set, int feature) {
        int p = Arrays.binarySearch(set.featureOfPolygon, feature);
        while (p > 0 && set.featureOfPolygon[p - 1] == feature) {
            p--;
        }
        return p < 0 ? set.polygonCount() : p;
    }
}
