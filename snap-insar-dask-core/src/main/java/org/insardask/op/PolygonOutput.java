package org.insardask.op;

/** Groups of target bands of Polygon-Enrichment. */
enum PolygonOutput {
    /** A band for each field. */
    FIELDS,
    /** The number of the polygon's feature. */
    ID,
    /** How many features hold the point. */
    COUNT,
    /** Whether any feature holds the point. */
    MASK,
    /** The distance to the nearest polygon. */
    DISTANCE
}
