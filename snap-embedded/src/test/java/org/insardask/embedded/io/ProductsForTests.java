package org.insardask.embedded.io;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;

/** Products that hold everything the formats can, their seeded samples, and comparisons of products and folders. */
public final class ProductsForTests {
    private static final int[] TYPES = {ProductData.TYPE_INT8, ProductData.TYPE_UINT8, ProductData.TYPE_INT16, ProductData.TYPE_UINT16,
            ProductData.TYPE_INT32, ProductData.TYPE_UINT32, ProductData.TYPE_FLOAT32, ProductData.TYPE_FLOAT64};

    private ProductsForTests() {
    }

    /** Makes a product with everything. */
    public static Product full(String name, int width, int height) {
        Product product = new Product(name, "SLC_TEST", width, height);
        product.setDescription("Prüfung <1> & \"2\" – ≤ 3°");
        product.setStartTime(utc("31-MAR-2023 05:50:35.812250"));
        product.setEndTime(utc("31-MAR-2023 05:50:35.983086"));
        product.setQuicklookBandName("b_float32");
        product.setAutoGrouping("b:v");
        for (int type : TYPES) {
            Band band = product.addBand("b_" + ProductData.getTypeString(type), type);
            band.setUnit("unit of " + band.getName());
            band.setDescription("band <" + band.getName() + "> & ä");
        }
        describe(product);
        addCodings(product);
        product.addBand(new VirtualBand("v_sum", ProductData.TYPE_FLOAT32, width, height, "b_float32 + 2 * b_int16 < 3 ? 1 : 0"));
        product.getBand("v_sum").setUnit("intensity");
        addTiePoints(product);
        addMetadata(product.getMetadataRoot());
        return product;
    }

    private static void describe(Product product) {
        Band scaled = product.getBand("b_int16");
        scaled.setScalingFactor(0.25);
        scaled.setScalingOffset(-3.5);
        scaled.setNoDataValue(-32768);
        scaled.setNoDataValueUsed(true);
        Band real = product.getBand("b_float32");
        real.setNoDataValue(Double.NaN);
        real.setNoDataValueUsed(true);
        real.setValidPixelExpression("b_uint8 > 0 && b_int16 < 100");
        Band spectral = product.getBand("b_float64");
        spectral.setSpectralBandIndex(3);
        spectral.setSpectralWavelength(442.5f);
        spectral.setSpectralBandwidth(10.25f);
        spectral.setSolarFlux(1600.125f);
        spectral.setNoDataValue(-9999.75);
    }

    private static void addCodings(Product product) {
        FlagCoding flags = new FlagCoding("status_flags");
        flags.addFlag("solved", 1, "is solved");
        flags.addFlag("node_limit", 2, "limit of nodes < 10");
        flags.addFlag("class_b", 12, 8, "mask with a value");
        product.getFlagCodingGroup().add(flags);
        product.getBand("b_uint8").setSampleCoding(flags);
        IndexCoding classes = new IndexCoding("btype");
        classes.addIndex("house", 1, "a house & garden");
        classes.addIndex("dike", 7, "a dike");
        product.getIndexCodingGroup().add(classes);
        product.getBand("b_int32").setSampleCoding(classes);
    }

    private static void addTiePoints(Product product) {
        float[] lat = {52.40f, 52.41f, 52.42f, 52.36f, 52.37f, 52.38f, 52.32f, 52.33f, 52.34f};
        float[] lon = {4.80f, 4.90f, 5.00f, 4.79f, 4.89f, 4.99f, 4.78f, 4.88f, 4.98f};
        TiePointGrid latitude = new TiePointGrid("latitude", 3, 3, -225, -0.5, 400, 304, lat);
        TiePointGrid longitude = new TiePointGrid("longitude", 3, 3, -225, -0.5, 400, 304, lon);
        latitude.setUnit("degree");
        longitude.setUnit("degree");
        longitude.setDiscontinuity(TiePointGrid.DISCONT_AT_180);
        TiePointGrid angle = new TiePointGrid("incident_angle", 2, 2, 0.5, 0.5, 99, 79, new float[] {30, 40, 31, 41});
        angle.setDescription("angle");
        product.addTiePointGrid(latitude);
        product.addTiePointGrid(longitude);
        product.addTiePointGrid(angle);
        product.setSceneGeoCoding(new TiePointGeoCoding(latitude, longitude));
    }

    private static void addMetadata(MetadataElement root) {
        MetadataElement abstracted = new MetadataElement("Abstracted_Metadata");
        abstracted.setDescription("metadata of all missions");
        root.addElement(abstracted);
        add(abstracted, "PRODUCT", ProductData.createInstance("S1A_<IW>_\u00e9\u20ac"));
        add(abstracted, "first_line_time", utc("31-MAR-2023 05:50:35.812250"));
        add(abstracted, "Perp Baseline", ProductData.createInstance(new double[] {-123.456789012345}));
        add(abstracted, "doubles", ProductData.createInstance(new double[] {1.5, -2.25, Double.NaN, 1e-30}));
        add(abstracted, "floats", ProductData.createInstance(new float[] {1.1f, 2.2f}));
        add(abstracted, "ints", ProductData.createInstance(new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}));
        add(abstracted, "uint32", ProductData.createUnsignedInstance(new int[] {-1, 5}));
        add(abstracted, "int16", ProductData.createInstance(new short[] {-5, 7}));
        add(abstracted, "uint16", ProductData.createUnsignedInstance(new short[] {-5, 7}));
        add(abstracted, "int8", ProductData.createInstance(new byte[] {-5, 7}));
        add(abstracted, "uint8", ProductData.createUnsignedInstance(new byte[] {-5, 7}));
        add(abstracted, "int64", ProductData.createInstance(new long[] {Long.MIN_VALUE, 7}));
        abstracted.getAttribute("PRODUCT").setReadOnly(true);
        abstracted.getAttribute("PRODUCT").setDescription("name & \"sort\"");
        abstracted.getAttribute("Perp Baseline").setUnit("m");
        MetadataElement orbit = new MetadataElement("Orbit_State_Vectors");
        abstracted.addElement(orbit);
        for (int i = 1; i <= 2; i++) {
            MetadataElement vector = new MetadataElement("orbit_vector" + i);
            add(vector, "time", utc("31-MAR-2023 05:50:3" + i + ".000001"));
            add(vector, "x_pos", ProductData.createInstance(new double[] {4e6 + i / 3.0}));
            orbit.addElement(vector);
        }
        root.addElement(new MetadataElement("history"));
    }

    private static void add(MetadataElement element, String name, ProductData data) {
        element.addAttribute(new MetadataAttribute(name, data, false));
    }

    /** Parses a time. */
    public static ProductData.UTC utc(String text) {
        try {
            return ProductData.UTC.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Makes the samples of a band: random bits for integers, random numbers and some NaN for floats; equal for equal names. */
    public static ProductData samples(Band band) {
        Random random = new Random(band.getName().hashCode());
        ProductData data = band.createCompatibleRasterData(band.getRasterWidth(), band.getRasterHeight());
        for (int i = 0; i < data.getNumElems(); i++) {
            if (!data.isInt()) {
                data.setElemDoubleAt(i, random.nextInt(50) == 0 ? Double.NaN : random.nextGaussian() * 1000);
            } else if (band.getDataType() == ProductData.TYPE_UINT32) {
                data.setElemUIntAt(i, random.nextInt() & 0xffffffffL);
            } else {
                data.setElemIntAt(i, random.nextInt() >> (32 - 8 * data.getElemSize()));
            }
        }
        return data;
    }

    /** Cuts a window out of the samples of a band. */
    public static ProductData window(Band band, ProductData samples, int x, int y, int w, int h) {
        ProductData data = band.createCompatibleRasterData(w, h);
        for (int row = 0; row < h; row++) {
            System.arraycopy(samples.getElems(), (y + row) * band.getRasterWidth() + x, data.getElems(), row * w, w);
        }
        return data;
    }

    /** Reads all samples of a band. */
    public static ProductData readAll(Band band) throws IOException {
        ProductData data = band.createCompatibleRasterData(band.getRasterWidth(), band.getRasterHeight());
        band.getProductReader().readBandRasterData(band, 0, 0, band.getRasterWidth(), band.getRasterHeight(), data, ProgressMonitor.NULL);
        return data;
    }

    /** Describes a product in every detail but its samples, as text, so that products can be compared. */
    public static String describe(Product product, boolean withNames) {
        StringBuilder out = new StringBuilder();
        if (withNames) {
            out.append(product.getName()).append('\n');
        }
        out.append(product.getProductType()).append(' ').append(product.getDescription()).append(' ')
                .append(product.getSceneRasterSize()).append(' ').append(product.getStartTime()).append(' ').append(product.getEndTime())
                .append(' ').append(product.getQuicklookBandName()).append(' ').append(product.getAutoGrouping()).append('\n');
        for (Band band : product.getBands()) {
            describe(band, out);
            out.append(' ').append(band.getSpectralBandIndex()).append(' ').append(band.getSpectralWavelength()).append(' ')
                    .append(band.getSpectralBandwidth()).append(' ').append(band.getSolarFlux()).append(' ');
            out.append(band instanceof VirtualBand virtual ? virtual.getExpression() : "stored");
            describe(band.getSampleCoding(), out.append('\n'), "  ");
        }
        for (TiePointGrid grid : product.getTiePointGrids()) {
            describe(grid, out);
            out.append(' ').append(grid.getGridWidth()).append(' ').append(grid.getGridHeight()).append(' ').append(grid.getOffsetX())
                    .append(' ').append(grid.getOffsetY()).append(' ').append(grid.getSubSamplingX()).append(' ')
                    .append(grid.getSubSamplingY()).append(' ').append(grid.getDiscontinuity()).append(' ')
                    .append(Arrays.toString(grid.getTiePoints())).append('\n');
        }
        if (product.getSceneGeoCoding() instanceof TiePointGeoCoding geoCoding) {
            out.append(geoCoding.getLatGrid().getName()).append(' ').append(geoCoding.getLonGrid().getName()).append('\n');
        }
        describe(product.getMetadataRoot(), out, "");
        return out.toString();
    }

    private static void describe(RasterDataNode node, StringBuilder out) {
        out.append(node.getName()).append(' ').append(ProductData.getTypeString(node.getDataType())).append(' ')
                .append(node.getRasterSize()).append(' ').append(node.getUnit()).append(" '").append(node.getDescription()).append("' ")
                .append(node.getScalingFactor()).append(' ').append(node.getScalingOffset()).append(' ').append(node.isLog10Scaled())
                .append(' ').append(node.isNoDataValueUsed()).append(' ').append(node.getNoDataValue()).append(' ')
                .append(node.getValidPixelExpression());
    }

    private static void describe(MetadataElement element, StringBuilder out, String indent) {
        if (element == null) {
            return;
        }
        out.append(indent).append(element.getName()).append(" '").append(element.getDescription()).append("'\n");
        for (MetadataAttribute attribute : element.getAttributes()) {
            out.append(indent).append("  ").append(attribute.getName()).append(' ').append(attribute.getData().getTypeString()).append(' ')
                    .append(attribute.getData().getElemString()).append(' ').append(attribute.getUnit()).append(' ')
                    .append(attribute.getDescription()).append(' ').append(attribute.isReadOnly()).append('\n');
        }
        for (MetadataElement child : element.getElements()) {
            describe(child, out, indent + "  ");
        }
    }

    /** Reads a file tree: relative names and bytes (as Latin-1), folders with null. */
    public static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                tree.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                return FileVisitResult.CONTINUE;
            }
        });
        return tree;
    }
}
