package org.insardask.points;

/** Orders of points in which neighbours in space are mostly neighbours in storage. Stateless. */
public final class PointOrder {

    /** So many steps along the longer side of the area. */
    private static final double STEPS = Integer.MAX_VALUE;

    private PointOrder() {
    }

    /**
     * Morton's order of integers, such as rows and columns of an image; points with a negative one come last.
     *
     * @return numbers of the points from 0 on, in their new order; those of equal codes ascend
     */
    public static int[] morton(int[] x, int[] y) {
        long[] codes = new long[x.length];
        for (int k = 0; k < codes.length; k++) {
            codes[k] = x[k] < 0 || y[k] < 0 ? Long.MAX_VALUE : MortonCode.of(x[k], y[k]);
        }
        return PointSort.ascending(codes);
    }

    /**
     * Morton's order of places, in a square that holds them all and in which a metre to the east is as long as one to the north. Points
     * whose coordinates are not finite come last.
     *
     * @param lon longitudes (degrees); an area of more than 180 degrees is one across the date line
     * @param lat latitudes (degrees)
     * @return numbers of the points from 0 on, in their new order; those of equal codes ascend
     */
    public static int[] morton(double[] lon, double[] lat) {
        Range north = Range.of(lat, 0);
        Range plain = Range.of(lon, 0);
        double turn = plain.length() > 180.0 ? 360.0 : 0;
        Range east = turn > 0 ? Range.of(lon, turn) : plain;
        double shrink = Math.max(1e-6, Math.cos(Math.toRadians(0.5 * (north.least() + north.greatest()))));
        double side = Math.max(north.length(), east.length() * shrink);
        double scale = side > 0 ? STEPS / side : 0;
        int[] x = new int[lon.length];
        int[] y = new int[lon.length];
        for (int k = 0; k < x.length; k++) {
            boolean isThere = Double.isFinite(lon[k]) && Double.isFinite(lat[k]);
            x[k] = isThere ? (int) ((turned(lon[k], turn) - east.least()) * shrink * scale) : -1;
            y[k] = isThere ? (int) ((lat[k] - north.least()) * scale) : -1;
        }
        return morton(x, y);
    }

    private static double turned(double lon, double turn) {
        return lon < 0 ? lon + turn : lon;
    }

    private record Range(double least, double greatest) {

        static Range of(double[] values, double turn) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                if (Double.isFinite(value)) {
                    least = Math.min(least, turned(value, turn));
                    greatest = Math.max(greatest, turned(value, turn));
                }
            }
            return new Range(least, greatest);
        }

        double length() {
            return Math.max(0, greatest - least);
        }
    }
}
