package org.insardask.vector;

import java.io.IOException;
import java.util.List;

/** Takes features one after the other. */
public interface FeatureSink {

    /**
     * Writes a feature.
     *
     * @param polygons its polygons, each with its rings, the shell first: longitude and latitude (degrees) in turn, the last vertex equal
     *         to the first. Empty for no geometry. A point is one polygon of one ring of one vertex
     * @param values a value for each column, null for none: Long or Integer, Double (NaN is none), String, Boolean
     */
    void write(List<List<double[]>> polygons, List<?> values) throws IOException;
}
