package org.esa.snap.core.datamodel;

import java.awt.Color;

/** How the samples of a band become colours. */
public class ImageInfo {

    /** No colour: fully transparent. */
    public static final Color NO_COLOR = new Color(255, 255, 255, 0);

    private final ColorPaletteDef palette;
    private Color noDataColor = NO_COLOR;

    public ImageInfo(ColorPaletteDef palette) {
        this.palette = palette;
    }

    public ColorPaletteDef getColorPaletteDef() {
        return palette;
    }

    /** The colour of pixels without data. */
    public Color getNoDataColor() {
        return noDataColor;
    }

    public void setNoDataColor(Color noDataColor) {
        this.noDataColor = noDataColor;
    }
}
