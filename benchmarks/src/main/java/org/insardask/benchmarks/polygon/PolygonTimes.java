package org.insardask.benchmarks.polygon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.insardask.polygon.PolygonLocator;
import org.insardask.vector.Attribute;
import org.insardask.vector.AttributeType;
import org.insardask.vector.PolygonLayer;
import org.insardask.vector.VectorFiles;
import org.insardask.vector.VectorRequest;

/**
 * Times of this project on the files of {@link PolygonFiles}: reading, index, join of all points and 3 fields with some threads, and the
 * join of a raster; each several times, all printed, so that the first (a fresh virtual machine) and the shortest can be told apart.
 */
public final class PolygonTimes {
    private static final int TILE = 512;
    private static final int POINT_BLOCK = 1 << 16;
    private static final List<String> FIELDS = List.of("id", "name", "height");
    private static final double DEGREES_TO_RADIANS = Math.PI / 180;

    private final PrintStream out;
    private final int threads;
    private final Path folder;

    private PolygonTimes(PrintStream out, Path folder, int threads) {
        this.out = out;
        this.folder = folder;
        this.threads = threads;
    }

    /**
     * Measures: FOLDER THREADS TURNS RASTER, where RASTER is the number of pixels of a side.
     *
     * @throws IOException where a file cannot be read
     * @throws InterruptedException where the program is interrupted
     * @throws ExecutionException where a thread fails
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        PolygonTimes times = new PolygonTimes(System.out, Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        times.run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }

    private void run(int turns, int raster) throws IOException, InterruptedException, ExecutionException {
        double[] lon = OperatorTimes.doubles(folder.resolve("lon.f64"));
        double[] lat = OperatorTimes.doubles(folder.resolve("lat.f64"));
        PolygonLayer layer = null;
        for (int turn = 0; turn < Math.min(turns, 3); turn++) {
            Watch start = new Watch();
            layer = VectorFiles.read(new VectorRequest(folder.resolve(PolygonFiles.POLYGONS), null, FIELDS, null, null));
            print("read", start, layer.polygons().polygonCount(), "polygon");
        }
        double pointTime = Double.POSITIVE_INFINITY;
        double pixelTime = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < turns; turn++) {
            Watch start = new Watch();
            PolygonIndex index = new PolygonIndex(layer.polygons(), OverlapRule.LAST);
            print("index", start, layer.polygons().polygonCount(), "polygon");
            Watch join = new Watch();
            Sum sum = points(index, layer.attributes(), lon, lat);
            pointTime = Math.min(pointTime, join.processorSeconds() * 1e9 / lon.length);
            print("join points", join, lon.length, "point");
            print("index and join points", start, lon.length, "point");
            join = new Watch();
            Sum sumOfRaster = raster(index, layer.attributes(), raster);
            pixelTime = Math.min(pixelTime, join.processorSeconds() * 1e9 / ((double) raster * raster));
            print("join raster", join, (long) raster * raster, "pixel");
            out.println("hits " + sum.hits + " of points, sum of ids " + sum.ids + "; " + sumOfRaster.hits + " of the raster, sum of ids "
                    + sumOfRaster.ids);
        }
        out.println(String.format(Locale.ROOT, "best processor times: point %.1f ns, pixel %.1f ns, ratio %.2f", pointTime, pixelTime,
                pointTime / pixelTime));
    }

    /** Time on the clock and processor time of the whole virtual machine, its compiler included. */
    private static final class Watch {
        private final com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long start = System.nanoTime();
        private final long processor = system.getProcessCpuTime();

        private double processorSeconds() {
            return (system.getProcessCpuTime() - processor) * 1e-9;
        }

        private double seconds() {
            return (System.nanoTime() - start) * 1e-9;
        }
    }

    private void print(String what, Watch watch, long count, String each) {
        double seconds = watch.seconds();
        double processor = watch.processorSeconds();
        out.println(String.format(Locale.ROOT, "%s: %.3f s, processor %.3f s, that is %.1f ns a %s", what, seconds, processor,
                processor * 1e9 / count, each));
    }

    /** What a join gave: hits, and the sum of the first field over them. */
    private static final class Sum {
        private long hits;
        private long ids;

        private void add(Sum other) {
            hits += other.hits;
            ids += other.ids;
        }
    }

    private interface Block {
        void fill(int block, double[] x, double[] y);
    }

    private Sum points(PolygonIndex index, List<Attribute> fields, double[] lon, double[] lat)
            throws InterruptedException, ExecutionException {
        int blocks = (lon.length + POINT_BLOCK - 1) / POINT_BLOCK;
        return join(index, fields, blocks, POINT_BLOCK, (block, x, y) -> {
            int from = block * POINT_BLOCK;
            int count = Math.min(POINT_BLOCK, lon.length - from);
            System.arraycopy(lon, from, x, 0, count);
            System.arraycopy(lat, from, y, 0, count);
            for (int i = count; i < POINT_BLOCK; i++) {
                x[i] = Double.NaN;
            }
        });
    }

    /** A raster in radar geometry: rows are turned by 12 degrees and slightly bent. */
    private Sum raster(PolygonIndex index, List<Attribute> fields, int size) throws InterruptedException, ExecutionException {
        double side = 0.5 * Math.sqrt(index.featureCount() / 100_000.0);
        double step = 0.8 * side / size;
        double cos = Math.cos(12 * DEGREES_TO_RADIANS);
        double sin = Math.sin(12 * DEGREES_TO_RADIANS);
        int tiles = (size + TILE - 1) / TILE;
        return join(index, fields.subList(1, 3), tiles * tiles, TILE * TILE, (block, x, y) -> {
            int top = block / tiles * TILE;
            int left = block % tiles * TILE;
            for (int i = 0; i < TILE * TILE; i++) {
                int column = left + i % TILE;
                int row = top + i / TILE;
                double u = (column - 0.5 * size) * step;
                double v = (row - 0.5 * size) * step;
                boolean outside = column >= size || row >= size;
                x[i] = outside ? Double.NaN : MadeUpPolygons.WEST + 0.5 * side + cos * u - sin * v + 0.02 * v * v;
                y[i] = MadeUpPolygons.SOUTH + 0.5 * side + sin * u + cos * v + 0.02 * u * u;
            }
        });
    }

    private Sum join(PolygonIndex index, List<Attribute> fields, int blocks, int size, Block filler)
            throws InterruptedException, ExecutionException {
        ExecutorService team = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Sum>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                parts.add(team.submit(() -> joinBlocks(index, fields, first, blocks, size, filler)));
            }
            Sum sum = new Sum();
            for (Future<Sum> part : parts) {
                sum.add(part.get());
            }
            return sum;
        } finally {
            team.shutdownNow();
        }
    }

    private Sum joinBlocks(PolygonIndex index, List<Attribute> fields, int first, int blocks, int size, Block filler) {
        PolygonLocator locator = index.newLocator(PointPredicate.CONTAINS);
        double[] x = new double[size];
        double[] y = new double[size];
        int[] feature = new int[size];
        double[][] values = new double[fields.size()][size];
        Sum sum = new Sum();
        for (int block = first; block < blocks; block += threads) {
            filler.fill(block, x, y);
            locator.locate(x, y, size, feature);
            for (int f = 0; f < values.length; f++) {
                Attribute field = fields.get(f);
                boolean isFloat = field.type() == AttributeType.FLOAT;
                for (int i = 0; i < size; i++) {
                    values[f][i] = feature[i] < 0 ? Double.NaN : isFloat ? field.number(feature[i]) : field.integer(feature[i]);
                }
            }
            for (int i = 0; i < size; i++) {
                sum.hits += feature[i] < 0 ? 0 : 1;
                sum.ids += Math.max(0, feature[i]);
            }
        }
        return sum;
    }
}
