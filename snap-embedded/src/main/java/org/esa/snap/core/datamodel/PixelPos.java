package org.esa.snap.core.datamodel;

import java.awt.geom.Point2D;

/** A position in a raster; the centre of the first pixel is (0.5, 0.5). Invalid where a co-ordinate is NaN. */
public class PixelPos extends Point2D.Double {

    public PixelPos() {
    }

    public PixelPos(double x, double y) {
        super(x, y);
    }

    public boolean isValid() {
        return !(java.lang.Double.isNaN(x) || java.lang.Double.isNaN(y));
    }

    public void setInvalid() {
        setLocation(java.lang.Double.NaN, java.lang.Double.NaN);
    }
}
