package org.esa.snap.ui;

import com.bc.ceres.glayer.support.ImageLayer;
import java.awt.event.MouseEvent;

/** Is told over which pixel of an image view the cursor is. */
public interface PixelPositionListener {

    /**
     * The cursor is over a pixel.
     *
     * @param imageLayer the image
     * @param pixelX column at the level that is shown
     * @param pixelY row at the level that is shown
     * @param currentLevel the level of the image pyramid that is shown, 0 for full resolution
     * @param pixelPosValid whether the pixel is inside the image
     * @param e the mouse event
     */
    void pixelPosChanged(ImageLayer imageLayer, int pixelX, int pixelY, int currentLevel, boolean pixelPosValid, MouseEvent e);

    /** The cursor has left the view. */
    void pixelPosNotAvailable();
}
