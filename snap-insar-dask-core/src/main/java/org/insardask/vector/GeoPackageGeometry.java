package org.insardask.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Multi-polygons and points as the blobs of a GeoPackage: its header, then well-known binary. Keeps the box of all of them. */
final class GeoPackageGeometry {

    private static final byte LITTLE_ENDIAN_WITH_BOX = 0x03;
    private static final byte LITTLE_ENDIAN = 0x01;
    private static final int WKB_POINT = 1;
    private static final int WKB_POLYGON = 3;
    private static final int WKB_MULTI_POLYGON = 6;

    private final int srsId;
    /** Minimum x, minimum y, maximum x, maximum y. */
    private final double[] extent = emptyBox();

    GeoPackageGeometry(int srsId) {
        this.srsId = srsId;
    }

    private static double[] emptyBox() {
        return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    }

    /** Minimum x, minimum y, maximum x and maximum y of all geometries so far, null before the first. */
    double[] extent() {
        return extent[0] > extent[2] ? null : extent.clone();
    }

    /** Returns the blob of a geometry. */
    byte[] blob(List<List<double[]>> polygons) {
        double[] box = emptyBox();
        polygons.forEach(rings -> rings.forEach(ring -> include(ring, box)));
        include(box, extent);
        ByteBuffer blob = ByteBuffer.allocate(size(polygons)).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put(LITTLE_ENDIAN_WITH_BOX).putInt(srsId);
        blob.putDouble(box[0]).putDouble(box[2]).putDouble(box[1]).putDouble(box[3]);
        blob.put((byte) 1).putInt(WKB_MULTI_POLYGON).putInt(polygons.size());
        for (List<double[]> rings : polygons) {
            blob.put((byte) 1).putInt(WKB_POLYGON).putInt(rings.size());
            for (double[] ring : rings) {
                blob.putInt(ring.length / 2);
                for (double coordinate : ring) {
                    blob.putDouble(coordinate);
                }
            }
        }
        return blob.array();
    }

    /** Returns the blob of a point, which needs no bounding box. */
    byte[] pointBlob(double[] xy) {
        include(xy, extent);
        ByteBuffer blob = ByteBuffer.allocate(8 + 5 + 16).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put(LITTLE_ENDIAN).putInt(srsId);
        return blob.put((byte) 1).putInt(WKB_POINT).putDouble(xy[0]).putDouble(xy[1]).array();
    }

    private static void include(double[] xy, double[] box) {
        for (int i = 0; i < xy.length; i += 2) {
            box[0] = Math.min(box[0], xy[i]);
            box[1] = Math.min(box[1], xy[i + 1]);
            box[2] = Math.max(box[2], xy[i]);
            box[3] = Math.max(box[3], xy[i + 1]);
        }
    }

    private static int size(List<List<double[]>> polygons) {
        int size = 8 + 32 + 9;
        for (List<double[]> rings : polygons) {
            size += 9;
            for (double[] ring : rings) {
                size += 4 + 8 * ring.length;
            }
        }
        return size;
    }
}
