package org.insardask.vector;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a file of features holds.
 *
 * @param name name of the layer
 * @param description what it is, for people to read
 * @param geometry what its features have, in WGS 84
 * @param columns the attributes; names differ in more than the case of their letters
 */
public record FeatureTable(String name, String description, Geometry geometry, List<Column> columns) {

    /** Geometries of features; the names are those of well-known text. */
    public enum Geometry {
        /** None. */
        NONE,
        /** Polygons. */
        MULTIPOLYGON,
        /** One place. */
        POINT
    }

    /** A table of multi-polygons, or of features without geometry. */
    public FeatureTable(String name, String description, boolean hasGeometry, List<Column> columns) {
        this(name, description, hasGeometry ? Geometry.MULTIPOLYGON : Geometry.NONE, columns);
    }

    /** Whether features have geometries. */
    public boolean hasGeometry() {
        return geometry != Geometry.NONE;
    }

    /**
     * An attribute.
     *
     * @param name its name
     * @param type the type of its values
     */
    public record Column(String name, AttributeType type) {
    }

    /** Copies the columns. */
    public FeatureTable {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two columns are called '" + column.name() + "'");
            }
        }
    }

    /** Returns a name that no column has: the one given, or it with underscores. */
    String freeName(String name) {
        String free = name;
        while (isTaken(free)) {
            free += "_";
        }
        return free;
    }

    private boolean isTaken(String name) {
        return columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
    }
}
