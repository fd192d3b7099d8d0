package org.insardask.polygon;

/** When a polygon holds a point. */
public enum PointPredicate {
    /** The point is strictly inside; on an edge or a vertex, of a hole too, it is outside. */
    CONTAINS(PointInRings.INSIDE),
    /** The point is inside or on the boundary. */
    COVERS(PointInRings.BOUNDARY);

    private final int least;

    PointPredicate(int least) {
        this.least = least;
    }

    /** True where a location ({@link PointInRings}) counts as held. */
    boolean holds(int location) {
        return location >= least;
    }
}
