package org.esa.snap.core.datamodel;

/**
 * Interpolates tie points as SNAP does: bilinear, angles with a discontinuity through their sines and cosines (single
 * precision). Immutable.
 */
final class TieInterpolator {

    private final double offsetX;
    private final double offsetY;
    private final double stepX;
    private final double stepY;
    private final int discontinuity;
    private final BilinearGrid values;
    private final BilinearGrid sines;
    private final BilinearGrid cosines;

    TieInterpolator(TiePointGrid grid, float[] tiePoints) {
        offsetX = grid.getOffsetX();
        offsetY = grid.getOffsetY();
        stepX = grid.getSubSamplingX();
        stepY = grid.getSubSamplingY();
        discontinuity = grid.getDiscontinuity();
        int w = grid.getGridWidth();
        int h = grid.getGridHeight();
        values = new BilinearGrid(w, h, tiePoints);
        if (discontinuity == TiePointGrid.DISCONT_NONE) {
            sines = null;
            cosines = null;
        } else {
            float[] sin = new float[tiePoints.length];
            float[] cos = new float[tiePoints.length];
            for (int i = 0; i < tiePoints.length; i++) {
                double angle = Math.toRadians(tiePoints[i]);
                sin[i] = (float) Math.sin(angle);
                cos[i] = (float) Math.cos(angle);
            }
            sines = new BilinearGrid(w, h, sin);
            cosines = new BilinearGrid(w, h, cos);
        }
    }

    /** The value at a pixel position, the centre of the first pixel being (0.5, 0.5). */
    double valueAt(double x, double y) {
        double gridX = (x - offsetX) / stepX;
        double gridY = (y - offsetY) / stepY;
        if (sines == null) {
            return values.valueAt(gridX, gridY);
        }
        double angle = Math.toDegrees(Math.atan2(sines.valueAt(gridX, gridY), cosines.valueAt(gridX, gridY)));
        return discontinuity == TiePointGrid.DISCONT_AT_360 && angle < 0.0 ? 360.0 + angle : angle;
    }
}
