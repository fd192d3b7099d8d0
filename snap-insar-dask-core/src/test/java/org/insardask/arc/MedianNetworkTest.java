package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianNetworkTest {

    private static final int POINTS = 200;

    /** Of every fifth point some values are missing, in one of these ways. */
    private static final float[] MISSING = {Float.NaN, 0.0f, -0.0f, -1.0f, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY};

    @Test
    void asSorting() {
        Random random = new Random(4);
        for (int values = 2; values <= 129; values += values < 40 ? 1 : 13) {
            float[] samples = new float[values * POINTS];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 100 * random.nextFloat() + Float.MIN_VALUE;
                boolean missing = k % POINTS % 5 == 0 && random.nextInt(values) < k % POINTS * values / POINTS;
                samples[k] = missing ? MISSING[random.nextInt(MISSING.length)] : samples[k];
            }
            assertAsSorting(samples, values);
        }
    }

    @Test
    void extremes() {
        assertAsSorting(new float[] {Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN, 1.0f}, 5, 1);
        assertAsSorting(new float[] {Float.NaN, Float.NaN, 3.0f, Float.NaN, Float.NaN, 5.0f}, 6, 1);
        assertAsSorting(new float[] {0.0f, 0.0f, 3.0f, Float.NaN, 4.0f}, 5, 1);
    }

    private static void assertAsSorting(float[] samples, int values) {
        assertAsSorting(samples, values, POINTS);
    }

    private static void assertAsSorting(float[] samples, int values, int points) {
        MedianNetwork network = new MedianNetwork(values);
        double[] medians = new double[MedianNetwork.BLOCK];
        double[] deviations = new double[MedianNetwork.BLOCK];
        network.load(samples, points, 0, points);
        network.compute(medians);
        network.loadDeviations(samples, points, 0, medians);
        network.compute(deviations);
        for (int p = 0; p < points; p++) {
            int point = p;
            double[] series = IntStream.range(0, values).mapToDouble(e -> samples[e * points + point]).filter(v -> v > 0.0).toArray();
            assertEquals(series.length, network.count(p));
            if (series.length > 0) {
                double median = median(series);
                assertEquals(median, medians[p], values + " values of point " + p);
                assertEquals(median(Arrays.stream(series).map(v -> (float) Math.abs(v - median)).toArray()), deviations[p]);
            }
        }
    }

    private static double median(double[] series) {
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
