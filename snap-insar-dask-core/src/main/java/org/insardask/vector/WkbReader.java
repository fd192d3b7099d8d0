package org.insardask.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the polygons of well-known binary (OGC 06-103r4 section 8, with Z and M, ISO or extended) straight into a collector; Z and M are
 * dropped. Every count is checked against the bytes that are left.
 */
final class WkbReader {
    private static final int POINT = 1;
    private static final int LINE_STRING = 2;
    private static final int POLYGON = 3;
    private static final int MULTI_POINT = 4;
    private static final int MULTI_LINE_STRING = 5;
    private static final int MULTI_POLYGON = 6;
    private static final int COLLECTION = 7;
    private static final int CIRCULAR_STRING = 8;
    private static final int MULTI_SURFACE = 12;
    private static final int LAST_CURVE = 14;
    private static final int POLYHEDRAL_SURFACE = 15;
    private static final int TIN = 16;
    private static final int TRIANGLE = 17;
    private static final int MAX_DEPTH = 32;

    private static final int EXTENDED_Z = 0x80000000;
    private static final int EXTENDED_M = 0x40000000;
    private static final int EXTENDED_SRID = 0x20000000;

    private final LayerCollector collector;
    private double[] xy = new double[64];

    WkbReader(LayerCollector collector) {
        this.collector = collector;
    }

    /**
     * Reads a geometry.
     *
     * @throws MalformedGeometryException where the bytes are no geometry or end too early
     */
    void read(ByteBuffer wkb) throws MalformedGeometryException {
        read(wkb, 0);
    }

    private void read(ByteBuffer wkb, int depth) throws MalformedGeometryException {
        require(wkb, 5, depth <= MAX_DEPTH);
        byte order = wkb.get();
        require(wkb, 4, order == 0 || order == 1);
        wkb.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int code = wkb.getInt();
        int type = (code & 0x1fffffff) % 1000;
        int ordinates = ordinates(code);
        if ((code & EXTENDED_SRID) != 0) {
            require(wkb, 4, true);
            wkb.getInt();
        }
        switch (type) {
            case POLYGON, TRIANGLE -> readPolygon(wkb, ordinates);
            case MULTI_POLYGON, COLLECTION, MULTI_SURFACE, POLYHEDRAL_SURFACE, TIN, MULTI_POINT, MULTI_LINE_STRING -> {
                int count = count(wkb, 5);
                for (int i = 0; i < count; i++) {
                    read(wkb, depth + 1);
                }
            }
            case POINT -> skip(wkb, 1, ordinates, "Point");
            case LINE_STRING -> skip(wkb, count(wkb, 8 * ordinates), ordinates, "LineString");
            default -> throw new MalformedGeometryException(type >= CIRCULAR_STRING && type <= LAST_CURVE
                    ? "it has curves (type " + type + "); make lines of them, e.g. with ogr2ogr -nlt CONVERT_TO_LINEAR"
                    : "its type " + type + " is not known");
        }
    }

    private static int ordinates(int code) {
        int dimension = (code & 0x1fffffff) / 1000;
        boolean hasZ = (code & EXTENDED_Z) != 0 || dimension == 1 || dimension == 3;
        boolean hasM = (code & EXTENDED_M) != 0 || dimension == 2 || dimension == 3;
        return 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    }

    private void readPolygon(ByteBuffer wkb, int ordinates) throws MalformedGeometryException {
        int rings = count(wkb, 4);
        collector.beginPolygon();
        for (int r = 0; r < rings; r++) {
            int count = count(wkb, 8 * ordinates);
            if (xy.length < 2 * count) {
                xy = new double[3 * count];
            }
            int at = wkb.position();
            for (int v = 0; v < count; v++, at += 8 * ordinates) {
                xy[2 * v] = wkb.getDouble(at);
                xy[2 * v + 1] = wkb.getDouble(at + 8);
            }
            wkb.position(at);
            collector.addRing(xy, count);
        }
    }

    private void skip(ByteBuffer wkb, int count, int ordinates, String type) throws MalformedGeometryException {
        require(wkb, 0, count <= wkb.remaining() / (8 * ordinates));
        wkb.position(wkb.position() + 8 * ordinates * count);
        collector.skipGeometry(type);
    }

    /** Reads a number of things that take at least so many bytes each. */
    private static int count(ByteBuffer wkb, int bytesEach) throws MalformedGeometryException {
        require(wkb, 4, true);
        int count = wkb.getInt();
        require(wkb, 0, count >= 0 && count <= wkb.remaining() / bytesEach);
        return count;
    }

    private static void require(ByteBuffer wkb, int bytes, boolean valid) throws MalformedGeometryException {
        if (!valid || wkb.remaining() < bytes) {
            throw new MalformedGeometryException("it is corrupt");
        }
    }
}
