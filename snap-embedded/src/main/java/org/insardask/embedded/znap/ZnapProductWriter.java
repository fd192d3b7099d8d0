package org.insardask.embedded.znap;

import com.bc.zarr.Compressor;
import com.bc.zarr.ZarrGroup;
import eu.esa.snap.core.datamodel.group.BandGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.dataio.ProductWriterPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.insardask.embedded.io.ProductPaths;
import org.insardask.embedded.io.RasterTarget;
import org.insardask.embedded.io.Replaceable;
import org.insardask.embedded.io.SampleType;
import org.insardask.embedded.io.StagedOutput;
import org.insardask.embedded.io.StagedProductWriter;
import org.insardask.embedded.io.StagedRaster;

/**
 * Writes ZNAP products as folders {@code NAME.znap}: big-endian samples, in chunks whose size depends on that of the raster alone (see
 * {@link ChunkGrid#chunkLength}), compressed only where that is asked for (see {@link ChunkCodec}). A virtual band is an array without
 * chunks that has its expression as an attribute, as in SNAP.
 *
 * <p>See {@link StagedProductWriter} for the contract of close and deleteOutput.
 */
final class ZnapProductWriter extends StagedProductWriter {
    private static final String VERSION = "0.1";

    private final List<ZarrWriter> writers = new ArrayList<>();
    private Path folder;
    private Compressor compressor;

    ZnapProductWriter(ProductWriterPlugIn plugIn) {
        super(plugIn);
    }

    @Override
    protected Path target(Path output) throws IOException {
        if (ProductPaths.hasExtension(output, ZnapProductReaderPlugIn.ARCHIVE_EXTENSION)) {
            throw new IOException(output + ": ZNAP archives are not written, expected a name that ends in "
                    + ZnapProductReaderPlugIn.EXTENSION);
        }
        return output.resolveSibling(ProductPaths.stem(output, ZnapProductReaderPlugIn.EXTENSION) + ZnapProductReaderPlugIn.EXTENSION);
    }

    @Override
    protected Map<Band, StagedRaster> begin(StagedOutput output, Path target, Product product) throws IOException {
        if (!Files.exists(target.resolve(".zgroup"))) {
            Replaceable.requireParts(target, entry -> false);
        }
        writers.clear();
        compressor = ChunkCodec.chosen();
        folder = output.addFolder(String.valueOf(target.getFileName()));
        ZarrGroup group = ZarrGroup.create(folder);
        group.createSubGroup(ZnapMetadata.GROUP);
        Map<String, Map<Integer, String>> dimensions = new HashMap<>();
        dimension(dimensions, "x", product.getSceneRasterWidth());
        dimension(dimensions, "y", product.getSceneRasterHeight());
        for (TiePointGrid grid : product.getTiePointGrids()) {
            writeTiePointGrid(group, grid, dimensions);
        }
        Map<Band, StagedRaster> targets = new HashMap<>();
        for (Band band : product.getBands()) {
            StagedRaster raster = createBand(group, band, dimensions);
            if (shouldWrite(band)) {
                targets.put(band, raster);
            }
        }
        return targets;
    }

    private void writeTiePointGrid(ZarrGroup group, TiePointGrid grid, Map<String, Map<Integer, String>> dimensions) throws IOException {
        int width = grid.getGridWidth();
        int height = grid.getGridHeight();
        ZarrHeader header = ZarrHeader.of(SampleType.FLOAT32, width, height, width, height, grid.getNoDataValue(), null);
        header.create(group, folder, grid.getName());
        Map<String, Object> attributes = arrayAttributes(dimension(dimensions, "xt", width), dimension(dimensions, "yt", height));
        ZnapRasterAttributes.write(grid, attributes);
        attributes.put("offset_x", grid.getOffsetX());
        attributes.put("offset_y", grid.getOffsetY());
        attributes.put("subsampling_x", grid.getSubSamplingX());
        attributes.put("subsampling_y", grid.getSubSamplingY());
        if (grid.getDiscontinuity() != TiePointGrid.DISCONT_NONE) {
            attributes.put("discontinuity", grid.getDiscontinuity());
        }
        Path array = folder.resolve(grid.getName());
        writeFile(array.resolve(Attributes.FILE_NAME), Json.bytes(attributes));
        new ZarrWriter(array, header, files()).write(0, 0, width, height, ProductData.createInstance(grid.getTiePoints()));
    }

    private StagedRaster createBand(ZarrGroup group, Band band, Map<String, Map<Integer, String>> dimensions) throws IOException {
        int width = band.getRasterWidth();
        int height = band.getRasterHeight();
        ZarrHeader header = ZarrHeader.of(ZnapRasterAttributes.storedType(band), width, height, ChunkGrid.chunkLength(width),
                ChunkGrid.chunkLength(height), ZnapRasterAttributes.noDataValue(band), compressor);
        header.create(group, folder, band.getName());
        Map<String, Object> attributes = arrayAttributes(dimension(dimensions, "x", width), dimension(dimensions, "y", height));
        ZnapRasterAttributes.writeBand(band, attributes);
        ZnapRasterAttributes.write(band, attributes);
        putGeoCoding(band.getGeoCoding(), band.getName(), attributes);
        Path array = folder.resolve(band.getName());
        writeFile(array.resolve(Attributes.FILE_NAME), Json.bytes(attributes));
        ZarrWriter writer = new ZarrWriter(array, header, files());
        writers.add(writer);
        RasterTarget target = band.isLog10Scaled() ? (x, y, w, h, samples) -> writer.write(x, y, w, h, scaled(band, samples)) : writer;
        return new StagedRaster(header.type(), target, writer);
    }

    private static ProductData scaled(Band band, ProductData samples) {
        float[] values = new float[samples.getNumElems()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) band.scale(samples.getElemDoubleAt(i));
        }
        return ProductData.createInstance(values);
    }

    private static Map<String, Object> arrayAttributes(String x, String y) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("znap_format", VERSION);
        attributes.put("_ARRAY_DIMENSIONS", List.of(y, x));
        return attributes;
    }

    /** Names a dimension: the first length on an axis gets the name itself, each other length a number after it. */
    private static String dimension(Map<String, Map<Integer, String>> dimensions, String axis, int length) {
        Map<Integer, String> names = dimensions.computeIfAbsent(axis, key -> new HashMap<>());
        String next = names.isEmpty() ? axis : axis + names.size();
        return names.computeIfAbsent(length, key -> next);
    }

    private static void putGeoCoding(GeoCoding geoCoding, String owner, Map<String, Object> attributes) {
        Map<String, Object> value = ZnapGeoCoding.write(geoCoding, owner);
        if (value != null) {
            attributes.put(ZnapGeoCoding.ATTRIBUTE, value);
        }
    }

    @Override
    protected void finish(Product product) throws IOException {
        for (ZarrWriter writer : writers) {
            writer.finish();
        }
        writeFile(folder.resolve(ZnapMetadata.GROUP).resolve(ZnapMetadata.FILE_NAME), ZnapMetadata.bytes(product.getMetadataRoot()));
        writeFile(folder.resolve(Attributes.FILE_NAME), Json.bytes(productAttributes(product)));
    }

    private static Map<String, Object> productAttributes(Product product) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("znap_format", VERSION);
        attributes.put("product_name", product.getName());
        attributes.put("product_type", product.getProductType());
        attributes.put("product_description", product.getDescription());
        attributes.put("product_scene_raster_width", product.getSceneRasterWidth());
        attributes.put("product_scene_raster_height", product.getSceneRasterHeight());
        putTime(attributes, "time_coverage_start", product.getStartTime());
        putTime(attributes, "time_coverage_end", product.getEndTime());
        BandGroup grouping = product.getAutoGrouping();
        if (grouping != null) {
            attributes.put("dataset_auto_grouping", grouping.toString());
        }
        String quicklook = product.getQuicklookBandName();
        if (quicklook != null && !quicklook.isBlank()) {
            attributes.put("quicklook_band_name", quicklook);
        }
        putGeoCoding(product.getSceneGeoCoding(), product.getName(), attributes);
        attributes.put("original_raster_data_node_order", names(product));
        return attributes;
    }

    private static void putTime(Map<String, Object> attributes, String name, ProductData.UTC time) {
        if (time != null) {
            attributes.put(name, ZnapTime.format(time));
        }
    }

    private static List<String> names(Product product) {
        List<String> names = new ArrayList<>();
        for (RasterDataNode band : product.getBands()) {
            names.add(band.getName());
        }
        for (RasterDataNode grid : product.getTiePointGrids()) {
            names.add(grid.getName());
        }
        return names;
    }
}
