package org.insardask.orbit;

import java.util.ArrayList;
import java.util.List;

/**
 * A satellite that goes east on a circle about the axis of the Earth, at one height above the plane of the equator. What it sees abeam lies
 * in its own meridian plane, so that range, incidence angle and baseline are plane geometry: the closed form that tests compare with.
 *
 * @param radius   distance from the axis, m
 * @param altitude above the plane of the equator, m
 * @param rate     rad/s
 */
public record Circle(double radius, double altitude, double rate) {

    /** The mother's orbit of the tests. */
    public static final Circle MOTHER = new Circle(7_071_000, 0, 1.0e-3);

    /** The vectors of a span, equally far apart. */
    public List<StateVector> vectors(double from, double step, int count) {
        List<StateVector> vectors = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            vectors.add(at(from + k * step));
        }
        return vectors;
    }

    /** Exact state. */
    public StateVector at(double time) {
        double cosine = Math.cos(rate * time);
        double sine = Math.sin(rate * time);
        return new StateVector(time, new Vector3(radius * cosine, radius * sine, altitude),
                new Vector3(-radius * rate * sine, radius * rate * cosine, 0));
    }

    /** Range to a point of a latitude (rad) and height (m) of the same meridian. */
    public double range(double latitude, double height) {
        Vector3 point = Wgs84.point(latitude, 0, height);
        return Math.hypot(radius - point.x(), altitude - point.z());
    }

    /** Latitude of the point south of the satellite at a range and height, by bisection, rad. */
    public double latitude(double range, double height) {
        double far = -0.5;
        double near = 0;
        for (int k = 0; k < 100; k++) {
            double middle = (far + near) / 2;
            if (range(middle, height) > range) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return (far + near) / 2;
    }

    /** Incidence angle at the point south at a range and height, rad. */
    public double incidence(double range, double height) {
        double latitude = latitude(range, height);
        Vector3 point = Wgs84.point(latitude, 0, height);
        return Math.atan2(altitude - point.z(), radius - point.x()) - latitude;
    }

    /** Perpendicular baseline of another circle for that point, m. */
    public double baseline(Circle other, double range, double height) {
        Vector3 point = Wgs84.point(latitude(range, height), 0, height);
        double direction = Math.atan2(altitude - point.z(), radius - point.x());
        return (other.radius - radius) * Math.sin(direction) - (other.altitude - altitude) * Math.cos(direction);
    }

    /** Fall of the range to another circle with the height of a point whose range to this one stays the same, m/m. */
    public double fallOfRange(Circle other, double range, double height) {
        double step = 10;
        double above = other.range(latitude(range, height + step), height + step);
        double below = other.range(latitude(range, height - step), height - step);
        return -(above - below) / (2 * step);
    }
}
