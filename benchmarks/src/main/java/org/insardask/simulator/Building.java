package org.insardask.simulator;

import java.util.List;

/**
 * A building of the town. Immutable as long as nobody writes into the rings.
 *
 * @param id       from 1, in the order of the vector file
 * @param name     unique
 * @param type     what it is used for
 * @param height   above the ground (m)
 * @param year     it was built in
 * @param settling its own velocity on top of that of the ground (mm/year)
 * @param parts    polygons: closed rings of longitude and latitude in turn (deg); the first ring of a part is the shell, the
 *                 others are holes
 */
record Building(int id, String name, String type, double height, int year, double settling, List<List<double[]>> parts) {

    /** Whether a place is inside: within the shell of a part and not within its holes. */
    boolean contains(double longitude, double latitude) {
        for (List<double[]> part : parts) {
            if (inside(part, longitude, latitude)) {
                return true;
            }
        }
        return false;
    }

    /** Even-odd rule over all rings of a part. */
    private static boolean inside(List<double[]> rings, double x, double y) {
        boolean inside = false;
        for (double[] ring : rings) {
            for (int k = 0; k + 3 < ring.length; k += 2) {
                boolean spans = (ring[k + 1] > y) != (ring[k + 3] > y);
                if (spans && x < ring[k] + (y - ring[k + 1]) / (ring[k + 3] - ring[k + 1]) * (ring[k + 2] - ring[k])) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }
}
