package org.insardask.op;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.grouping.SampleStore;

/**
 * Collects the samples of all tiles by polygon, and writes the table when the last tile has come. A tile that comes again is passed over.
 * Safe for use by several threads.
 */
final class PolygonSamples {

    private final Operator operator;
    private final PolygonMatch match;
    private final PixelFilter filter;
    private final List<SampleBand> filtered;
    private final List<SampleBand> unfiltered;
    private final Output output;
    private final long scenePixels;
    private final CountedTiles tiles = new CountedTiles();
    private final SampleStore store;
    private boolean closed;

    /**
     * What is sampled.
     *
     * @param statistics the bands whose statistics are wanted
     * @param attributes bands that are the same all over a polygon, sampled in pixels that the filter leaves out too
     */
    record Bands(List<Band> statistics, List<Band> attributes) {
    }

    /**
     * What is written.
     *
     * @param memory how many bytes samples may take
     * @param checkpoint called from time to time while the file is written; it may throw
     */
    record Output(Path file, StatisticsTable table, long memory, Runnable checkpoint) {
    }

    PolygonSamples(Operator operator, PolygonMatch match, PixelFilter filter, Bands bands, Output output) {
        this.operator = operator;
        this.match = match;
        this.filter = filter;
        this.output = output;
        filtered = bands.statistics().stream().map(SampleBand::ofValues).toList();
        unfiltered = bands.attributes().stream().map(SampleBand::ofValues).toList();
        scenePixels = (long) operator.getTargetProduct().getSceneRasterWidth() * operator.getTargetProduct().getSceneRasterHeight();
        Path folder = output.file().toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve("." + output.file().getFileName() + ".samples");
            store = new SampleStore(temporary, filtered.size() + unfiltered.size(), output.memory());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OperatorException failure(IOException e) {
        return new OperatorException("Cannot write '" + output.file() + "': " + e.getMessage(), e);
    }

    /** Reads a tile. */
    void add(Rectangle rectangle) {
        int[] polygon = match.read(operator, rectangle);
        double[][] values = Arrays.stream(polygon).anyMatch(id -> id >= 0) ? read(rectangle) : null;
        synchronized (this) {
            if (closed || !tiles.add(rectangle)) {
                return;
            }
            try {
                if (values != null) {
                    store.add(polygon, values);
                }
                if (tiles.pixels() == scenePixels) {
                    finish();
                }
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private double[][] read(Rectangle rectangle) {
        double[][] values = Stream.concat(filtered.stream(), unfiltered.stream()).map(band -> {
            double[] samples = new double[rectangle.width * rectangle.height];
            band.read(operator, rectangle, samples);
            return samples;
        }).toArray(double[][]::new);
        boolean[] counts = filter.read(operator, rectangle);
        for (int b = 0; b < filtered.size(); b++) {
            for (int k = 0; k < counts.length; k++) {
                values[b][k] = counts[k] ? values[b][k] : Double.NaN;
            }
        }
        return values;
    }

    private void finish() throws IOException {
        output.table().write(output.file(), store.groups(), output.checkpoint());
        Level level = output.table().isWithoutStatistics() ? Level.WARNING : Level.INFO;
        operator.getLogger().log(level, () -> "Polygon-Statistics: " + output.file() + ": " + output.table().report());
        close();
    }

    /** Removes the temporary file and lets go of the samples. */
    synchronized void close() {
        closed = true;
        match.close();
        try {
            store.close();
        } catch (IOException e) {
            operator.getLogger().warning("Polygon-Statistics: the temporary file cannot be removed: " + e.getMessage());
        }
    }
}
