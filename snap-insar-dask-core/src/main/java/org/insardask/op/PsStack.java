package org.insardask.op;

import java.awt.Rectangle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.gpf.Operator;
import org.insardask.points.PixelDispersion;
import org.insardask.stack.AmplitudeImage;

/** The images whose amplitudes are looked at. Immutable. */
final class PsStack {

    /** Rows of this many samples are read at once for the means of the epochs. */
    private static final int SAMPLES_AT_ONCE = 1 << 20;

    private final List<LocalDate> dates;
    private final List<PsImage> images;

    PsStack(List<AmplitudeImage> images) {
        this.dates = images.stream().map(AmplitudeImage::date).toList();
        this.images = images.stream().map(PsImage::new).toList();
    }

    int epochs() {
        return images.size();
    }

    LocalDate date(int epoch) {
        return dates.get(epoch);
    }

    /**
     * Computes the dispersions of a rectangle.
     *
     * @param factors of the epochs
     * @param out receives width x height values
     */
    void compute(Operator operator, Rectangle rectangle, double[] factors, PixelDispersion kernel, float[] out) {
        List<PsImage.Samples> samples = new ArrayList<>(images.size());
        for (PsImage image : images) {
            samples.add(image.read(operator, rectangle));
        }
        for (int row = 0; row < rectangle.height; row++) {
            for (int column = 0; column < rectangle.width; column += PixelDispersion.BLOCK) {
                int count = Math.min(PixelDispersion.BLOCK, rectangle.width - column);
                for (int e = 0; e < images.size(); e++) {
                    images.get(e).fill(samples.get(e), row, column, count, factors[e], kernel, e);
                }
                kernel.compute(count, out, row * rectangle.width + column);
            }
        }
    }

    /**
     * Factors that give all epochs the same mean amplitude over the scene, that of the epochs' means. Sums go along the rows of the whole
     * scene, so that they do not depend on tiles.
     *
     * @param afterBlock called from time to time
     * @return factors; 1 for an epoch without data
     */
    double[] equalMeans(Operator operator, int width, int height, PixelDispersion kernel, Runnable afterBlock) {
        double[] means = new double[images.size()];
        int rows = Math.max(1, SAMPLES_AT_ONCE / width);
        for (int e = 0; e < means.length; e++) {
            means[e] = mean(operator, e, new Rectangle(width, height), rows, kernel, afterBlock);
        }
        double common = Arrays.stream(means).filter(mean -> mean > 0.0).average().orElse(1.0);
        return Arrays.stream(means).map(mean -> mean > 0.0 ? common / mean : 1.0).toArray();
    }

    private double mean(Operator operator, int epoch, Rectangle scene, int rows, PixelDispersion kernel, Runnable afterBlock) {
        double[] sum = new double[images.size()];
        double total = 0.0;
        long found = 0;
        for (int y = 0; y < scene.height; y += rows) {
            Rectangle strip = new Rectangle(0, y, scene.width, Math.min(rows, scene.height - y));
            PsImage image = images.get(epoch);
            PsImage.Samples samples = image.read(operator, strip);
            for (int row = 0; row < strip.height; row++) {
                sum[epoch] = 0.0;
                for (int column = 0; column < strip.width; column += PixelDispersion.BLOCK) {
                    int count = Math.min(PixelDispersion.BLOCK, strip.width - column);
                    image.fill(samples, row, column, count, 1.0, kernel, epoch);
                    found += kernel.addTo(epoch, count, sum);
                }
                total += sum[epoch];
            }
            afterBlock.run();
        }
        return found == 0 ? 0.0 : total / found;
    }
}
