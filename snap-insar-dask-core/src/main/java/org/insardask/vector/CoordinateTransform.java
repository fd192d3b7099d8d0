package org.insardask.vector;

/** Turns coordinates of a file into longitude and latitude on WGS 84. */
interface CoordinateTransform {

    /** Leaves coordinates as they are. */
    CoordinateTransform IDENTITY = (xy, count) -> { };

    /**
     * Transforms coordinates in place; what cannot be transformed becomes NaN.
     *
     * @param xy x and y in turn, after it longitude and latitude (degrees)
     * @param count number of vertices
     */
    void apply(double[] xy, int count);
}
