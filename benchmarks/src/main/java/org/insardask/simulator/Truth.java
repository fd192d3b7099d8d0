package org.insardask.simulator;

import java.util.Arrays;
import java.util.List;
import org.insardask.simulator.Noise.Stream;

/**
 * The true state of every pixel, in rows: what the estimators are to find. Velocity, height and thermal expansion are
 * those of the reference pixel's coordinate system: they are 0 at the reference. The arrays are shared: read only.
 */
final class Truth {
    private static final double BUILDING_EXPANSION = 0.0095;
    /** Columns over which the height to phase factor is taken as the same when arcs are judged. */
    private static final int JUDGED_TOGETHER = 128;
    private static final double SQRT_THIRD_PI = StrictMath.PI / StrictMath.sqrt(3);

    final int width;
    final int height;
    final int referenceX;
    final int referenceY;
    /** Line-of-sight velocity (mm/year), positive towards the satellite. */
    final float[] velocity;
    /** Height of the scatterer over the reference surface (m). */
    final float[] heights;
    /** Thermal expansion in the line of sight (mm/degC). */
    final float[] thermal;
    /** Standard deviation of the interferometric phase noise (rad); that of a uniform phase where there is no coherence. */
    final float[] sigma;
    /** Mean amplitude. */
    final float[] amplitude;
    final byte[] surface;
    /** Id of the building that holds the centre of the pixel, or -1. */
    final int[] building;
    /** 1 where the ambiguities and the velocity can be had with the default priors. */
    final byte[] solvable;

    private final Noise noise;
    private final TownPlan plan;
    private final double bowlVelocity;

    Truth(SimulationSettings settings, Radar radar, Acquisitions acquisitions, Noise noise, TownPlan plan) {
        this.noise = noise;
        this.plan = plan;
        this.bowlVelocity = settings.bowlVelocity();
        this.width = radar.width();
        this.height = radar.height();
        this.referenceX = (int) (0.86 * width);
        this.referenceY = (int) (0.90 * height);
        int n = width * height;
        velocity = new float[n];
        heights = new float[n];
        thermal = new float[n];
        sigma = new float[n];
        amplitude = new float[n];
        surface = new byte[n];
        building = new int[n];
        solvable = new byte[n];
        placeBuildings();
        classify(width - settings.noDataColumns());
        move();
        judge(acquisitions);
    }

    Surface surface(int index) {
        return Surface.of(surface[index]);
    }

    private void placeBuildings() {
        Arrays.fill(building, -1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Building here = plan.buildingAt(x + 0.5, y + 0.5);
                if (here != null) {
                    building[y * width + x] = here.id();
                }
            }
        }
    }

    private void classify(int validColumns) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int k = y * width + x;
                Surface s = x < validColumns ? classOf(x, y) : Surface.NO_DATA;
                surface[k] = (byte) s.code();
                sigma[k] = (float) sigmaOf(s, noise.uniform(Stream.SURFACE, x, y, 1));
                amplitude[k] = (float) amplitudeOf(s, noise.normal(Stream.AMPLITUDE, x, y, 0));
            }
        }
    }

    private Surface classOf(int x, int y) {
        if (isReflector(x, y)) {
            return Surface.REFLECTOR;
        }
        if (building[y * width + x] >= 0) {
            return Surface.BUILDING;
        }
        double u = (x + 0.5) * TownPlan.metresPerColumn();
        double v = (y + 0.5) * Radar.AZIMUTH_SPACING;
        if (plan.water(u, v)) {
            return Surface.WATER;
        }
        double share = 0.35;
        if (plan.field(u, v)) {
            share = 0.06;
        } else if (plan.street(u, v)) {
            share = 0.75;
        }
        return noise.uniform(Stream.SURFACE, x, y, 0) < share ? Surface.STREET : Surface.VEGETATION;
    }

    private boolean isReflector(int x, int y) {
        return (x == referenceX && y == referenceY)
                || (x == (int) (0.60 * width) && y == (int) (0.45 * height))
                || (x == (int) (0.08 * width) && y == (int) (0.10 * height));
    }

    private static double sigmaOf(Surface s, double u) {
        return switch (s) {
            case BUILDING -> 0.20 + 0.15 * u;
            case STREET -> 0.35 + 0.25 * u;
            case REFLECTOR -> 0.05;
            case WATER, VEGETATION, NO_DATA -> SQRT_THIRD_PI;
        };
    }

    private static double amplitudeOf(Surface s, double n) {
        return switch (s) {
            case BUILDING -> 110 * StrictMath.exp(0.5 * n);
            case STREET -> 45 * StrictMath.exp(0.3 * n);
            case VEGETATION -> 28 * StrictMath.exp(0.2 * n);
            case REFLECTOR -> 900;
            case WATER -> 5;
            case NO_DATA -> 0;
        };
    }

    private void move() {
        double groundOfReference = ground(referenceX, referenceY);
        double motionOfReference = groundMotion(referenceX, referenceY);
        List<Building> buildings = plan.buildings();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int k = y * width + x;
                double v = groundMotion(x, y) - motionOfReference;
                double h = ground(x, y) - groundOfReference;
                if (surface(k) == Surface.BUILDING) {
                    Building b = buildings.get(building[k] - 1);
                    double above = b.height() * (0.55 + 0.45 * noise.uniform(Stream.SURFACE, x, y, 2));
                    v += b.settling();
                    h += above;
                    thermal[k] = (float) (BUILDING_EXPANSION * above * StrictMath.cos(Radar.incidence(x + 0.5)));
                }
                velocity[k] = (float) v;
                heights[k] = (float) h;
            }
        }
    }

    /** The subsidence bowl: (1 - d^2 / r^2)^2 within the radius r, 0 outside. */
    private double groundMotion(int x, int y) {
        double du = (x + 0.5) * TownPlan.metresPerColumn() - 0.60 * plan.extentU();
        double dv = (y + 0.5) * Radar.AZIMUTH_SPACING - 0.45 * plan.extentV();
        double radius = 0.36 * Math.max(plan.extentU(), plan.extentV());
        double rest = 1 - (du * du + dv * dv) / (radius * radius);
        return rest > 0 ? bowlVelocity * rest * rest : 0;
    }

    private double ground(int x, int y) {
        double u = (x + 0.5) * TownPlan.metresPerColumn();
        double v = (y + 0.5) * Radar.AZIMUTH_SPACING;
        double slope = 4.0 * v / plan.extentV();
        double rough = isReflector(x, y) ? 0 : 0.5 * noise.normal(Stream.TERRAIN, x, y, 0);
        return slope + 1.5 * StrictMath.sin(u / 120) * StrictMath.cos(v / 170) + rough;
    }

    private void judge(Acquisitions acquisitions) {
        double reference = sigma[referenceY * width + referenceX];
        Solvability judgement = new Solvability(acquisitions);
        for (int first = 0; first < width; first += JUDGED_TOGETHER) {
            int end = Math.min(width, first + JUDGED_TOGETHER);
            double largest = judgement.largestSigma(0.5 * (first + end));
            for (int y = 0; y < height; y++) {
                for (int k = y * width + first; k < y * width + end; k++) {
                    double arc = StrictMath.sqrt(sigma[k] * (double) sigma[k] + reference * reference);
                    solvable[k] = surface(k).coherent() && arc <= largest ? (byte) 1 : 0;
                }
            }
        }
    }
}
