package org.insardask.polygon;

/**
 * What was found wrong with the geometries while they were collected, as counts.
 *
 * @param features all features
 * @param empty features that hold no point: no geometry, an empty one, or none of its polygons was usable
 * @param notFinite polygons that were skipped because a coordinate is NaN or infinite
 * @param withoutArea rings that were skipped because all their vertices lie on one line
 * @param unclosed rings whose first vertex was repeated at the end to close them
 * @param selfIntersecting rings that cross or touch themselves; they are used, even-odd
 * @param acrossAntimeridian rings that cross the antimeridian
 */
public record GeometryReport(int features, int empty, int notFinite, int withoutArea, int unclosed, int selfIntersecting,
                             int acrossAntimeridian) {
}
