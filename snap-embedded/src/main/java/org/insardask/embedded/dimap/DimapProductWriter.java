package org.insardask.embedded.dimap;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.dataio.ProductWriterPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.insardask.embedded.io.ProductPaths;
import org.insardask.embedded.io.RasterFile;
import org.insardask.embedded.io.Replaceable;
import org.insardask.embedded.io.SampleBuffers;
import org.insardask.embedded.io.SampleType;
import org.insardask.embedded.io.StagedOutput;
import org.insardask.embedded.io.StagedProductWriter;
import org.insardask.embedded.io.StagedRaster;

/**
 * Writes BEAM-DIMAP products that SNAP opens: big-endian samples, one file a band, preallocated, so that tiles go to their positions from
 * any thread. The product gets the name of the file, as in SNAP. See {@link StagedProductWriter} for the contract of close and
 * deleteOutput; the {@code .dim} appears last.
 */
final class DimapProductWriter extends StagedProductWriter {
    static final String GRID_FOLDER = "tie_point_grids";
    private static final String DATA_EXTENSION = ".data";

    private Path header;
    private String dataFolder;

    DimapProductWriter(ProductWriterPlugIn plugIn) {
        super(plugIn);
    }

    @Override
    protected Path target(Path output) {
        return output.resolveSibling(ProductPaths.stem(output, DimapProductReaderPlugIn.EXTENSION) + DimapProductReaderPlugIn.EXTENSION);
    }

    @Override
    protected Map<Band, StagedRaster> begin(StagedOutput output, Path target, Product product) throws IOException {
        String name = ProductPaths.stem(target, DimapProductReaderPlugIn.EXTENSION);
        product.setName(name);
        dataFolder = name + DATA_EXTENSION;
        Replaceable.requireNoFolder(target);
        Replaceable.requireParts(target.resolveSibling(dataFolder), DimapProductWriter::isPart);
        Path data = output.addFolder(dataFolder);
        header = output.addFile(name + DimapProductReaderPlugIn.EXTENSION);
        writeTiePointGrids(product, data.resolve(GRID_FOLDER));
        Map<Band, StagedRaster> targets = new HashMap<>();
        for (Band band : product.getBands()) {
            if (shouldWrite(band)) {
                targets.put(band, createBand(product, band, data));
            }
        }
        return targets;
    }

    private static boolean isPart(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return Files.isDirectory(entry) || name.endsWith(".img") || name.endsWith(".hdr");
    }

    private StagedRaster createBand(Product product, Band band, Path data) throws IOException {
        SampleType type = SampleType.of(band.getDataType(), "band '" + band.getName() + "'");
        RasterFile raster = createRaster(product, band, type, data, band.getRasterWidth(), band.getRasterHeight());
        return new StagedRaster(type, (x, y, w, h, samples) -> raster.write(x, y, w, h, SampleBuffers.inType(samples, type), 0, w,
                files()), (x, y, w, h, samples) -> raster.read(x, y, w, h, samples, 0, w));
    }

    private static void writeTiePointGrids(Product product, Path folder) throws IOException {
        if (product.getNumTiePointGrids() > 0) {
            Files.createDirectories(folder);
        }
        for (TiePointGrid grid : product.getTiePointGrids()) {
            int width = grid.getGridWidth();
            int height = grid.getGridHeight();
            createRaster(product, grid, SampleType.FLOAT32, folder, width, height)
                    .write(0, 0, width, height, grid.getTiePoints(), 0, width);
        }
    }

    private static RasterFile createRaster(Product product, RasterDataNode node, SampleType type, Path folder, int width, int height)
            throws IOException {
        writeFile(folder.resolve(node.getName() + ".hdr"), EnviHeader.format(node.getName(), describe(product, node), type, width, height,
                node.getScalingFactor(), node.getScalingOffset()));
        RasterFile raster = new RasterFile(folder.resolve(node.getName() + ".img"), 0, ByteOrder.BIG_ENDIAN, type, width, height);
        raster.create();
        return raster;
    }

    private static String describe(Product product, RasterDataNode node) {
        String own = node.getDescription();
        String text = own == null || own.isBlank() ? product.getDescription() : own;
        String unit = node.getUnit() == null || node.getUnit().isBlank() ? "1" : node.getUnit();
        return (text == null ? "" : text) + " - Unit: " + (node.isLog10Scaled() ? "log(" + unit + ")" : unit);
    }

    @Override
    protected void finish(Product product) throws IOException {
        writeFile(header, new DimapHeaderWriter(product, dataFolder).write());
    }
}
