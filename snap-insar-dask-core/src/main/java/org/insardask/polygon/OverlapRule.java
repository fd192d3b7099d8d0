package org.insardask.polygon;

/** Which feature wins where several hold a point. */
public enum OverlapRule {
    /** The last one in file order. */
    LAST,
    /** The first one in file order. */
    FIRST,
    /** The one of the smallest area (square degrees, sum of its polygons less their holes); of equal areas the last one in file order. */
    SMALLEST
}
