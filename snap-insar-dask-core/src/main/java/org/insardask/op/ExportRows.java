package org.insardask.op;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.insardask.points.PointLayout;
import org.insardask.stm.PointBlock;
import org.insardask.stm.PointSink;
import org.insardask.stm.PointsProduct;

/** Reads the points of a product, or the pixels of another, strip by strip in the order of rows. For one thread. */
final class ExportRows {

    private static final long SAMPLES_AT_ONCE = 4L << 20;

    private final Operator operator;
    private final Product product;
    private final PixelPlaces places;
    private final PixelFilter filter;
    private final Optional<PointLayout> layout;
    private final Runnable afterBlock;
    private long written;

    ExportRows(Operator operator, Product product, PixelPlaces places, PixelFilter filter, Runnable afterBlock) {
        this.operator = operator;
        this.product = product;
        this.places = places;
        this.filter = filter;
        this.layout = PointsProduct.layoutOf(product);
        this.afterBlock = afterBlock;
    }

    /** The points of the last writing. */
    long written() {
        return written;
    }

    /** Writes all points that count, and ends the sink. */
    void writeTo(List<Band> bands, PointSink sink) throws IOException {
        written = 0;
        List<SampleBand> samples = bands.stream().map(SampleBand::ofValues).toList();
        int width = product.getSceneRasterWidth();
        int height = product.getSceneRasterHeight();
        int rows = (int) Math.max(1L, Math.min(height, SAMPLES_AT_ONCE / ((bands.size() + 3L) * width)));
        double[][] values = new double[bands.size()][rows * width];
        double[] lon = new double[rows * width];
        double[] lat = new double[rows * width];
        for (int y = 0; y < height; y += rows) {
            Rectangle strip = new Rectangle(0, y, width, Math.min(rows, height - y));
            places.read(operator, strip, lon, lat);
            for (int b = 0; b < values.length; b++) {
                samples.get(b).read(operator, strip, values[b]);
            }
            int count = compact(strip, lon, lat, values);
            sink.write(new PointBlock(count, lon, lat, values));
            written += count;
            afterBlock.run();
        }
        sink.finish();
    }

    /** Moves the points that count to the front, and returns their number. Infinite values are none: formats have no word for them. */
    private int compact(Rectangle strip, double[] lon, double[] lat, double[][] values) {
        boolean[] counts = filter.read(operator, strip);
        int last = counts.length;
        if (layout.isPresent()) {
            last = (int) Math.max(0L, Math.min(last, layout.get().count() - layout.get().pointAt(0, strip.y)));
        }
        int count = 0;
        for (int k = 0; k < last; k++) {
            if (counts[k]) {
                lon[count] = lon[k];
                lat[count] = lat[k];
                for (double[] ofBand : values) {
                    ofBand[count] = Double.isInfinite(ofBand[k]) ? Double.NaN : ofBand[k];
                }
                count++;
            }
        }
        return count;
    }
}
