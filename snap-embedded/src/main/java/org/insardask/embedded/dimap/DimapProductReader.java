package org.insardask.embedded.dimap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.embedded.io.ProductPaths;
import org.insardask.embedded.io.RasterFile;
import org.insardask.embedded.io.RasterProductReader;
import org.insardask.embedded.io.SampleType;
import org.insardask.embedded.io.TiePointGrids;

/**
 * Reads BEAM-DIMAP products.
 *
 * <p>Read are: bands of all types in either byte order, virtual bands, tie-point grids, tie-point geocoding, the metadata tree, flag and
 * index codings, description, type, times, quicklook band, auto-grouping. Masks, display settings, statistics, filter bands and vector
 * data are passed over. Any other geocoding is left out with a line in the log.
 *
 * <p>All files are checked when the product is opened; every failure is an {@link IOException} that names the file and what was expected.
 * Samples may be read from many threads at once.
 */
final class DimapProductReader extends RasterProductReader {
    DimapProductReader(ProductReaderPlugIn plugIn) {
        super(plugIn);
    }

    @Override
    protected Product readProductNodesImpl() throws IOException {
        checkNoSubset();
        Path file = ProductPaths.toPath(getInput());
        try {
            return read(file);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e); // A value that the data model refuses.
        }
    }

    private Product read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file, expected the header of a BEAM-DIMAP product");
        }
        XmlNode root = XmlNode.parse(file);
        if (!root.name().equals("Dimap_Document")) {
            throw new IOException(file + ": not a BEAM-DIMAP header, expected the root element <Dimap_Document>, found <" + root.name()
                    + ">");
        }
        Product product = new DimapHeaderReader(root, this).read();
        addTiePointGrids(root, product);
        bindBands(root, product);
        DimapGeoCoding.read(root, product);
        product.setFileLocation(file.toFile());
        product.setModified(false);
        return product;
    }

    private void bindBands(XmlNode root, Product product) throws IOException {
        Map<Integer, String> files = hrefs(root, "Data_File", "DATA_FILE_PATH", "BAND_INDEX");
        XmlNode interpretation = root.child("Image_Interpretation");
        if (interpretation == null) {
            return;
        }
        for (XmlNode info : interpretation.children("Spectral_Band_Info")) {
            Band band = product.getBand(info.requiredText("BAND_NAME"));
            if (band == null || band instanceof VirtualBand) {
                continue;
            }
            String href = files.get(info.requiredInt("BAND_INDEX"));
            if (href == null) {
                throw new IOException(root.file() + ": band '" + band.getName() + "' has no <Data_File>");
            }
            SampleType type = SampleType.of(band.getDataType(), root.file() + ": band '" + band.getName() + "'");
            bind(band, type, raster(root.file(), href, type, band.getRasterWidth(), band.getRasterHeight()));
        }
    }

    private void addTiePointGrids(XmlNode root, Product product) throws IOException {
        XmlNode grids = root.child("Tie_Point_Grids");
        if (grids == null) {
            return;
        }
        Map<Integer, String> files = hrefs(root, "Tie_Point_Grid_File", "TIE_POINT_GRID_FILE_PATH", "TIE_POINT_GRID_INDEX");
        for (XmlNode info : grids.children("Tie_Point_Grid_Info")) {
            String name = info.requiredText("TIE_POINT_GRID_NAME");
            String href = files.get(info.requiredInt("TIE_POINT_GRID_INDEX"));
            if (href == null) {
                throw new IOException(root.file() + ": tie-point grid '" + name + "' has no <Tie_Point_Grid_File>");
            }
            product.addTiePointGrid(tiePointGrid(root.file(), info, name, href));
        }
    }

    private static TiePointGrid tiePointGrid(Path file, XmlNode info, String name, String href) throws IOException {
        int width = info.requiredSize("NCOLS");
        int height = info.requiredSize("NROWS");
        SampleType type = SampleType.ofName(info.text("DATA_TYPE"), file + ": tie-point grid '" + name + "'");
        TiePointGrids.requireSize(file + ": tie-point grid '" + name + "'", width, height);
        RasterFile raster = raster(file, href, type, width, height);
        ProductData values = ProductData.createInstance(type.productDataType(), width * height);
        raster.read(0, 0, width, height, values.getElems(), 0, width);
        float[] points = new float[width * height];
        for (int i = 0; i < points.length; i++) {
            points[i] = values.getElemFloatAt(i);
        }
        TiePointGrid grid = new TiePointGrid(name, width, height, info.requiredDouble("OFFSET_X"), info.requiredDouble("OFFSET_Y"),
                info.requiredDouble("STEP_X"), info.requiredDouble("STEP_Y"), points);
        grid.setDescription(info.text("TIE_POINT_DESCRIPTION"));
        grid.setUnit(info.text("PHYSICAL_UNIT"));
        grid.setDiscontinuity(discontinuity(info, points));
        return grid;
    }

    /** Older headers say only that a grid is cyclic: then its values tell where it jumps. */
    private static int discontinuity(XmlNode info, float[] points) throws IOException {
        if (!info.isTrue("CYCLIC")) {
            return TiePointGrid.DISCONT_NONE;
        }
        String text = info.child("CYCLIC").attribute("discontinuity");
        try {
            int given = text == null ? TiePointGrid.DISCONT_AUTO : Integer.parseInt(text);
            return given == TiePointGrid.DISCONT_AUTO ? TiePointGrid.getDiscontinuity(points) : given;
        } catch (NumberFormatException e) {
            throw new IOException(info.file() + ": the discontinuity of a <CYCLIC> is '" + text + "', expected an integer", e);
        }
    }

    private static Map<Integer, String> hrefs(XmlNode root, String element, String pathElement, String indexElement) throws IOException {
        Map<Integer, String> hrefs = new HashMap<>();
        XmlNode access = root.child("Data_Access");
        if (access != null) {
            for (XmlNode file : access.children(element)) {
                String href = file.required(pathElement).attribute("href");
                if (href == null || href.isBlank()) {
                    throw new IOException(root.file() + ": a <" + pathElement + "> has no attribute 'href'");
                }
                hrefs.put(file.requiredInt(indexElement), href);
            }
        }
        return hrefs;
    }

    private static RasterFile raster(Path file, String href, SampleType type, int width, int height) throws IOException {
        String local = href.replace('\\', '/');
        int dot = local.lastIndexOf('.');
        String stem = dot > local.lastIndexOf('/') ? local.substring(0, dot) : local;
        Path folder = file.resolveSibling(stem).getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": no such folder, expected the data of " + file.getFileName());
        }
        EnviHeader header = EnviHeader.read(file.resolveSibling(stem + ".hdr"));
        RasterFile raster = header.describe(file.resolveSibling(stem + ".img"), type, width, height);
        raster.check();
        return raster;
    }
}
