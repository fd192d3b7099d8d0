package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.insardask.map.ColourScale;
import org.insardask.map.RangeRule;
import org.insardask.stack.SarMetadata;
import org.insardask.stack.StackException;
import org.insardask.stm.PointBlock;
import org.insardask.stm.PointColumn;
import org.insardask.stm.PointFile;
import org.insardask.stm.PointFormat;
import org.insardask.stm.PointSink;
import org.insardask.stm.StmProduct;
import org.insardask.stm.StmSettings;

/** Writes points, or pixels of another product that pass a filter, as files for Python, for maps and for viewers. */
@OperatorMetadata(
        alias = "Points-Export",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Writes points as space-time matrix (Zarr of xarray, CSV of stmtools), GeoPackage, GeoJSON, Shapefile, KMZ or CSV "
                + "of EGMS.",
        autoWriteDisabled = true)
public class PointsExportOp extends Operator {

    private static final String PROGRESS_BAND = "written";
    private static final List<String> RECORDS = List.of(ArcRecord.NAME, PsSelectionOp.RECORD);

    @SourceProduct(alias = "source", label = "Points", description = "Product of points, or another product with a geocoding.")
    private Product sourceProduct;

    @Parameter(label = "Output file", notNull = true,
            description = "File to write: .zarr (a folder), .csv, .gpkg, .geojson, .shp or .kmz. One of that name is replaced.")
    private File outputFile;

    @Parameter(label = "Format", defaultValue = "AUTO",
            valueSet = {"AUTO", "STM_ZARR", "STM_CSV", "EGMS_CSV", "GPKG", "GEOJSON", "SHP", "KMZ"},
            description = "AUTO: by the ending of the output file, .csv being STM_CSV, the columns of stmtools. EGMS_CSV: the columns of "
                    + "the European Ground Motion Service.")
    private String format;

    @Parameter(label = "Bands", description = "Bands to write, separated by commas. Without it, all for space-time matrices, and for "
            + "maps all that have no date, with those of the series.")
    private String[] bands;

    @Parameter(label = "Series", description = "The series that maps get, such as dis_unw, or none. Without it, dis_unw where there is "
            + "one, else d or deformation.")
    private String series;

    @Parameter(label = "Mask band", description = "Only points whose value of this band is in the range count.")
    private String maskBand;

    @Parameter(label = "Mask minimum", description = "Smallest value of the mask band that counts.")
    private Double maskMinimum;

    @Parameter(label = "Mask maximum", description = "Largest value of the mask band that counts.")
    private Double maskMaximum;

    @Parameter(label = "Flag band", defaultValue = "status", description = "Band of the flags.")
    private String flagBand;

    @Parameter(label = "Required flags", description = "Only points with all of these flags count, such as solved.")
    private String[] requiredFlags;

    @Parameter(label = "Excluded flags", description = "Only points with none of these flags count.")
    private String[] excludedFlags;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of those of points or of the "
            + "geocoding.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84).")
    private String latitudeBand;

    @Parameter(label = "Colour band", defaultValue = "velocity", description = "Band that colours the points of KMZ.")
    private String colourBand;

    @Parameter(label = "Colour minimum", description = "Value of the first colour. Without it, the second percentile.")
    private Double colourMinimum;

    @Parameter(label = "Colour maximum", description = "Value of the last colour. Without it, the 98th percentile.")
    private Double colourMaximum;

    private PointFormat chosenFormat;
    private Map<Band, PointColumn> columns;
    private String mainSeries;
    private Map<String, Object> attributes;
    private PixelPlaces places;
    private PixelFilter filter;
    private final Once<Boolean> written = new Once<>(this::write);

    @Override
    public void initialize() {
        chosenFormat = format();
        places = PixelPlaces.of(sourceProduct, longitudeBand, latitudeBand);
        filter = new PixelFilter(sourceProduct,
                new PixelFilter.Choice(maskBand, maskMinimum, maskMaximum, flagBand,
                        ParameterTexts.list(requiredFlags), ParameterTexts.list(excludedFlags)));
        chooseColumns();
        Product target = new Product("Points-Export", "Points-Export", sourceProduct.getSceneRasterWidth(),
                sourceProduct.getSceneRasterHeight());
        target.setPreferredTileSize(sourceProduct.getPreferredTileSize());
        target.addBand(PROGRESS_BAND, ProductData.TYPE_UINT8).setDescription("1 where the points were written");
        setTargetProduct(target);
    }

    private PointFormat format() {
        if (outputFile == null || outputFile.getPath().isBlank() || outputFile.toPath().getFileName() == null) {
            throw new OperatorException("outputFile is not given; a name that ends in one of " + PointFormat.allEndings()
                    + " was expected");
        }
        boolean auto = ParameterTexts.textOrNull(format) == null || format.strip().equals("AUTO");
        PointFormat found = auto ? PointFormat.of(outputFile.toPath()).orElse(null)
                : ParameterWords.one(PointFormat.class, format, "format");
        if (found == null || !found.fits(outputFile.toPath())) {
            throw new OperatorException("outputFile = '" + outputFile + "': a name that ends in one of " + PointFormat.allEndings()
                    + " was expected" + (auto ? "" : ", the one of format " + found));
        }
        if (outputFile.isDirectory() && found != PointFormat.STM_ZARR) {
            throw new OperatorException("outputFile = '" + outputFile + "' is a folder; a file was expected");
        }
        return found;
    }

    private void chooseColumns() {
        ExportColumns all = ExportColumns.of(sourceProduct);
        mainSeries = all.mainSeries(series);
        if (bands != null && bands.length > 0) {
            columns = all.ofBands(sourceProduct, bands);
        } else {
            columns = chosenFormat.isMatrix() ? all.ofMatrix(chosenFormat == PointFormat.STM_ZARR) : all.ofMap(mainSeries);
        }
        if (chosenFormat == PointFormat.KMZ && columns.keySet().stream().noneMatch(band -> band.getName().equals(colourBand))) {
            throw new OperatorException("colourBand: '" + colourBand + "' is not among the bands that are written, "
                    + columns.keySet().stream().map(Band::getName).toList());
        }
        attributes = attributes(all);
    }

    private Map<String, Object> attributes(ExportColumns all) {
        Map<String, Object> found = new TreeMap<>();
        MetadataElement root = sourceProduct.getMetadataRoot();
        MetadataElement matrix = root.getElement(StmProduct.RECORD);
        if (matrix != null && matrix.containsElement(StmProduct.ATTRIBUTES)) {
            addAll(matrix.getElement(StmProduct.ATTRIBUTES), "", found);
        }
        for (String name : RECORDS) {
            if (root.containsElement(name)) {
                addAll(root.getElement(name), name + ".", found);
            }
        }
        if (matrix != null && matrix.containsAttribute(StmSettings.MOTHER)) {
            found.put(StmSettings.MOTHER, matrix.getAttributeString(StmSettings.MOTHER));
        }
        all.mother().ifPresent(date -> found.put(StmSettings.MOTHER, date.toString()));
        try {
            found.put(StmSettings.WAVELENGTH, SarMetadata.of(sourceProduct).wavelength());
        } catch (StackException e) {
            found.putIfAbsent("product", sourceProduct.getName()); // the wavelength is not known
        }
        found.put("product", sourceProduct.getName());
        return found;
    }

    private static void addAll(MetadataElement element, String prefix, Map<String, Object> found) {
        for (String name : element.getAttributeNames()) {
            found.put(prefix + name, element.getAttributeString(name, ""));
        }
    }

    @Override
    public void doExecute(ProgressMonitor pm) {
        written.get();
    }

    private boolean write() {
        List<Band> list = new ArrayList<>(columns.keySet());
        ExportRows rows = new ExportRows(this, sourceProduct, places, filter, this::checkForCancellation);
        try {
            int coloured = -1;
            ColourScale scale = null;
            if (chosenFormat == PointFormat.KMZ) {
                coloured = list.stream().map(Band::getName).toList().indexOf(colourBand);
                scale = scale(rows, list.get(coloured));
            }
            PointFile.write(outputFile.toPath(), new PointFile.Content(chosenFormat, List.copyOf(columns.values()), mainSeries, attributes,
                    coloured, scale), sink -> rows.writeTo(list, sink));
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorException("Cannot write '" + outputFile + "': " + e.getMessage(), e);
        }
        getLogger().info("Points-Export: " + outputFile + ": " + rows.written() + " points with " + list.size() + " values each");
        return true;
    }

    private ColourScale scale(ExportRows rows, Band band) throws IOException {
        Values values = new Values();
        rows.writeTo(List.of(band), values);
        double[] sorted = Arrays.stream(values.all, 0, values.count).sorted().toArray();
        return RangeRule.choose(sorted, RangeRule.diverges(sorted), colourMinimum, colourMaximum);
    }

    /** The values of one column. */
    private static final class Values implements PointSink {
        private double[] all = new double[1024];
        private int count;

        @Override
        public void write(PointBlock block) {
            for (int p = 0; p < block.count(); p++) {
                if (Double.isFinite(block.values()[0][p])) {
                    all = count == all.length ? Arrays.copyOf(all, 2 * count) : all;
                    all[count++] = block.values()[0][p];
                }
            }
        }

        @Override
        public void finish() {
        }
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
        written.get();
        byte[] done = new byte[targetTile.getWidth() * targetTile.getHeight()];
        Arrays.fill(done, (byte) 1);
        targetTile.setSamples(done);
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PointsExportOp.class);
        }
    }
}
