package org.insardask.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointThinningTest {

    private static final double METRES = 1.0 / 111_194.926644559;

    @ParameterizedTest
    @CsvSource({"5.0, 52.0, 1000", "179.99, -16, 1000", "5.0, 89.99, 1000", "0, 0, 30", "0, 0, 3"})
    void asBruteForce(double lon, double lat, double side) {
        int count = 1500;
        Random random = new Random(11);
        double east = METRES / Math.max(1e-3, Math.cos(Math.toRadians(lat)));
        double[] x = random.doubles(count).map(v -> Math.IEEEremainder(lon + v * side * east, 360)).toArray();
        double[] y = random.doubles(count).map(v -> Math.min(90, lat + v * side * METRES)).toArray();
        double[] quality = random.ints(count, 0, 20).mapToDouble(v -> v == 7 ? Double.NaN : v - 5.0).toArray();
        boolean[] keep = new PointThinning(x, y, quality).byDistance(40);
        assertArrayEquals(bruteForce(x, y, quality, 40), keep);
        int kept = (int) IntStream.range(0, count).filter(k -> keep[k]).count();
        assertTrue(side > 100 ? kept > 40 && kept < 600 : kept <= 2, "" + kept);
    }

    private static boolean[] bruteForce(double[] lon, double[] lat, double[] quality, double distance) {
        Integer[] order = IntStream.range(0, lon.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(k -> Double.isNaN(quality[k]) ? Double.POSITIVE_INFINITY : quality[k]));
        boolean[] keep = new boolean[lon.length];
        for (int k : order) {
            keep[k] = true;
            for (int other = 0; other < lon.length && keep[k]; other++) {
                keep[k] = other == k || !keep[other] || distance(lon[k], lat[k], lon[other], lat[other]) >= distance;
            }
        }
        return keep;
    }

    /** Chord on the ellipsoid. */
    private static double distance(double lon0, double lat0, double lon1, double lat1) {
        double[] a = place(lon0, lat0);
        double[] b = place(lon1, lat1);
        return Math.sqrt(IntStream.range(0, 3).mapToDouble(k -> (a[k] - b[k]) * (a[k] - b[k])).sum());
    }

    private static double[] place(double lon, double lat) {
        double sine = Math.sin(Math.toRadians(lat));
        double n = 6378137.0 / Math.sqrt(1 - 6.69437999014e-3 * sine * sine);
        double across = n * Math.cos(Math.toRadians(lat));
        double angle = Math.toRadians(lon);
        return new double[] {across * Math.cos(angle), across * Math.sin(angle), n * (1 - 6.69437999014e-3) * sine};
    }

    @Test
    void duplicatesLeaveTheBest() {
        double[] same = new double[5];
        assertArrayEquals(new boolean[] {false, false, true, false, false},
                new PointThinning(same, same, new double[] {3, 2, 1, 1, Double.NaN}).byDistance(0.01));
        assertArrayEquals(new boolean[] {true, false, false, false, false}, new PointThinning(same, same, null).byDistance(0.01));
        assertArrayEquals(new boolean[] {false, true, true, false, false},
                new PointThinning(same, same, new double[] {3, 2, 1, 2, Double.NaN}).byCell(10, 2));
        assertEquals(0, new PointThinning(new double[0], new double[0], null).byDistance(1).length);
        assertEquals(0, new PointThinning(new double[0], new double[0], null).byCell(1, 1).length);
    }

    @Test
    void cellsAreSquareInMetres() {
        double[] lat = new double[400];
        double[] lon = new double[400];
        double start = Math.floor(60.0 / (100 * METRES)) * 100 * METRES;
        for (int k = 0; k < 400; k++) {
            int row = k / 20;
            lat[k] = start + (row + 0.5) * 10 * METRES;
            lon[k] = (k % 20 + 0.5) * 10 * METRES / Math.cos(Math.toRadians(start));
        }
        boolean[] keep = new PointThinning(lon, lat, null).byCell(100, 3);
        int kept = (int) IntStream.range(0, 400).filter(k -> keep[k]).count();
        assertTrue(kept >= 4 * 3 && kept <= 9 * 3 && kept % 3 == 0, "" + kept);
        double[] turned = Arrays.stream(lon).map(v -> v + 360).toArray();
        assertArrayEquals(keep, new PointThinning(turned, lat, null).byCell(100, 3));
    }

    @Test
    void polesAndTheDateLine() {
        double[] lon = {0, 90, -180, 180, 179.9999999};
        double[] lat = {90, 90, 90, -90, -90};
        assertArrayEquals(new boolean[] {true, false, false, true, false}, new PointThinning(lon, lat, null).byDistance(1));
        assertTrue(new PointThinning(lon, lat, null).byCell(1000, 1)[3]);
    }

    @Test
    void misuse() {
        PointThinning none = new PointThinning(new double[1], new double[1], null);
        assertEquals("0.0 m, expected more than 0", assertThrows(IllegalArgumentException.class, () -> none.byDistance(0)).getMessage());
        assertEquals("cells of 1.0 m with 0 points, expected at least 0.01 m and 1 point",
                assertThrows(IllegalArgumentException.class, () -> none.byCell(1, 0)).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PointThinning(new double[1], new double[2], null)).getMessage()
                .startsWith("1 longitudes and 2 latitudes"));
    }
}
