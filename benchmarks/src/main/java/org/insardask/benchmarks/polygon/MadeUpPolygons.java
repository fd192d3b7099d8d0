package org.insardask.benchmarks.polygon;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up polygons like buildings and parcels: stars of 4 to 12 vertices, every tenth with a hole, every twentieth of two or three parts;
 * one half evenly spread over a square, the other half in towns, where they overlap. Feature i depends on the seed and i alone, so that any
 * number of them is made without holding them. Immutable.
 */
final class MadeUpPolygons {
    static final double WEST = 4.5;
    static final double SOUTH = 52;
    private static final int TOWNS = 200;
    private static final double ASPECT = 1.6;

    private final long seed;
    private final int count;
    private final double side;
    private final double[] towns = new double[3 * TOWNS];

    /**
     * Makes the plan.
     *
     * @param count number of features; 100,000 of them lie in a square of half a degree, and more in a larger one
     */
    MadeUpPolygons(long seed, int count) {
        this.seed = seed;
        this.count = count;
        side = 0.5 * Math.sqrt(count / 100_000.0);
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 0; t < TOWNS; t++) {
            towns[3 * t] = WEST + side * random.nextDouble(0.05, 0.95);
            towns[3 * t + 1] = SOUTH + side * random.nextDouble(0.05, 0.95);
            towns[3 * t + 2] = side * random.nextDouble(0.01, 0.03);
        }
    }

    int count() {
        return count;
    }

    /** The side of the square in degrees. */
    double side() {
        return side;
    }

    /** One feature: its parts, each a list of rings of x and y in turn, closed, the shell first. */
    record Feature(List<List<double[]>> parts, int id, String name, double height, String type) {
    }

    Feature feature(int i) {
        SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (i + 1));
        double x = WEST + side * random.nextDouble();
        double y = SOUTH + side * random.nextDouble();
        if (random.nextBoolean()) {
            int town = random.nextInt(TOWNS);
            x = towns[3 * town] + towns[3 * town + 2] * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            y = towns[3 * town + 1] + towns[3 * town + 2] * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
        }
        int parts = random.nextInt(20) == 0 ? 2 + random.nextInt(2) : 1;
        List<List<double[]>> all = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            double radius = random.nextDouble(1.5e-4, 7e-4);
            double angle = random.nextDouble(6.3);
            int corners = 4 + random.nextInt(9);
            double[] shell = new double[2 * corners + 2];
            double[] hole = new double[2 * corners + 2];
            for (int k = 0; k <= corners; k++) {
                double a = angle + 2 * Math.PI * (k % corners) / corners;
                double r = k == corners ? Double.NaN : radius * random.nextDouble(0.6, 1);
                shell[2 * k] = k == corners ? shell[0] : x + part * 2.4e-3 + ASPECT * r * Math.cos(a);
                shell[2 * k + 1] = k == corners ? shell[1] : y + r * Math.sin(a);
                hole[2 * (corners - k)] = x + part * 2.4e-3 + 0.3 * (shell[2 * k] - x - part * 2.4e-3);
                hole[2 * (corners - k) + 1] = y + 0.3 * (shell[2 * k + 1] - y);
            }
            all.add(random.nextInt(10) == 0 ? List.of(shell, hole) : List.of(shell));
        }
        return new Feature(all, i, "building " + i % 5000, random.nextDouble(2, 80), "type " + random.nextInt(30));
    }

    /** Random points of the square, evenly spread, in no order: longitudes, then latitudes. */
    double[][] points(int number) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        double[][] places = new double[2][number];
        for (int i = 0; i < number; i++) {
            places[0][i] = WEST + side * random.nextDouble();
            places[1][i] = SOUTH + side * random.nextDouble();
        }
        return places;
    }
}
