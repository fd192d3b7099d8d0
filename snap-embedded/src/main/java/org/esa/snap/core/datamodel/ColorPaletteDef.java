package org.esa.snap.core.datamodel;

import java.awt.Color;
import java.util.Arrays;

/** Colours of some samples, in ascending order; between them colours are blended. */
public class ColorPaletteDef {

    private final Point[] points;
    private final int numColors;
    private boolean autoDistribute;

    /** The colour of a sample. */
    public static class Point {

        private final double sample;
        private final Color color;

        public Point(double sample, Color color) {
            this.sample = sample;
            this.color = color;
        }

        public double getSample() {
            return sample;
        }

        public Color getColor() {
            return color;
        }
    }

    public ColorPaletteDef(Point[] points) {
        this(points, 256);
    }

    /** @param numColors how many colours an image has at most */
    public ColorPaletteDef(Point[] points, int numColors) {
        this.points = points.clone();
        this.numColors = numColors;
    }

    public int getNumColors() {
        return numColors;
    }

    public int getNumPoints() {
        return points.length;
    }

    public Point getPointAt(int index) {
        return points[index];
    }

    public Point[] getPoints() {
        return points.clone();
    }

    public Color[] getColors() {
        return Arrays.stream(points).map(Point::getColor).toArray(Color[]::new);
    }

    public double getMinDisplaySample() {
        return points[0].getSample();
    }

    public double getMaxDisplaySample() {
        return points[points.length - 1].getSample();
    }

    public boolean isAutoDistribute() {
        return autoDistribute;
    }

    public void setAutoDistribute(boolean autoDistribute) {
        this.autoDistribute = autoDistribute;
    }
}
