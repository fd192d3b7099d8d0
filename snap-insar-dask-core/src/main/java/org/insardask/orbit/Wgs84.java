package org.insardask.orbit;

/**
 * The ellipsoid of WGS 84. Heights are above it, along its normal.
 */
public final class Wgs84 {

    /** Semi-major axis, m. */
    public static final double SEMI_MAJOR = 6378137.0;
    /** Flattening. */
    public static final double FLATTENING = 1 / 298.257223563;

    private static final double ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
    private static final double SEMI_MINOR = SEMI_MAJOR * (1 - FLATTENING);
    private static final double SECOND_ECCENTRICITY_2 = ECCENTRICITY_2 / (1 - ECCENTRICITY_2);

    private Wgs84() {
    }

    /** The point of a latitude and longitude (rad) and height (m). */
    public static Vector3 point(double latitude, double longitude, double height) {
        double sine = Math.sin(latitude);
        double cosine = Math.cos(latitude);
        double curvature = SEMI_MAJOR / Math.sqrt(1 - ECCENTRICITY_2 * sine * sine);
        double axial = (curvature + height) * cosine;
        return new Vector3(axial * Math.cos(longitude), axial * Math.sin(longitude), (curvature * (1 - ECCENTRICITY_2) + height) * sine);
    }

    /**
     * Latitude of a point, rad. Bowring's formula with one step (Survey Review 23, 1976, 323-327): wrong by less than 1e-9 rad up to
     * heights of 10 km and 1e-7 rad on an orbit.
     */
    public static double latitude(Vector3 point) {
        double axial = Math.hypot(point.x(), point.y());
        double reduced = Math.atan2(point.z() * SEMI_MAJOR, axial * SEMI_MINOR);
        double sine = Math.sin(reduced);
        double cosine = Math.cos(reduced);
        return Math.atan2(point.z() + SECOND_ECCENTRICITY_2 * SEMI_MINOR * sine * sine * sine,
                axial - ECCENTRICITY_2 * SEMI_MAJOR * cosine * cosine * cosine);
    }

    /** Longitude of a point, rad. */
    public static double longitude(Vector3 point) {
        return Math.atan2(point.y(), point.x());
    }

    /** Height of a point, m. */
    public static double height(Vector3 point) {
        double latitude = latitude(point);
        double sine = Math.sin(latitude);
        double axial = Math.hypot(point.x(), point.y());
        // Holds at the poles too, where axial / cos(latitude) does not.
        return axial * Math.cos(latitude) + point.z() * sine - SEMI_MAJOR * Math.sqrt(1 - ECCENTRICITY_2 * sine * sine);
    }

    /** The normal of the ellipsoid at a point, outwards, of length 1: the gradient of the height. */
    public static Vector3 normal(Vector3 point) {
        double latitude = latitude(point);
        double longitude = longitude(point);
        double cosine = Math.cos(latitude);
        return new Vector3(cosine * Math.cos(longitude), cosine * Math.sin(longitude), Math.sin(latitude));
    }
}
