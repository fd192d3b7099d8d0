package org.insardask.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointOrderTest {

    /** As pymorton 1.0.7: interleave(0, 1) = 2, interleave(1, 0) = 1, interleave(100, 50) = 7704, interleave(2 ** 31 - 1, 0). */
    @Test
    void codesAreThoseOfPymorton() {
        assertEquals(0, MortonCode.of(0, 0));
        assertEquals(2, MortonCode.of(0, 1));
        assertEquals(1, MortonCode.of(1, 0));
        assertEquals(7704, MortonCode.of(100, 50));
        assertEquals(0x1555555555555555L, MortonCode.of(Integer.MAX_VALUE, 0));
        assertEquals(0x3fffffffffffffffL, MortonCode.of(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void negativeNumbersHaveNoCode() {
        assertEquals("Morton code of -1 and 0, expected numbers from 0 on",
                assertThrows(IllegalArgumentException.class, () -> MortonCode.of(-1, 0)).getMessage());
    }

    @Test
    void fourByFour() {
        int[] x = new int[16];
        int[] y = new int[16];
        Arrays.setAll(x, k -> k % 4);
        Arrays.setAll(y, k -> k / 4);
        int[] expected = {0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15};
        assertArrayEquals(expected, PointOrder.morton(x, y));
        double[] lon = Arrays.stream(x).mapToDouble(k -> k * 1e-3).toArray();
        double[] lat = Arrays.stream(y).mapToDouble(k -> k * 1e-3).toArray();
        assertArrayEquals(expected, PointOrder.morton(lon, lat));
    }

    @Test
    void equalCodesAscendAndMissingOnesComeLast() {
        assertArrayEquals(new int[] {1, 3, 0, 2}, PointOrder.morton(new int[] {-1, 5, 2, 5}, new int[] {7, 5, -1, 5}));
        double[] lon = {5, Double.NaN, 5, 4};
        double[] lat = {50, 50, 50, 50};
        assertArrayEquals(new int[] {3, 0, 2, 1}, PointOrder.morton(lon, lat));
        assertArrayEquals(new int[0], PointOrder.morton(new double[0], new double[0]));
        assertArrayEquals(new int[] {0}, PointOrder.morton(new double[] {5}, new double[] {5}));
        assertArrayEquals(new int[] {0, 1}, PointOrder.morton(new double[] {Double.NaN, Double.NaN}, new double[2]));
    }

    /** West of the date line comes before east of it. */
    @Test
    void acrossTheDateLine() {
        double[] lon = {-179.999, 179.999, -179.998, 179.998};
        double[] lat = {0, 0, 0, 0};
        assertArrayEquals(new int[] {3, 1, 0, 2}, PointOrder.morton(lon, lat));
    }

    /** Metres to the east count as those to the north. */
    @Test
    void neighboursInSpaceAreNeighboursInStorage() {
        Random random = new Random(3);
        double[] lon = random.doubles(4096).map(v -> 5 + v * 0.02).toArray();
        double[] lat = random.doubles(4096).map(v -> 60 + v * 0.01).toArray();
        int[] order = PointOrder.morton(lon, lat);
        double before = 0;
        double after = 0;
        for (int k = 1; k < order.length; k++) {
            before += Math.hypot(0.5 * (lon[k] - lon[k - 1]), lat[k] - lat[k - 1]);
            after += Math.hypot(0.5 * (lon[order[k]] - lon[order[k - 1]]), lat[order[k]] - lat[order[k - 1]]);
        }
        assertTrue(after < 0.05 * before, after + " " + before);
        assertArrayEquals(new int[] {0, 1, 2, 3}, Arrays.stream(PointOrder.morton(new double[] {5, 5.002, 5, 5.002},
                new double[] {60, 60, 60.001, 60.001})).toArray());
    }
}
