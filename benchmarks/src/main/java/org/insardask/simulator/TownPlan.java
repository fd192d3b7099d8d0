package org.insardask.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insardask.simulator.Noise.Stream;

/**
 * The plan of the town: a grid of blocks turned against the tracks, a river, a pond, fields at two corners, and the
 * buildings on the blocks.
 *
 * <p>Coordinates: u is the ground range and v the azimuth from the first corner (m); p and q are those of the street grid.
 * Immutable.
 */
final class TownPlan {
    private static final double GRID_ANGLE = StrictMath.toRadians(14);
    private static final double PITCH_P = 82;
    private static final double PITCH_Q = 112;
    private static final double STREET_WIDTH = 18;
    private static final double RIVER_HALF_WIDTH = 20;
    private static final String[] STREETS = {
        "Kerkstraat", "Molenweg", "Havenkade", "Dijklaan", "Veenhof", "Stationsplein", "Weverspad", "Linnenhof", "Zandpad", "Brink"
    };

    private final Radar radar;
    private final Noise noise;
    private final double extentU;
    private final double extentV;
    private final List<Building> buildings;
    private final Map<Long, List<Building>> buildingsOfBlock = new HashMap<>();

    TownPlan(Radar radar, Noise noise) {
        this.radar = radar;
        this.noise = noise;
        this.extentU = radar.width() * metresPerColumn();
        this.extentV = radar.height() * Radar.AZIMUTH_SPACING;
        this.buildings = List.copyOf(build());
    }

    static double metresPerColumn() {
        return Radar.RANGE_SPACING / StrictMath.sin(Radar.incidence(0.5));
    }

    List<Building> buildings() {
        return buildings;
    }

    /**
     * The building that holds a place, or null.
     *
     * @param x column, from 0 at the corner
     * @param y line, from 0 at the corner
     */
    Building buildingAt(double x, double y) {
        double u = x * metresPerColumn();
        double v = y * Radar.AZIMUTH_SPACING;
        long block = blockKey((int) StrictMath.floor(p(u, v) / PITCH_P), (int) StrictMath.floor(q(u, v) / PITCH_Q));
        for (Building building : buildingsOfBlock.getOrDefault(block, List.of())) {
            if (building.contains(radar.longitudeAt(x, y), radar.latitudeAt(x, y))) {
                return building;
            }
        }
        return null;
    }

    private static long blockKey(int i, int j) {
        return (long) i << 32 | (j & 0xFFFFFFFFL);
    }

    double extentU() {
        return extentU;
    }

    double extentV() {
        return extentV;
    }

    boolean water(double u, double v) {
        return StrictMath.abs(u - riverAt(v)) < RIVER_HALF_WIDTH || pond(u, v, 1);
    }

    /** Whether a place is on a street of the grid, between the blocks. */
    boolean street(double u, double v) {
        double p = p(u, v);
        double q = q(u, v);
        return offset(p, PITCH_P) < STREET_WIDTH || offset(q, PITCH_Q) < STREET_WIDTH;
    }

    boolean field(double u, double v) {
        double where = 0.8 * u / extentU + v / extentV;
        return where < 0.30 || where > 1.60;
    }

    private static double offset(double p, double pitch) {
        return p - pitch * StrictMath.floor(p / pitch);
    }

    private double riverAt(double v) {
        return extentU * (0.26 + 0.09 * StrictMath.sin(7.0 * v / extentV));
    }

    private boolean pond(double u, double v, double scale) {
        double du = (u - 0.80 * extentU) / (34 * scale);
        double dv = (v - 0.24 * extentV) / (58 * scale);
        return du * du + dv * dv < 1;
    }

    private double p(double u, double v) {
        return u * StrictMath.cos(GRID_ANGLE) + v * StrictMath.sin(GRID_ANGLE);
    }

    private double q(double u, double v) {
        return v * StrictMath.cos(GRID_ANGLE) - u * StrictMath.sin(GRID_ANGLE);
    }

    private List<Building> build() {
        List<Building> all = new ArrayList<>();
        int lastP = (int) (p(extentU, extentV) / PITCH_P) + 1;
        int firstQ = (int) StrictMath.floor(q(extentU, 0) / PITCH_Q) - 1;
        int lastQ = (int) (q(0, extentV) / PITCH_Q) + 1;
        for (int j = firstQ; j <= lastQ; j++) {
            for (int i = -1; i <= lastP; i++) {
                Block block = new Block(i, j);
                if (block.usable()) {
                    int before = all.size();
                    block.build(all);
                    buildingsOfBlock.put(blockKey(i, j), List.copyOf(all.subList(before, all.size())));
                }
            }
        }
        return all;
    }

    /** A block between four streets. */
    private final class Block {
        private final int i;
        private final int j;
        private final double p0;
        private final double q0;
        private final double lengthP;
        private final double lengthQ;

        Block(int i, int j) {
            this.i = i;
            this.j = j;
            double shrink = 0.80 + 0.18 * noise.uniform(Stream.BLOCK_SHAPE, i, j, 0);
            this.lengthP = (PITCH_P - STREET_WIDTH) * shrink;
            this.lengthQ = (PITCH_Q - STREET_WIDTH) * shrink;
            this.p0 = i * PITCH_P + STREET_WIDTH + 0.5 * (PITCH_P - STREET_WIDTH - lengthP);
            this.q0 = j * PITCH_Q + STREET_WIDTH + 0.5 * (PITCH_Q - STREET_WIDTH - lengthQ);
        }

        /** All corners in the scene, and none in water or a field. */
        boolean usable() {
            for (int k = 0; k < 9; k++) {
                int row = k / 3;
                int column = k % 3;
                double p = p0 + column * 0.5 * lengthP;
                double q = q0 + row * 0.5 * lengthQ;
                double u = u(p, q);
                double v = v(p, q);
                boolean inScene = u > 6 && v > 6 && u < extentU - 6 && v < extentV - 6;
                if (!inScene || field(u, v) || pond(u, v, 1.3) || StrictMath.abs(u - riverAt(v)) < RIVER_HALF_WIDTH + 5) {
                    return false;
                }
            }
            return true;
        }

        void build(List<Building> all) {
            double kind = noise.uniform(Stream.BLOCK_KIND, i, j, 0);
            if (kind < 0.28) {
                add(all, "office", List.of(List.of(rectangle(0.18, 0.1, 0.82, 0.9))));
            } else if (kind < 0.52) {
                add(all, "school", List.of(List.of(ring(0, 0, 1, 0, 1, 0.42, 0.45, 0.42, 0.45, 1, 0, 1))));
            } else if (kind < 0.72) {
                add(all, "residential", List.of(List.of(rectangle(0, 0, 1, 1), rectangle(0.32, 0.27, 0.7, 0.73))));
            } else if (kind < 0.85) {
                add(all, "residential", List.of(List.of(rectangle(0, 0, 0.34, 1))));
                add(all, "residential", List.of(List.of(rectangle(0.66, 0, 1, 1))));
            } else if (kind < 0.95) {
                add(all, "industrial", List.of(List.of(rectangle(0, 0, 1, 0.36)), List.of(rectangle(0, 0.62, 0.8, 1))));
            }
        }

        private void add(List<Building> all, String type, List<List<double[]>> parts) {
            int id = all.size() + 1;
            double tall = noise.uniform(Stream.BLOCK_HEIGHT, i, j, id);
            double height = StrictMath.rint(10 * (5 + 35 * tall * tall)) / 10;
            int year = 1890 + (int) (130 * noise.uniform(Stream.BLOCK_YEAR, i, j, id));
            double luck = noise.uniform(Stream.BLOCK_SETTLING, i, j, id);
            double settling = luck < 0.14 ? -3 - 40 * luck : 0;
            all.add(new Building(id, STREETS[id % STREETS.length] + " " + id, type, height, year, settling, parts));
        }

        private double[] rectangle(double a0, double b0, double a1, double b1) {
            return ring(a0, b0, a1, b0, a1, b1, a0, b1);
        }

        /** A closed ring (longitude, latitude in deg, to seven decimals) from fractions of the block. */
        private double[] ring(double... fractions) {
            double[] ring = new double[fractions.length + 2];
            for (int k = 0; k < ring.length; k += 2) {
                double p = p0 + lengthP * fractions[k % fractions.length];
                double q = q0 + lengthQ * fractions[(k + 1) % fractions.length];
                double x = u(p, q) / metresPerColumn();
                double y = v(p, q) / Radar.AZIMUTH_SPACING;
                ring[k] = StrictMath.rint(radar.longitudeAt(x, y) * 1e7) / 1e7;
                ring[k + 1] = StrictMath.rint(radar.latitudeAt(x, y) * 1e7) / 1e7;
            }
            return ring;
        }

        private double u(double p, double q) {
            return p * StrictMath.cos(GRID_ANGLE) - q * StrictMath.sin(GRID_ANGLE);
        }

        private double v(double p, double q) {
            return p * StrictMath.sin(GRID_ANGLE) + q * StrictMath.cos(GRID_ANGLE);
        }
    }
}
