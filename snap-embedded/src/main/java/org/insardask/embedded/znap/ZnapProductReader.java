package org.insardask.embedded.znap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.OpenFiles;
import org.insardask.embedded.io.ProductPaths;
import org.insardask.embedded.io.RasterProductReader;
import org.insardask.embedded.io.TiePointGrids;

/**
 * Reads ZNAP products, folders and archives.
 *
 * <p>Read are: bands, virtual bands, tie-point grids, tie-point geocoding, the metadata tree, flag and index codings and the attributes
 * of the product. Masks, filter bands, display settings and vector data are passed over; any other geocoding is left out with a line in
 * the log. Arrays that the product does not list are passed over too, as in SNAP. A missing chunk holds the fill value.
 *
 * <p>Every failure is an {@link IOException} that names the file and what was expected. Samples may be read from many threads at once.
 */
final class ZnapProductReader extends RasterProductReader {
    private static final Logger LOG = Logger.getLogger(ZnapProductReader.class.getName());
    private static final String ORDER = "original_raster_data_node_order";

    private FileSystem archive;

    ZnapProductReader(ProductReaderPlugIn plugIn) {
        super(plugIn);
    }

    @Override
    protected Product readProductNodesImpl() throws IOException {
        checkNoSubset();
        Path input = ProductPaths.toPath(getInput());
        Path location = ZnapProductReaderPlugIn.root(getInput());
        if (location == null || !Files.exists(location)) {
            throw new IOException((location == null ? input : location)
                    + ": no such ZNAP product, expected a folder NAME.znap or an archive NAME.znap.zip");
        }
        boolean complete = false;
        try {
            Product product = read(open(location), location);
            complete = true;
            return product;
        } catch (IllegalArgumentException e) {
            throw new IOException(location + ": " + e.getMessage(), e); // A value that the data model refuses.
        } finally {
            if (!complete) {
                closeArchive();
            }
        }
    }

    private Product read(Path root, Path location) throws IOException {
        openGroup(root, location);
        Attributes attributes = Attributes.read(root);
        Product product = createProduct(attributes, location);
        Path metadata = root.resolve(ZnapMetadata.GROUP).resolve(ZnapMetadata.FILE_NAME);
        if (Files.exists(metadata)) {
            ZnapMetadata.read(metadata, product.getMetadataRoot());
        }
        for (String name : arrayNames(attributes, root)) {
            addRaster(product, name, root.resolve(name));
        }
        ZnapGeoCoding.read(attributes, product);
        product.setFileLocation(location.toFile());
        product.setModified(false);
        return product;
    }

    private Path open(Path location) throws IOException {
        if (Files.isDirectory(location)) {
            return location;
        }
        try {
            archive = FileSystems.newFileSystem(location);
        } catch (IOException e) {
            throw new IOException(location + ": not a zip archive: " + IoMessages.reason(e, location), e);
        }
        return archive.getPath("/");
    }

    private static void openGroup(Path root, Path location) throws IOException {
        if (!Files.exists(root.resolve(".zgroup"))) {
            throw new IOException(location + ": not a Zarr group, expected a file .zgroup in it");
        }
        JsonNode format = Json.read(root.resolve(".zgroup")).path("zarr_format");
        if (format.asInt() != 2) {
            throw new IOException(location + ": not a Zarr group of format 2: 'zarr_format' is "
                    + (format.isMissingNode() ? "missing" : format));
        }
    }

    private Product createProduct(Attributes attributes, Path location) throws IOException {
        int width = attributes.requiredSize("product_scene_raster_width");
        int height = attributes.requiredSize("product_scene_raster_height");
        String name = textOr(attributes, "product_name", ProductPaths.stem(location, ZnapProductReaderPlugIn.EXTENSION));
        String type = textOr(attributes, "product_type", ZnapProductReaderPlugIn.FORMAT);
        Product product = new Product(name, type, width, height, this);
        product.setDescription(attributes.text("product_description"));
        product.setStartTime(ZnapTime.read(attributes, "time_coverage_start"));
        product.setEndTime(ZnapTime.read(attributes, "time_coverage_end"));
        if (attributes.has("dataset_auto_grouping")) {
            product.setAutoGrouping(attributes.text("dataset_auto_grouping"));
        }
        if (attributes.has("quicklook_band_name")) {
            product.setQuicklookBandName(attributes.text("quicklook_band_name").trim());
        }
        return product;
    }

    private static String textOr(Attributes attributes, String name, String missing) {
        String text = attributes.text(name);
        return text == null || text.isBlank() ? missing : text;
    }

    /** The listed rasters that have a folder: masks and filter bands, which have none, are listed too. */
    private static List<String> arrayNames(Attributes attributes, Path root) throws IOException {
        if (attributes.has(ORDER)) {
            return attributes.texts(ORDER).stream().filter(name -> Files.isDirectory(root.resolve(name))).toList();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Files.exists(child.resolve(ZarrHeader.FILE_NAME)))
                    .map(child -> child.getFileName().toString().replace("/", "")).sorted().toList();
        }
    }

    private void addRaster(Product product, String name, Path folder) throws IOException {
        ZarrHeader header = ZarrHeader.read(folder);
        Attributes attributes = Attributes.read(folder);
        if (attributes.has("znap_binary_format")) {
            LOG.log(Level.WARNING, "{0}: left out, its samples are in another format", folder);
        } else if (attributes.has("offset_x")) {
            addTiePointGrid(product, name, folder, header, attributes);
        } else {
            addBand(product, name, folder, header, attributes);
        }
    }

    private static void addTiePointGrid(Product product, String name, Path folder, ZarrHeader header, Attributes attributes)
            throws IOException {
        TiePointGrids.requireSize(folder.toString(), header.width(), header.height());
        int count = header.width() * header.height();
        ProductData values = ProductData.createInstance(header.type().productDataType(), count);
        new ZarrReader(folder, header).read(0, 0, header.width(), header.height(), values.getElems(), OpenFiles.oneByOne());
        float[] points = new float[count];
        for (int i = 0; i < count; i++) {
            points[i] = values.getElemFloatAt(i);
        }
        TiePointGrid grid = new TiePointGrid(name, header.width(), header.height(), attributes.requiredNumber("offset_x"),
                attributes.requiredNumber("offset_y"), attributes.requiredNumber("subsampling_x"),
                attributes.requiredNumber("subsampling_y"), points);
        grid.setDiscontinuity((int) attributes.number("discontinuity", TiePointGrid.DISCONT_NONE));
        product.addTiePointGrid(grid);
        ZnapRasterAttributes.read(attributes, grid);
    }

    private void addBand(Product product, String name, Path folder, ZarrHeader header, Attributes attributes) throws IOException {
        int type = header.type().productDataType();
        String expression = attributes.text(ZnapRasterAttributes.EXPRESSION);
        Band band = expression == null ? new Band(name, type, header.width(), header.height())
                : new VirtualBand(name, type, header.width(), header.height(), expression);
        product.addBand(band);
        ZnapRasterAttributes.read(attributes, band);
        ZnapRasterAttributes.readBand(attributes, band, product);
        if (expression == null) {
            bind(band, header.type(), new ZarrReader(folder, header));
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        closeArchive();
    }

    private void closeArchive() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
