package org.insardask.benchmarks.polygon;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.GPF;

/**
 * Times of the operator Polygon-Enrichment in a fresh virtual machine, on the files of {@link PolygonFiles}: from the start of the virtual
 * machine to the first tile, and to the end of the written product.
 */
public final class OperatorTimes {
    private static final int TILE = 512;
    private static final int TIE_POINTS = 21;

    private OperatorTimes() {
    }

    /**
     * Measures: raster|points FOLDER SIDE [OUTPUT.dim]. Without an output, the first tile only.
     *
     * @throws IOException where a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        boolean isRaster = "raster".equals(arguments[0]);
        Product source = isRaster ? raster(Integer.parseInt(arguments[2]), 100_000) : points(folder);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("vectorFile", folder.resolve(PolygonFiles.POLYGONS).toFile());
        parameters.put("fields", isRaster ? "name,height" : "id,name,height");
        parameters.put("copySourceBands", false);
        if (!isRaster) {
            parameters.put("longitudeBand", "lon");
            parameters.put("latitudeBand", "lat");
        }
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Product target = GPF.createProduct("Polygon-Enrichment", parameters, source);
        int width = Math.min(TILE, target.getSceneRasterWidth());
        int height = Math.min(TILE, target.getSceneRasterHeight());
        target.getBand("height").readPixels(0, 0, width, height, new double[width * height], ProgressMonitor.NULL);
        print(System.out, arguments[0] + ": start to first tile");
        if (arguments.length > 3) {
            GPF.writeProduct(target, new File(arguments[3]), "BEAM-DIMAP", false, ProgressMonitor.NULL);
            print(System.out, arguments[0] + ": start to written product");
        }
    }

    private static void print(PrintStream out, String what) {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double processor = system.getProcessCpuTime() * 1e-9;
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() * 1e-3;
        out.println(String.format(Locale.ROOT, "%s: %.2f s, processor %.2f s", what, seconds, processor));
    }

    /** A scene in the middle of the polygons, rows turned by 12 degrees, tie points every 200 pixels or so. */
    private static Product raster(int size, int polygons) {
        double side = PolygonFiles.polygons(polygons).side();
        double angle = Math.toRadians(12);
        float[] lon = new float[TIE_POINTS * TIE_POINTS];
        float[] lat = new float[TIE_POINTS * TIE_POINTS];
        for (int i = 0; i < lon.length; i++) {
            double u = 0.8 * side * (i % TIE_POINTS / (TIE_POINTS - 1.0) - 0.5);
            int row = i / TIE_POINTS;
            double v = 0.8 * side * (row / (TIE_POINTS - 1.0) - 0.5);
            lon[i] = (float) (MadeUpPolygons.WEST + 0.5 * side + Math.cos(angle) * u - Math.sin(angle) * v);
            lat[i] = (float) (MadeUpPolygons.SOUTH + 0.5 * side + Math.sin(angle) * u + Math.cos(angle) * v);
        }
        Product product = new Product("raster", "RASTER", size, size);
        double step = size / (TIE_POINTS - 1.0);
        TiePointGrid lonGrid = new TiePointGrid("longitude", TIE_POINTS, TIE_POINTS, 0, 0, step, step, lon);
        TiePointGrid latGrid = new TiePointGrid("latitude", TIE_POINTS, TIE_POINTS, 0, 0, step, step, lat);
        product.addTiePointGrid(latGrid);
        product.addTiePointGrid(lonGrid);
        product.setSceneGeoCoding(new TiePointGeoCoding(latGrid, lonGrid));
        product.setPreferredTileSize(TILE, TILE);
        return product;
    }

    private static Product points(Path folder) throws IOException {
        double[] lon = doubles(folder.resolve("lon.f64"));
        Product product = new Product("points", "POINTS", lon.length, 1);
        addBand(product, "lon", lon);
        addBand(product, "lat", doubles(folder.resolve("lat.f64")));
        return product;
    }

    private static void addBand(Product product, String name, double[] samples) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT64);
        band.setRasterData(ProductData.createInstance(samples));
    }

    /** Reads little-endian doubles. */
    static double[] doubles(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }
}
