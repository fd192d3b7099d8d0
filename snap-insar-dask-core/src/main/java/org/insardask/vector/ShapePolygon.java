package org.insardask.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads the polygon of a record of a .shp; Z and M, which stand behind x and y, are not looked at. */
final class ShapePolygon {
    private final LayerCollector collector;
    private final VectorRequest request;
    private double[] xy = new double[256];
    private double[] ring = new double[256];

    ShapePolygon(LayerCollector collector, VectorRequest request) {
        this.collector = collector;
        this.request = request;
    }

    /** Reads a record, whose number (counted from 0) is for messages. */
    void read(ByteBuffer record, int number) throws VectorFileException {
        ByteBuffer content = record.order(ByteOrder.LITTLE_ENDIAN);
        require(content.remaining() >= 4, number);
        int type = content.getInt();
        if (type == 0) {
            return;
        }
        boolean isPolygon = type == ShapefileReader.POLYGON || type == ShapefileReader.POLYGON_Z || type == ShapefileReader.POLYGON_M;
        require(isPolygon && content.remaining() >= 40, number);
        content.position(content.position() + 32);
        int parts = content.getInt();
        int points = content.getInt();
        require(parts >= 0 && points >= 0 && 4L * parts + 16L * points <= content.remaining(), number);
        int[] ringStart = new int[parts + 1];
        for (int r = 0; r < parts; r++) {
            ringStart[r] = content.getInt();
            require(ringStart[r] >= (r == 0 ? 0 : ringStart[r - 1]) && ringStart[r] <= points, number);
        }
        ringStart[parts] = points;
        if (xy.length < 2 * points) {
            xy = new double[2 * points];
        }
        content.asDoubleBuffer().get(xy, 0, 2 * points);
        addPolygons(ringStart, number);
    }

    private void addPolygons(int[] ringStart, int number) throws VectorFileException {
        if (ringStart.length == 2 && ringStart[0] == 0) {
            collector.beginPolygon();
            collector.addRing(xy, ringStart[1]);
            return;
        }
        try {
            for (List<Integer> polygon : new RingGrouper(xy, ringStart).group()) {
                collector.beginPolygon();
                for (int r : polygon) {
                    addRing(ringStart[r], ringStart[r + 1]);
                }
            }
        } catch (MalformedGeometryException e) {
            throw request.failure("record " + number + " (counted from 0) cannot be read: " + e.getMessage(), e);
        }
    }

    private void addRing(int from, int to) {
        int count = to - from;
        if (ring.length < 2 * count) {
            ring = new double[2 * count];
        }
        System.arraycopy(xy, 2 * from, ring, 0, 2 * count);
        collector.addRing(ring, count);
    }

    private void require(boolean valid, int number) throws VectorFileException {
        if (!valid) {
            throw request.failure("record " + number + " (counted from 0) is corrupt");
        }
    }
}
