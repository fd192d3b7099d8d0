/**
 * Which polygon holds which point: flat polygons, an index built once, and the exact test.
 *
 * <p>Coordinates are degrees, x is longitude and y is latitude. The rules:
 * <ul>
 * <li>A polygon is a set of rings, even-odd: a point is inside where a ray from it crosses the rings an odd number of times, and on the
 * boundary where it lies on any ring. For valid polygons these are the usual shell and holes; rings that cross or touch themselves, or
 * holes outside their shell, have a defined meaning too and are counted in the {@link org.insardask.polygon.GeometryReport}.</li>
 * <li>A feature is the union of its polygons: inside any of them is inside, else on the boundary of any of them is on the boundary.</li>
 * <li>An edge is a straight line in longitude and latitude. An edge of more than 180 and less than 360 degrees of longitude goes the short
 * way, over the antimeridian. A point is looked for at its longitude and at 360 degrees to either side of it.</li>
 * </ul>
 *
 * <p>Pure mathematics: no SNAP, no input or output, no logging, no threads.
 */
package org.insardask.polygon;
