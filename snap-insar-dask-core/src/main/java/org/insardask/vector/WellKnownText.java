package org.insardask.vector;

import java.util.List;

/** Geometries as well-known text (OGC 06-103r4). */
final class WellKnownText {

    private WellKnownText() {
    }

    /** Returns the text of polygons, each with its rings of x and y in turn. */
    static String multiPolygon(List<List<double[]>> polygons) {
        StringBuilder text = new StringBuilder("MULTIPOLYGON (");
        for (List<double[]> rings : polygons) {
            text.append('(');
            for (double[] ring : rings) {
                append(ring, text);
            }
            close(text);
        }
        close(text);
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static void append(double[] ring, StringBuilder text) {
        text.append('(');
        for (int i = 0; i < ring.length; i += 2) {
            text.append(ring[i]).append(' ').append(ring[i + 1]).append(',');
        }
        close(text);
    }

    /** Turns the last comma into a parenthesis. */
    private static void close(StringBuilder text) {
        text.setCharAt(text.length() - 1, ')');
        text.append(',');
    }
}
