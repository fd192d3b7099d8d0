package org.insardask.simulator;

import java.util.function.DoubleUnaryOperator;

/**
 * The radar geometry of Sentinel-1 IW, descending and looking right, over a flat scene.
 *
 * <p>Latitude and longitude are interpolated between tie points that are rounded to float, as SNAP does it, so that the
 * position of a pixel is the one that the product tells. Coordinates of pixels count from 0 at the corner; the centre of
 * the first pixel is (0.5, 0.5). Immutable.
 */
final class Radar {
    static final double SPEED_OF_LIGHT = 299792458.0;
    static final double WAVELENGTH = 0.0554657628;
    static final double RANGE_SPACING = 2.329562;
    static final double AZIMUTH_SPACING = 13.85861;
    static final double LINE_TIME_INTERVAL = 0.0020555563;
    static final double SLANT_RANGE_TO_FIRST_PIXEL = 850000.0;
    static final double HEADING = 190.15;
    /** Tie points in each direction. */
    static final int TIES = 5;

    private static final double EARTH_RADIUS = 6371000.0;
    private static final double ORBIT_RADIUS = 7064000.0;
    private static final double FIRST_LATITUDE = 52.7312;
    private static final double FIRST_LONGITUDE = 6.2247;
    private static final double METRES_PER_DEGREE = 111195.0;

    private final int width;
    private final int height;
    private final float[] latitudes = new float[TIES * TIES];
    private final float[] longitudes = new float[TIES * TIES];

    Radar(int width, int height) {
        this.width = width;
        this.height = height;
        for (int j = 0; j < TIES; j++) {
            for (int i = 0; i < TIES; i++) {
                double x = i * tieStepX();
                double y = j * tieStepY();
                latitudes[j * TIES + i] = (float) latitude(east(x, y), north(x, y));
                longitudes[j * TIES + i] = (float) longitude(east(x, y), north(x, y));
            }
        }
    }

    /** Wavelength to phase: -4 pi / wavelength (rad/m). */
    static double metresToPhase() {
        return -4 * StrictMath.PI / WAVELENGTH;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double tieStepX() {
        return width / (double) (TIES - 1);
    }

    double tieStepY() {
        return height / (double) (TIES - 1);
    }

    float[] tieLatitudes() {
        return latitudes.clone();
    }

    float[] tieLongitudes() {
        return longitudes.clone();
    }

    /** Incidence angles at the tie points (deg). */
    float[] tieIncidences() {
        return tieRow(x -> StrictMath.toDegrees(incidence(x)));
    }

    /** Two-way slant range times at the tie points (ns). */
    float[] tieRangeTimes() {
        return tieRow(x -> 2e9 * slantRange(x) / SPEED_OF_LIGHT);
    }

    private float[] tieRow(DoubleUnaryOperator value) {
        float[] ties = new float[TIES * TIES];
        for (int k = 0; k < ties.length; k++) {
            ties[k] = (float) value.applyAsDouble(k % TIES * tieStepX());
        }
        return ties;
    }

    /** Slant range of a column (m). */
    static double slantRange(double x) {
        return SLANT_RANGE_TO_FIRST_PIXEL + (x - 0.5) * RANGE_SPACING;
    }

    /** Incidence angle of a column (rad), on a sphere. */
    static double incidence(double x) {
        double range = slantRange(x);
        double cosine = (ORBIT_RADIUS * ORBIT_RADIUS - EARTH_RADIUS * EARTH_RADIUS - range * range) / (2 * EARTH_RADIUS * range);
        return StrictMath.acos(cosine);
    }

    /** Height to slant range difference for a perpendicular baseline (m/m): Bperp / (R sin(incidence)). */
    static double heightToRange(double x, double perpendicularBaseline) {
        return perpendicularBaseline / (slantRange(x) * StrictMath.sin(incidence(x)));
    }

    /** Metres east of the first corner. */
    static double east(double x, double y) {
        return groundRange(x) * StrictMath.sin(look()) + y * AZIMUTH_SPACING * StrictMath.sin(track());
    }

    /** Metres north of the first corner. */
    static double north(double x, double y) {
        return groundRange(x) * StrictMath.cos(look()) + y * AZIMUTH_SPACING * StrictMath.cos(track());
    }

    static double latitude(double east, double north) {
        return FIRST_LATITUDE + north / METRES_PER_DEGREE;
    }

    static double longitude(double east, double north) {
        return FIRST_LONGITUDE + east / (METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(FIRST_LATITUDE)));
    }

    /** Latitude of a place in the raster, interpolated between the tie points (deg). */
    double latitudeAt(double x, double y) {
        return interpolate(latitudes, x, y);
    }

    /** Longitude of a place in the raster, interpolated between the tie points (deg). */
    double longitudeAt(double x, double y) {
        return interpolate(longitudes, x, y);
    }

    private double interpolate(float[] ties, double x, double y) {
        double u = x / tieStepX();
        double v = y / tieStepY();
        int i = Math.min((int) u, TIES - 2);
        int j = Math.min((int) v, TIES - 2);
        double s = u - i;
        double t = v - j;
        int k = j * TIES + i;
        return (1 - t) * ((1 - s) * ties[k] + s * ties[k + 1]) + t * ((1 - s) * ties[k + TIES] + s * ties[k + TIES + 1]);
    }

    /** Ground range of a column, at the incidence angle of the first one. */
    private static double groundRange(double x) {
        return x * RANGE_SPACING / StrictMath.sin(incidence(0.5));
    }

    private static double track() {
        return StrictMath.toRadians(HEADING);
    }

    private static double look() {
        return StrictMath.toRadians(HEADING + 90);
    }
}
