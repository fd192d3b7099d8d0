package org.insardask.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Groups the rings of one Shapefile polygon record into polygons: clockwise rings are shells, the others holes of the smallest shell
 * that holds them (ESRI Shapefile Technical Description 1998, page 8). A hole that no shell holds becomes a shell, as in other readers.
 * Shells are found by their boxes in an R-tree; a record in which very many shells meet very many holes is refused, since the work would be
 * their product.
 */
final class RingGrouper {
    private static final long MOST_VERTEX_TESTS = 2_000_000_000L;

    private final double[] xy;
    private final int[] ringStart;
    private final int rings;
    private final double[][] boxes;
    private final double[] area;
    private final STRtree shells = new STRtree();
    private long vertexTests;

    /**
     * Prepares the grouping.
     *
     * @param xy x and y of all vertices in turn
     * @param ringStart first vertex of each ring, and the end
     */
    RingGrouper(double[] xy, int[] ringStart) {
        this.xy = xy;
        this.ringStart = ringStart;
        rings = ringStart.length - 1;
        boxes = new double[rings][];
        area = new double[rings];
        for (int r = 0; r < rings; r++) {
            boxes[r] = box(r);
            area[r] = signedArea(r);
            if (area[r] <= 0 && area[r] >= -Double.MAX_VALUE) {
                shells.insert(new Envelope(boxes[r][0], boxes[r][2], boxes[r][1], boxes[r][3]), r);
            }
        }
    }

    /**
     * Returns the polygons in the order of their shells, each with the numbers of its rings, the shell first.
     *
     * @throws MalformedGeometryException where that takes too long
     */
    List<List<Integer>> group() throws MalformedGeometryException {
        List<List<Integer>> polygons = new ArrayList<>();
        int[] polygonOfShell = new int[rings];
        Arrays.fill(polygonOfShell, -1);
        int[] shellOf = new int[rings];
        for (int r = 0; r < rings; r++) {
            shellOf[r] = area[r] > 0 ? smallestShell(r) : r;
            if (shellOf[r] == r) {
                polygonOfShell[r] = polygons.size();
                polygons.add(new ArrayList<>(List.of(r)));
            }
        }
        for (int r = 0; r < rings; r++) {
            if (shellOf[r] != r) {
                polygons.get(polygonOfShell[shellOf[r]]).add(r);
            }
        }
        return polygons;
    }

    private int smallestShell(int hole) throws MalformedGeometryException {
        int[] best = {hole};
        double[] box = boxes[hole];
        shells.query(new Envelope(box[0], box[2], box[1], box[3]), item -> {
            int shell = (Integer) item;
            vertexTests++;
            boolean smaller = best[0] == hole || -area[shell] < -area[best[0]] || (area[shell] == area[best[0]] && shell < best[0]);
            if (smaller && boxHolds(boxes[shell], box) && vertexTests < MOST_VERTEX_TESTS && holds(shell, hole)) {
                best[0] = shell;
            }
        });
        if (vertexTests >= MOST_VERTEX_TESTS) {
            throw new MalformedGeometryException("too many of its rings lie in each other");
        }
        return best[0];
    }

    private static boolean boxHolds(double[] outer, double[] inner) {
        return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
    }

    /** True where the first vertex of the hole that is not on the shell lies in it; also where all vertices are on it. */
    private boolean holds(int shell, int hole) {
        for (int v = ringStart[hole]; v < ringStart[hole + 1]; v++) {
            vertexTests += ringStart[shell + 1] - ringStart[shell];
            int side = side(shell, xy[2 * v], xy[2 * v + 1]);
            if (side != 0) {
                return side > 0;
            }
        }
        return true;
    }

    /** Returns 1 where a point is inside a ring, -1 outside, 0 on it; in plain double precision, which is enough to tell rings apart. */
    private int side(int ring, double x, double y) {
        boolean inside = false;
        for (int v = ringStart[ring]; v < ringStart[ring + 1] - 1; v++) {
            double ax = xy[2 * v] - x;
            double ay = xy[2 * v + 1] - y;
            double bx = xy[2 * v + 2] - x;
            double by = xy[2 * v + 3] - y;
            double cross = ax * by - ay * bx;
            if (cross == 0 && ax * bx <= 0 && ay * by <= 0) {
                return 0;
            }
            if ((ay > 0) != (by > 0) && (cross > 0) == (by > ay)) {
                inside = !inside;
            }
        }
        return inside ? 1 : -1;
    }

    private double[] box(int ring) {
        double[] box = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int v = ringStart[ring]; v < ringStart[ring + 1]; v++) {
            box[0] = Math.min(box[0], xy[2 * v]);
            box[1] = Math.min(box[1], xy[2 * v + 1]);
            box[2] = Math.max(box[2], xy[2 * v]);
            box[3] = Math.max(box[3], xy[2 * v + 1]);
        }
        return box;
    }

    private double signedArea(int ring) {
        int first = ringStart[ring];
        double twice = 0;
        for (int v = first; v < ringStart[ring + 1] - 1; v++) {
            twice += (xy[2 * v] - xy[2 * first]) * (xy[2 * v + 3] - xy[2 * first + 1])
                    - (xy[2 * v + 2] - xy[2 * first]) * (xy[2 * v + 1] - xy[2 * first + 1]);
        }
        return 0.5 * twice;
    }
}
