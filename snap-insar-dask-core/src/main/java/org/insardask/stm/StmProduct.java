package org.insardask.stm;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.points.PointLayout;
import org.insardask.stack.SarMetadata;
import org.insardask.stack.SeriesBandName;
import org.insardask.stm.StmVariable.Form;

/**
 * A space-time matrix as a product of points: the bands of {@link PointsProduct}, one for each variable of points, one for each series
 * and epoch, and what {@link StackSeries} makes of them. Values are read from the file when they are asked for; safe for threads.
 */
public final class StmProduct {

    /** Metadata element that says what a matrix was read with. */
    public static final String RECORD = "Space_Time_Matrix";
    /** Element of it with the attributes of the file. */
    public static final String ATTRIBUTES = "Attributes";
    /** Texts of more points are left out, since all of them would have to be in the metadata. */
    static final int MOST_TEXTS = 65536;
    private static final Set<String> LATITUDES = Set.of("lat", "latitude", "pnt_lat");
    private static final Set<String> LONGITUDES = Set.of("lon", "longitude", "pnt_lon");
    private static final Set<String> LINES = Set.of("line", "azimuth", "pnt_line");
    private static final Set<String> NUMBERS = Set.of(PointsProduct.ID);
    private static final Set<String> PIXELS = Set.of("pixel", "range", "pnt_pixel");

    private final StmMatrix matrix;
    private final StmSettings settings;
    private final PointLayout layout;
    private final Product product;
    private final Map<Band, PointValues> values = new HashMap<>();

    private StmProduct(StmMatrix matrix, String name, StmSettings settings) {
        this.matrix = matrix;
        this.settings = settings;
        this.layout = new PointLayout(matrix.points());
        this.product = PointsProduct.create(name, layout);
    }

    /**
     * Makes the product.
     *
     * @param usualUnit unit of height-to-phase factors where neither the file nor the settings say, rad/m or m/m
     * @throws IOException where the settings contradict the file, or it cannot be read
     */
    static StmProduct create(StmMatrix matrix, String name, StmSettings settings, String usualUnit) throws IOException {
        StmProduct made = new StmProduct(matrix, name, settings.orElse(matrix.attributes()));
        made.addPlaces();
        made.addStack(usualUnit);
        for (StmVariable variable : matrix.variables()) {
            made.addVariable(variable, usualUnit);
        }
        PointsProduct.mark(made.product, made.layout).setAttributeString("source", name);
        long rows = (8L << 20) / (8L * made.layout.width() * Math.max(1, made.product.getNumBands()));
        made.product.setPreferredTileSize(made.layout.width(), (int) Math.max(1L, Math.min(rows, made.layout.height())));
        return made;
    }

    /** The product; its bands have no samples of their own. */
    public Product product() {
        return product;
    }

    private void addPlaces() {
        addPlace(PointsProduct.addDegrees(product, PointsProduct.LATITUDE, "latitude, WGS 84"), LATITUDES);
        addPlace(PointsProduct.addDegrees(product, PointsProduct.LONGITUDE, "longitude, WGS 84"), LONGITUDES);
        addPlace(PointsProduct.addNumbers(product, PointsProduct.LINE, "row of the image"), LINES);
        addPlace(PointsProduct.addNumbers(product, PointsProduct.PIXEL, "column of the image"), PIXELS);
        Band numbers = PointsProduct.addNumbers(product, PointsProduct.ID, "number of the point, from 0");
        if (matrix.variables().stream().anyMatch(variable -> isPlace(variable, NUMBERS))) {
            addPlace(numbers, NUMBERS);
            return;
        }
        values.put(numbers, (first, count, out) -> {
            for (int k = 0; k < count; k++) {
                out[k] = first + k;
            }
        });
    }

    private void addPlace(Band band, Set<String> names) {
        Optional<StmVariable> variable = matrix.variables().stream().filter(v -> isPlace(v, names)).findFirst();
        values.put(band, variable.isPresent() ? ofVariable(variable.get(), 0, 0)
                : (first, count, out) -> Arrays.fill(out, 0, count, Double.NaN));
    }

    private static boolean isPlace(StmVariable variable, Set<String> names) {
        return !variable.series() && variable.form() == Form.NUMBER && names.contains(variable.name());
    }

    private PointValues ofVariable(StmVariable variable, int epoch, int part) {
        return (first, count, out) -> matrix.read(variable, epoch, part, first, count, out);
    }

    private void addStack(String usualUnit) throws IOException {
        MetadataElement record = new MetadataElement(RECORD);
        product.getMetadataRoot().addElement(record);
        Optional<StmEpochs> epochs = StmEpochs.of(matrix, settings);
        if (epochs.isPresent()) {
            StackSeries series = new StackSeries(matrix, epochs.get(), settings);
            series.complexBands().forEach((name, of) -> add(name.format(), ProductData.TYPE_FLOAT32, name.component().unit(), 0.0, of));
            series.heightToPhaseBands(usualUnit)
                    .forEach((name, of) -> add(name.format(), ProductData.TYPE_FLOAT64, "m/m", Double.NaN, of));
            record.setAttributeString(StmSettings.MOTHER, epochs.get().mother().toString());
        }
        Optional<Double> wavelength = settings.wavelength();
        if (wavelength.isPresent()) {
            record.setAttributeDouble(StmSettings.WAVELENGTH, wavelength.get());
            SarMetadata.addWavelength(product, wavelength.get());
        }
        MetadataElement attributes = new MetadataElement(ATTRIBUTES);
        new TreeMap<>(matrix.attributes()).forEach(attributes::setAttributeString);
        record.addElement(attributes);
        for (int k = 0; k < matrix.notes().size(); k++) {
            record.setAttributeString("note_" + (k + 1), matrix.notes().get(k));
        }
    }

    private void addVariable(StmVariable variable, String usualUnit) throws IOException {
        boolean isPlace = isPlace(variable, LATITUDES) || isPlace(variable, LONGITUDES) || isPlace(variable, LINES)
                || isPlace(variable, PIXELS) || isPlace(variable, NUMBERS);
        if (variable.form() == Form.TEXT) {
            addTexts(variable);
        } else if (variable.series()) {
            addSeries(variable, usualUnit);
        } else if (!isPlace) {
            addParts(variable, 0, variable.name(), variable.unit());
        }
    }

    private void addSeries(StmVariable variable, String usualUnit) throws IOException {
        Optional<StmEpochs> epochs = StmEpochs.of(matrix, settings);
        boolean inStack = epochs.isPresent() && StackSeries.complex(matrix).filter(variable::equals).isPresent();
        if (inStack) {
            return;
        }
        String unit = unit(variable, epochs, usualUnit);
        for (int e = 0; e < matrix.epochs(); e++) {
            int epoch = e;
            String name = epochs.map(days -> name(variable, days.dates().get(epoch))).orElse(variable.name() + "_epoch" + e);
            addParts(variable, e, name, unit);
        }
    }

    private static String name(StmVariable variable, LocalDate date) {
        return new SeriesBandName(variable.name(), date).band();
    }

    /** Height-to-phase factors must have a unit, or they would be taken as ready for use. */
    private String unit(StmVariable variable, Optional<StmEpochs> epochs, String usualUnit) throws IOException {
        if (epochs.isPresent() && StackSeries.heightToPhase(matrix).filter(variable::equals).isPresent()) {
            return new StackSeries(matrix, epochs.get(), settings).heightToPhaseUnit(variable, usualUnit);
        }
        boolean displacement = StackSeries.displacement(matrix).filter(variable::equals).isPresent();
        return variable.unit().isEmpty() && displacement ? settings.word(StmSettings.DISPLACEMENT_UNIT, "m", "m", "mm") : variable.unit();
    }

    private void addParts(StmVariable variable, int epoch, String name, String unit) {
        double missing = variable.dataType() == ProductData.TYPE_INT32 ? Integer.MIN_VALUE : Double.NaN;
        if (variable.form() == Form.COMPLEX) {
            add(name + "_real", variable.dataType(), unit, missing, ofVariable(variable, epoch, 0));
            add(name + "_imaginary", variable.dataType(), unit, missing, ofVariable(variable, epoch, 1));
        } else {
            add(name, variable.dataType(), unit, missing, ofVariable(variable, epoch, 0));
        }
    }

    private void addTexts(StmVariable variable) throws IOException {
        MetadataElement record = product.getMetadataRoot().getElement(RECORD);
        if (layout.count() > MOST_TEXTS) {
            record.setAttributeString("texts_" + variable.name(), "left out, since there are more than " + MOST_TEXTS + " points");
            return;
        }
        String[] texts = matrix.texts(variable);
        Map<String, Integer> numbers = new TreeMap<>();
        Arrays.stream(texts).filter(text -> !text.isBlank()).forEach(text -> numbers.put(text, -1));
        int number = 0;
        for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
            entry.setValue(number++);
        }
        IndexCoding coding = TextCoding.of(freeName(variable.name()), List.copyOf(numbers.keySet()));
        product.getIndexCodingGroup().add(coding);
        Band band = add(variable.name(), ProductData.TYPE_INT32, "", -1, (first, count, out) -> {
            for (int k = 0; k < count; k++) {
                out[k] = numbers.getOrDefault(texts[first + k], -1);
            }
        });
        band.setSampleCoding(coding);
    }

    private Band add(String name, int type, String unit, double missing, PointValues of) {
        Band band = product.addBand(freeName(name), type);
        band.setUnit(unit.isEmpty() ? null : unit);
        boolean used = !Double.isNaN(missing) || band.isFloatingPointType();
        band.setNoDataValue(used ? missing : 0.0);
        band.setNoDataValueUsed(used);
        values.put(band, of);
        return band;
    }

    private String freeName(String wanted) {
        String plain = wanted.replaceAll("[^A-Za-z0-9_.]", "_");
        String name = plain;
        for (int n = 1; isTaken(name); n++) {
            name = plain + "_" + n;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return Arrays.stream(product.getBandNames()).anyMatch(name::equalsIgnoreCase);
    }

    /**
     * Reads samples of a band.
     *
     * @param step every n-th sample in a row
     * @param rowStep every n-th row
     * @param width samples in a row of the target
     * @param height rows of the target
     * @param target receives width x height samples
     */
    public void read(Band band, int x, int y, int step, int rowStep, int width, int height, ProductData target) throws IOException {
        PointValues of = values.get(band);
        if (of == null) {
            throw new IOException("band '" + band.getName() + "' is not of the space-time matrix");
        }
        double missing = band.isNoDataValueUsed() ? band.getNoDataValue() : 0.0;
        int span = (width - 1) * step + 1;
        double[] row = new double[span];
        for (int r = 0; r < height; r++) {
            long first = layout.pointAt(x, y + r * rowStep);
            int count = (int) Math.max(0L, Math.min(span, layout.count() - first));
            of.read((int) Math.min(first, layout.count()), count, row);
            for (int column = 0; column < width; column++) {
                double value = column * step < count ? row[column * step] : Double.NaN;
                target.setElemDoubleAt(r * width + column, Double.isNaN(value) ? missing : value);
            }
        }
    }
}
