package org.insardask.orbit;

/**
 * A vector in Earth-fixed Cartesian coordinates. Immutable.
 *
 * @param x towards latitude 0, longitude 0
 * @param y towards latitude 0, longitude 90 degrees east
 * @param z towards the north pole
 */
public record Vector3(double x, double y, double z) {

    /** This plus another. */
    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    /** This less another. */
    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    /** This times a number. */
    public Vector3 times(double factor) {
        return new Vector3(factor * x, factor * y, factor * z);
    }

    /** Scalar product. */
    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** Vector product. */
    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** Length. */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    /** The vector of length 1 in this direction; NaN for the null vector. */
    public Vector3 unit() {
        return times(1 / norm());
    }

    /** True if no part is NaN or infinite. */
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
