package org.insardask.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Interpolation against the exact geometry at the same pixels, on inclined orbits over the rotating Earth. */
class GeometryGridTest {

    private static final double EARTH_RATE = 7.2921151467e-5;
    private static final int WIDTH = 25_000;
    private static final int HEIGHT = 13_000;
    private static final ImageTiming TIMING = new ImageTiming(30, 2.0e-3, 735_000, 10, true);

    /** Circular orbit of a radius, inclination and node (rad), in Earth-fixed coordinates. */
    private static Orbit inclined(double radius, double inclination, double node) {
        double rate = Math.sqrt(3.986004418e14 / (radius * radius * radius));
        List<StateVector> vectors = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            double time = k * 10.0;
            double angle = 0.9 + rate * time;
            Vector3 radial = turned(inclination, node, EARTH_RATE * time, angle);
            Vector3 along = turned(inclination, node, EARTH_RATE * time, angle + Math.PI / 2);
            Vector3 position = radial.times(radius);
            Vector3 rotation = new Vector3(0, 0, EARTH_RATE).cross(position);
            vectors.add(new StateVector(time, position, along.times(rate * radius).minus(rotation)));
        }
        return Orbit.of(vectors);
    }

    private static Vector3 turned(double inclination, double node, double earth, double angle) {
        double x = Math.cos(angle);
        double y = Math.sin(angle) * Math.cos(inclination);
        double z = Math.sin(angle) * Math.sin(inclination);
        double turn = node - earth;
        return new Vector3(x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn), z);
    }

    private static final Orbit MOTHER = inclined(7_071_000, 1.713, 0.3);
    private static final Orbit OTHER = inclined(7_071_060, 1.713, 0.3 + 2.0e-5);

    private static double[] exact(int x, int y, double height) {
        Sight sight = Sight.solve(MOTHER.at(TIMING.time(y)), TIMING.range(x), height, true).orElseThrow();
        double baseline = sight.perpendicularBaseline(OTHER);
        return new double[] {Math.toDegrees(sight.incidence()), sight.heightToPhasePerMetre(), baseline};
    }

    private static double[] values(GeometryWindow window, double height) {
        double[] values = new double[3];
        double[] value = new double[1];
        window.incidence(new double[] {height}, value);
        values[0] = value[0];
        window.heightToPhasePerMetre(new double[] {height}, value);
        values[1] = value[0];
        window.baselines(0, new double[] {height}, value);
        values[2] = value[0];
        return values;
    }

    /** Largest differences of random pixels, each over the largest absolute value. */
    private static double[] worst(HeightLevels levels, long seed) {
        GeometryGrid grid = GeometryGrid.of(TIMING, WIDTH, HEIGHT, MOTHER, List.of(OTHER), levels);
        Random random = new Random(seed);
        double[] difference = new double[3];
        double[] largest = new double[3];
        for (int k = 0; k < 2000; k++) {
            int x = k % 10 == 0 ? k % 3 : random.nextInt(WIDTH);
            int y = k % 10 == 1 ? HEIGHT - 1 : random.nextInt(HEIGHT);
            double height = levels.count() == 1 ? levels.middle() : levels.middle() + levels.half() * (2 * random.nextDouble() - 1);
            double[] truth = exact(x, y, height);
            GeometryWindow window = grid.window(x, y, 1, 1);
            double[] values = values(window, height);
            for (int q = 0; q < 3; q++) {
                difference[q] = Math.max(difference[q], Math.abs(values[q] - truth[q]));
                largest[q] = Math.max(largest[q], Math.abs(truth[q]));
            }
        }
        for (int q = 0; q < 3; q++) {
            difference[q] /= largest[q];
        }
        return difference;
    }

    @Test
    void oneHeight() {
        double[] worst = worst(HeightLevels.constant(43), 1);
        for (double value : worst) {
            assertTrue(value < 1e-6, List.of(worst[0], worst[1], worst[2]).toString());
        }
    }

    @Test
    void heightsOfPixels() {
        double[] worst = worst(HeightLevels.LAND, 2);
        for (double value : worst) {
            assertTrue(value < 2e-5, List.of(worst[0], worst[1], worst[2]).toString());
        }
    }

    @Test
    void valuesDoNotDependOnTheWindow() {
        GeometryGrid grid = GeometryGrid.of(TIMING, 700, 500, MOTHER, List.of(OTHER), HeightLevels.LAND);
        double[] heights = new Random(3).doubles(700 * 500, -100, 3000).toArray();
        double[] whole = new double[700 * 500];
        grid.window(0, 0, 700, 500).baselines(0, heights, whole);
        double[] part = new double[37 * 41];
        double[] partHeights = new double[37 * 41];
        for (int row = 0; row < 41; row++) {
            System.arraycopy(heights, (400 + row) * 700 + 600, partHeights, row * 37, 37);
        }
        grid.window(600, 400, 37, 41).baselines(0, partHeights, part);
        for (int row = 0; row < 41; row++) {
            for (int column = 0; column < 37; column++) {
                assertEquals(whole[(400 + row) * 700 + 600 + column], part[row * 37 + column], 0.0);
            }
        }
    }

    @Test
    void heightsOutsideTheLevelsGiveNoValue() {
        GeometryGrid grid = GeometryGrid.of(TIMING, 2, 1, MOTHER, List.of(OTHER), HeightLevels.LAND);
        double[] values = new double[2];
        grid.window(0, 0, 2, 1).incidence(new double[] {Double.NaN, 9001}, values);
        assertTrue(Double.isNaN(values[0]) && Double.isNaN(values[1]), values[0] + ", " + values[1]);
    }

    @Test
    void smallImagesHaveNodesToo() {
        GeometryGrid grid = GeometryGrid.of(TIMING, 1, 1, MOTHER, List.of(OTHER), HeightLevels.constant(0));
        double[] values = new double[1];
        grid.window(0, 0, 1, 1).baselines(0, null, values);
        assertEquals(exact(0, 0, 0)[2], values[0], 1e-9);
    }

    @Test
    void completeOrNot() {
        GeometryGrid grid = GeometryGrid.of(TIMING, 20, 20, MOTHER, List.of(OTHER, Orbit.of(Circle.MOTHER.vectors(0, 1, 5))),
                HeightLevels.constant(0));
        assertTrue(grid.hasGround());
        assertTrue(grid.hasBaselines(0));
        assertFalse(grid.hasBaselines(1));
    }
}
