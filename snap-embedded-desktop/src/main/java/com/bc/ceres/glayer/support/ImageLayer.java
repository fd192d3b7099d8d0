package com.bc.ceres.glayer.support;

import com.bc.ceres.glayer.Layer;
import com.bc.ceres.glayer.LayerType;
import java.awt.geom.AffineTransform;
import java.awt.image.RenderedImage;

/** A layer that shows an image, one unit of the model for one pixel. */
public class ImageLayer extends Layer {

    private final RenderedImage image;

    public ImageLayer(RenderedImage image) {
        super(new ImageType());
        this.image = image;
    }

    public RenderedImage getImage() {
        return image;
    }

    /** From pixels of this level to the model. Level n has half the pixels of level n - 1. */
    public AffineTransform getImageToModelTransform(int level) {
        double scale = Math.scalb(1.0, level);
        return AffineTransform.getScaleInstance(scale, scale);
    }

    /** From the model to pixels of this level. */
    public AffineTransform getModelToImageTransform(int level) {
        double scale = Math.scalb(1.0, -level);
        return AffineTransform.getScaleInstance(scale, scale);
    }

    private static final class ImageType extends LayerType {
    }
}
