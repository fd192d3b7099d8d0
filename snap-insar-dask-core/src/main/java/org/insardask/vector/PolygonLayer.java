package org.insardask.vector;

import java.util.List;
import org.insardask.polygon.PolygonSet;

/**
 * A layer of polygons in WGS 84 with the attributes that were asked for.
 *
 * @param name name of the layer
 * @param crs what the coordinates of the file referred to, for people to read
 * @param polygons the polygons, longitude and latitude in degrees
 * @param attributes one for each field of the request, in its order
 * @param notes what a user should know, one sentence each: what was skipped, repaired or assumed
 */
public record PolygonLayer(String name, String crs, PolygonSet polygons, List<Attribute> attributes, List<String> notes) {
}
