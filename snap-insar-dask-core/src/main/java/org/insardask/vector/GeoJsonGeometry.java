package org.insardask.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one GeoJSON geometry (RFC 7946 section 3.1) whose members may come in any order; positions keep longitude and latitude. */
final class GeoJsonGeometry {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NESTING = 500;

    private final LayerCollector collector;
    private final VectorRequest request;
    private double[] xy = new double[64];
    private double[] ring = new double[64];
    private int points;
    /** Number of points at the end of each array of positions. */
    private final List<Integer> ringEnds = new ArrayList<>();
    /** Number of rings at the end of each array of rings. */
    private final List<Integer> polygonEnds = new ArrayList<>();

    GeoJsonGeometry(LayerCollector collector, VectorRequest request) {
        this.collector = collector;
        this.request = request;
    }

    /** Reads the geometry whose first token (an object's start, or null) is current. */
    void read(JsonParser json) throws IOException {
        read(json, 0);
    }

    private void read(JsonParser json, int depth) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(json, json.currentToken() == JsonToken.START_OBJECT && depth <= MAX_DEPTH, "a geometry was expected");
        String type = null;
        boolean hasMembers = false;
        points = 0;
        ringEnds.clear();
        polygonEnds.clear();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if ("type".equals(member)) {
                type = json.getText();
            } else if ("coordinates".equals(member)) {
                require(json, value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL, "coordinates must be an array");
                readArray(json, value, 1);
            } else if ("geometries".equals(member) && value == JsonToken.START_ARRAY) {
                hasMembers = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    read(json, depth + 1);
                }
            } else {
                skip(json, request);
            }
        }
        require(json, type != null, "a geometry has no type");
        if (!hasMembers) {
            commit(type);
        }
    }

    /** Reads nested arrays; returns how many levels of arrays there are above the numbers. */
    private int readArray(JsonParser json, JsonToken first, int depth) throws IOException {
        if (first != JsonToken.START_ARRAY) {
            return 0;
        }
        require(json, depth <= 4, "coordinates are nested too deeply");
        int below = 0;
        int numbers = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                below = readArray(json, token, depth + 1);
            } else {
                require(json, token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NULL,
                        "a coordinate is no number");
                addNumber(numbers++, token == JsonToken.VALUE_NULL ? Double.NaN : number(json, request));
            }
        }
        require(json, numbers == 0 || (numbers >= 2 && below == 0), "a position needs two numbers");
        if (numbers > 0) {
            points++;
        } else if (below == 1) {
            ringEnds.add(points);
        } else if (below == 2) {
            polygonEnds.add(ringEnds.size());
        }
        return below + 1;
    }

    private void addNumber(int place, double value) {
        if (place < 2) {
            if (xy.length < 2 * points + 2) {
                xy = Arrays.copyOf(xy, 2 * xy.length);
            }
            xy[2 * points + place] = value;
        }
    }

    private void commit(String type) {
        if (!"Polygon".equals(type) && !"MultiPolygon".equals(type)) {
            collector.skipGeometry(type);
            return;
        }
        int from = 0;
        int firstRing = 0;
        for (int endRing : polygonEnds) {
            collector.beginPolygon();
            for (int r = firstRing; r < endRing; r++) {
                int count = ringEnds.get(r) - from;
                if (ring.length < 2 * count) {
                    ring = new double[3 * count];
                }
                System.arraycopy(xy, 2 * from, ring, 0, 2 * count);
                collector.addRing(ring, count);
                from = ringEnds.get(r);
            }
            firstRing = endRing;
        }
    }

    /** Returns the number that is the current token. */
    static double number(JsonParser json, VectorRequest request) throws IOException {
        boolean fits = json.getTextLength() <= NumberText.MAX_LENGTH;
        require(request, json, fits, "a number is longer than " + NumberText.MAX_LENGTH + " digits");
        return NumberText.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    /** Skips the value whose first token is current. */
    static void skip(JsonParser json, VectorRequest request) throws IOException {
        int depth = json.currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            require(request, json, depth <= MAX_NESTING, "it is nested too deeply");
        }
    }

    private void require(JsonParser json, boolean valid, String what) throws VectorFileException {
        require(request, json, valid, what);
    }

    private static void require(VectorRequest request, JsonParser json, boolean valid, String what) throws VectorFileException {
        if (!valid) {
            throw request.failure("is no valid GeoJSON at line " + json.currentLocation().getLineNr() + ": " + what);
        }
    }
}
