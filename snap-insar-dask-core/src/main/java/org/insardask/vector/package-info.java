/**
 * Polygon files and their coordinate reference systems: GeoPackage, Shapefile, GeoJSON and FlatGeobuf become polygons in WGS 84 and columns
 * of attributes.
 *
 * <p>{@link org.insardask.vector.VectorFiles} is the way in. Files are told apart by their first bytes, not by their names. Features keep
 * the order of the file (in a GeoPackage the order of the primary key). Errors are {@link org.insardask.vector.VectorFileException}s with
 * one line that names the file and what was expected. Every number of a file that says how much follows is checked against the bytes that
 * are there before memory is taken for it.
 */
package org.insardask.vector;
