package org.insardask.orbit;

import java.util.Optional;

/**
 * A line of sight from a satellite to a point on the ground that it sees abeam.
 *
 * @param satellite     position, m
 * @param ground        the point, m
 * @param range         slant range, m
 * @param incidence     angle between the line of sight and the normal of the ellipsoid at the point, rad
 * @param perpendicular unit vector in the zero-Doppler plane, perpendicular to the line of sight, upwards
 */
public record Sight(Vector3 satellite, Vector3 ground, double range, double incidence, Vector3 perpendicular) {

    private static final int MOST_STEPS = 30;
    private static final double POSITION_TOLERANCE = 1e-6;

    /**
     * The point that a radar sees abeam at a range, at a height above the ellipsoid: the range-Doppler equations (J. C. Curlander, R. N.
     * McDonough, Synthetic Aperture Radar, 1991, 8.2) with the geodetic height as third, solved by Newton's method to a micrometre.
     *
     * @param state  satellite, m and m/s
     * @param range  slant range, m
     * @param height m
     * @param right  true where the radar looks to the right
     * @return empty where nothing at that range has the height
     */
    public static Optional<Sight> solve(StateVector state, double range, double height, boolean right) {
        Vector3 satellite = state.position();
        Vector3 along = state.velocity().unit();
        Vector3 point = onSphere(satellite, along, range, height, right);
        for (int step = 0; step < MOST_STEPS && point.isFinite(); step++) {
            Vector3 sight = point.minus(satellite);
            Vector3 normal = Wgs84.normal(point);
            Vector3 change = solve3(along, sight, normal,
                    -along.dot(sight), 0.5 * (range * range - sight.dot(sight)), height - Wgs84.height(point));
            point = point.plus(change);
            if (change.norm() < POSITION_TOLERANCE) {
                Sight found = of(satellite, along, point);
                return found.incidence() < Math.PI / 2 && found.isOn(right, along) ? Optional.of(found) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Sight of(Vector3 satellite, Vector3 along, Vector3 ground) {
        Vector3 back = satellite.minus(ground);
        double range = back.norm();
        Vector3 normal = Wgs84.normal(ground);
        Vector3 axis = along.cross(back.times(1 / range));
        Vector3 perpendicular = axis.dot(normal) > 0 ? axis.unit() : axis.unit().times(-1);
        double incidence = Math.atan2(normal.cross(back).norm(), normal.dot(back));
        return new Sight(satellite, ground, range, incidence, perpendicular);
    }

    private boolean isOn(boolean right, Vector3 along) {
        double side = ground.minus(satellite).dot(along.cross(satellite));
        return right ? side > 0 : side < 0;
    }

    /** The point on a sphere about the centre of the Earth, with the radius of the ellipsoid below the satellite: where Newton starts. */
    private static Vector3 onSphere(Vector3 satellite, Vector3 along, double range, double height, boolean right) {
        Vector3 up = satellite.minus(along.times(along.dot(satellite))).unit();
        Vector3 side = along.cross(up).times(right ? 1 : -1);
        double distance = satellite.norm();
        double radius = Wgs84.point(Wgs84.latitude(satellite), 0, height).norm();
        double cosine = (distance * distance + range * range - radius * radius) / (2 * distance * range);
        double sine = Math.sqrt(1 - cosine * cosine);
        return satellite.plus(side.times(range * sine)).plus(up.times(-range * cosine));
    }

    /** Solves three linear equations a.x = p, b.x = q, c.x = r by Cramer's rule. */
    private static Vector3 solve3(Vector3 a, Vector3 b, Vector3 c, double p, double q, double r) {
        Vector3 bc = b.cross(c);
        return bc.times(p).plus(c.cross(a).times(q)).plus(a.cross(b).times(r)).times(1 / a.dot(bc));
    }

    /**
     * Perpendicular baseline of another orbit, m: how far the satellite that sees the point abeam on that orbit lies from this one along
     * {@link #perpendicular()}. Positive where it is on the side of the zenith, which is the sign of SNAP's {@code Perp Baseline}
     * (jlinda): its look angle is the smaller one, and the range to the other satellite falls as the point rises.
     *
     * @return NaN where the other orbit does not see the point abeam between its first and its last vector
     */
    public double perpendicularBaseline(Orbit other) {
        double time = other.zeroDopplerTime(ground);
        return Double.isNaN(time) ? Double.NaN : other.at(time).position().minus(satellite).dot(perpendicular);
    }

    /** Height-to-phase factor of a metre of perpendicular baseline, 1 / (R sin(incidence)), 1/m. */
    public double heightToPhasePerMetre() {
        return 1 / (range * Math.sin(incidence));
    }
}
