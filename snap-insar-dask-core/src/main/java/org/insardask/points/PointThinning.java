package org.insardask.points;

import java.util.Arrays;

/**
 * Chooses some of many points, the better ones first; of equally good ones that of the lower number. So the choice depends on the points
 * and their order alone. Safe for threads.
 */
public final class PointThinning {

    private static final double SEMI_MAJOR_AXIS = 6378137.0;
    private static final double SQUARED_ECCENTRICITY = 6.69437999014e-3;
    private static final double METRES_PER_DEGREE = 111_194.926644559;
    private static final long COLUMNS = 1L << 32;

    private final double[] lon;
    private final double[] lat;
    /** The numbers, best first. */
    private final int[] bestFirst;

    /**
     * Takes points.
     *
     * @param lon longitudes (degrees), finite; not copied and not changed
     * @param lat latitudes (degrees), finite, -90 to 90
     * @param quality smaller is better, NaN is worst; null where all are equally good
     * @throws IllegalArgumentException where the lengths differ
     */
    public PointThinning(double[] lon, double[] lat, double[] quality) {
        if (lat.length != lon.length || (quality != null && quality.length != lon.length)) {
            throw new IllegalArgumentException(lon.length + " longitudes and " + lat.length + " latitudes, expected as many of each as of "
                    + "qualities");
        }
        this.lon = lon;
        this.lat = lat;
        long[] keys = new long[lon.length];
        if (quality != null) {
            Arrays.setAll(keys, k -> PointSort.key(quality[k]));
        }
        bestFirst = PointSort.ascending(keys);
    }

    /**
     * Keeps points of which no two are nearer to each other than a distance: each point, the best first, unless one is kept that is
     * nearer. Distances are straight lines between places on the ellipsoid WGS 84, 1 mm shorter than along it in 10 km. O(n) beside the
     * sorting, where few points lie in the same place.
     *
     * @param metres positive
     * @return whether each point is kept
     */
    public boolean[] byDistance(double metres) {
        requirePositive(metres);
        SpaceHash kept = new SpaceHash(lon.length, metres);
        boolean[] keep = new boolean[lon.length];
        for (int point : bestFirst) {
            keep[point] = kept.addUnlessNear(point, lon[point], lat[point]);
        }
        return keep;
    }

    /**
     * Keeps the best points of each cell. Cells are rows from the south pole on, and columns in each row from the longitude -180 on, as
     * wide in the middle of the row as high (on the sphere of radius 6371 km); the last one of a row is narrower.
     *
     * @param metres height and width of a cell, at least 0.01
     * @param most points of a cell that are kept, at least 1
     * @return whether each point is kept
     */
    public boolean[] byCell(double metres, int most) {
        requirePositive(metres);
        if (metres < 0.01 || most < 1) {
            throw new IllegalArgumentException("cells of " + metres + " m with " + most + " points, expected at least 0.01 m and 1 point");
        }
        long[] cells = new long[lon.length];
        Arrays.setAll(cells, k -> cell(lon[k], lat[k], metres));
        int[] byCell = PointSort.ascending(bestFirst.clone(), cells);
        boolean[] keep = new boolean[lon.length];
        int inCell = 0;
        for (int k = 0; k < byCell.length; k++) {
            inCell = k > 0 && cells[byCell[k]] == cells[byCell[k - 1]] ? inCell + 1 : 0;
            keep[byCell[k]] = inCell < most;
        }
        return keep;
    }

    private static long cell(double lon, double lat, double metres) {
        double height = metres / METRES_PER_DEGREE;
        long row = (long) Math.floor((lat + 90.0) / height);
        double middle = Math.min(90.0, (row + 0.5) * height - 90.0);
        double width = height / Math.max(1e-12, Math.cos(Math.toRadians(middle)));
        double east = lon + 180.0 - 360.0 * Math.floor((lon + 180.0) / 360.0);
        return row * COLUMNS + (long) (east / width);
    }

    private static void requirePositive(double metres) {
        if (!(metres > 0)) {
            throw new IllegalArgumentException(metres + " m, expected more than 0");
        }
    }

    /** The points that are kept, in cubes of the distance; cubes may share a list, as distances are checked. */
    private static final class SpaceHash {
        private final double distance;
        private final int mask;
        private final int[] heads;
        private final int[] next;
        private final double[] xyz;

        SpaceHash(int points, double distance) {
            this.distance = distance;
            int lists = Integer.highestOneBit(Math.max(8, Math.min(points, 1 << 29))) * 2;
            mask = lists - 1;
            heads = new int[lists];
            Arrays.fill(heads, -1);
            next = new int[points];
            xyz = new double[Math.multiplyExact(3, points)];
        }

        boolean addUnlessNear(int point, double lon, double lat) {
            double sine = Math.sin(Math.toRadians(lat));
            double cosine = Math.cos(Math.toRadians(lat));
            double radius = SEMI_MAJOR_AXIS / Math.sqrt(1 - SQUARED_ECCENTRICITY * sine * sine);
            double x = radius * cosine * Math.cos(Math.toRadians(lon));
            double y = radius * cosine * Math.sin(Math.toRadians(lon));
            double z = radius * (1 - SQUARED_ECCENTRICITY) * sine;
            long column = (long) Math.floor(x / distance);
            long row = (long) Math.floor(y / distance);
            long layer = (long) Math.floor(z / distance);
            for (int k = 0; k < 27; k++) {
                if (isNear(list(column + k % 3 - 1, row + k / 3 % 3 - 1, layer + k / 9 - 1), x, y, z)) {
                    return false;
                }
            }
            int list = list(column, row, layer);
            next[point] = heads[list];
            heads[list] = point;
            xyz[3 * point] = x;
            xyz[3 * point + 1] = y;
            xyz[3 * point + 2] = z;
            return true;
        }

        private boolean isNear(int list, double x, double y, double z) {
            for (int other = heads[list]; other >= 0; other = next[other]) {
                double dx = xyz[3 * other] - x;
                double dy = xyz[3 * other + 1] - y;
                double dz = xyz[3 * other + 2] - z;
                if (dx * dx + dy * dy + dz * dz < distance * distance) {
                    return true;
                }
            }
            return false;
        }

        private int list(long column, long row, long layer) {
            long mixed = (column * 0x9e3779b97f4a7c15L + row) * 0xbf58476d1ce4e5b9L + layer;
            mixed = (mixed ^ mixed >>> 31) * 0x94d049bb133111ebL;
            return (int) (mixed >>> 32) & mask;
        }
    }
}
