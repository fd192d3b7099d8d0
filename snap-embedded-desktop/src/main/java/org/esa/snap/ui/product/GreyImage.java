package org.esa.snap.ui.product;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.esa.snap.core.datamodel.RasterDataNode;

/** A raster as a picture, from black for its smallest value to white for its largest. */
final class GreyImage {

    private GreyImage() {
    }

    static BufferedImage of(RasterDataNode raster) {
        int width = raster.getRasterWidth();
        int height = raster.getRasterHeight();
        double[] samples = new double[width * height];
        try {
            raster.readPixels(0, 0, width, height, samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double sample : samples) {
            if (!Double.isNaN(sample)) {
                least = Math.min(least, sample);
                largest = Math.max(largest, sample);
            }
        }
        double scale = largest > least ? 255 / (largest - least) : 0;
        for (int i = 0; i < samples.length; i++) {
            int grey = Double.isNaN(samples[i]) ? 0 : (int) ((samples[i] - least) * scale);
            image.getRaster().setSample(i % width, i / width, 0, grey);
        }
        return image;
    }
}
