package org.insardask.stm;

/** Some points; arrays may be longer than their number, and are not copied. */
public final class PointBlock {

    private final int count;
    private final double[] longitude;
    private final double[] latitude;
    private final double[][] values;

    /**
     * Holds points.
     *
     * @param count the number of points
     * @param longitude degrees (WGS 84), NaN for none
     * @param latitude degrees (WGS 84), NaN for none
     * @param values for each column the values of the points; NaN for none, numbers of texts for texts
     */
    public PointBlock(int count, double[] longitude, double[] latitude, double[][] values) {
        this.count = count;
        this.longitude = longitude;
        this.latitude = latitude;
        this.values = values;
    }

    /** The number of points. */
    public int count() {
        return count;
    }

    /** Longitudes of the points. */
    public double[] longitude() {
        return longitude;
    }

    /** Latitudes of the points. */
    public double[] latitude() {
        return latitude;
    }

    /** Values by column and point. */
    public double[][] values() {
        return values;
    }
}
