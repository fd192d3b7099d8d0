package org.insardask.points;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianNetworkTest {

    @Test
    void asSorting() {
        Random random = new Random(4);
        for (int values = 2; values <= 129; values += values < 40 ? 1 : 13) {
            int points = 200;
            float[] samples = new float[values * points];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = random.nextInt(3) == 0 ? random.nextInt(5) : 100 * random.nextFloat();
            }
            MedianNetwork network = new MedianNetwork(values);
            double[] medians = new double[MedianNetwork.BLOCK];
            double[] deviations = new double[MedianNetwork.BLOCK];
            network.load(samples, points, 0, points);
            network.compute(medians);
            network.toDeviations(medians);
            network.compute(deviations);
            for (int p = 0; p < points; p++) {
                double[] series = new double[values];
                for (int e = 0; e < values; e++) {
                    series[e] = samples[e * points + p];
                }
                double median = median(series);
                assertEquals(median, medians[p], values + " values");
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
