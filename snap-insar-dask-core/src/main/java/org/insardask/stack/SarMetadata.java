package org.insardask.stack;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/**
 * What the metadata of a SAR product say, as SNAP stores it: {@code Abstracted_Metadata} and the elements of the daughters.
 */
public final class SarMetadata {

    /** Speed of light in vacuum, m/s. */
    public static final double SPEED_OF_LIGHT = 299792458.0;

    static final String ABSTRACTED = "Abstracted_Metadata";
    static final String BASELINES = "Baselines";
    static final String COREGISTERED = "coregistered_stack";
    static final String FIRST_LINE_TIME = "first_line_time";

    private static final String RADAR_FREQUENCY = "radar_frequency";
    private static final String PERPENDICULAR = "Perp Baseline";
    private static final String TEMPORAL = "Temp Baseline";
    /** SNAP's number for "not known". */
    private static final double UNKNOWN = 99999;
    private static final LocalDate MJD_2000 = LocalDate.of(2000, 1, 1);

    private final Product product;

    private SarMetadata(Product product) {
        this.product = product;
    }

    /** The metadata of a product. */
    public static SarMetadata of(Product product) {
        return new SarMetadata(product);
    }

    /** Day of the first line; empty if the metadata do not say. */
    public Optional<LocalDate> firstLineDate() {
        return abstracted().flatMap(SarMetadata::firstLineDate);
    }

    /**
     * Radar wavelength, m: speed of light / radar_frequency (MHz).
     *
     * @throws StackException if the metadata have no radar frequency
     */
    public double wavelength() {
        double megahertz = abstracted().map(element -> number(element, RADAR_FREQUENCY)).orElse(Double.NaN);
        if (!(megahertz > 0)) {
            throw new StackException("product '" + product.getName() + "': " + ABSTRACTED + " has no " + RADAR_FREQUENCY
                    + " (MHz), so the wavelength is not known");
        }
        return SPEED_OF_LIGHT / (megahertz * 1e6);
    }

    /** Gives a product without metadata of SAR the wavelength (m), as SNAP stores it. */
    public static void addWavelength(Product product, double metres) {
        MetadataElement element = new MetadataElement(ABSTRACTED);
        element.setAttributeDouble(RADAR_FREQUENCY, SPEED_OF_LIGHT / metres / 1e6);
        product.getMetadataRoot().addElement(element);
    }

    /** Baseline of a daughter; empty if the metadata have none. */
    public Optional<Baseline> baseline(LocalDate mother, LocalDate daughter) {
        return baselineElement(mother, daughter).flatMap(element -> {
            double perpendicular = number(element, PERPENDICULAR);
            double temporal = number(element, TEMPORAL);
            // SNAP counts days from the daughter to the mother.
            double days = Double.isNaN(temporal) ? daughter.toEpochDay() - mother.toEpochDay() : -temporal;
            return Double.isNaN(perpendicular) ? Optional.empty() : Optional.of(new Baseline(perpendicular, days));
        });
    }

    /** Words of the element that holds the daughters' metadata; empty if there is none. */
    public Optional<Dialect> daughterDialect() {
        return Arrays.stream(Dialect.values()).filter(dialect -> root().containsElement(dialect.daughterMetadata())).findFirst();
    }

    /** Metadata of a daughter, found by the day of its first line, else by the end of the element's name. */
    Optional<MetadataElement> daughterElement(LocalDate date) {
        return daughterDialect().map(dialect -> root().getElement(dialect.daughterMetadata())).flatMap(daughters ->
                Arrays.stream(daughters.getElements()).filter(element -> isOf(element, date)).findFirst());
    }

    Optional<MetadataElement> baselineElement(LocalDate mother, LocalDate daughter) {
        return abstracted().flatMap(element -> child(element, BASELINES))
                .flatMap(baselines -> child(baselines, motherBaselines(mother), "Master_" + SnapDate.format(mother)))
                .flatMap(ofMother -> child(ofMother, daughterBaseline(daughter), "Slave_" + SnapDate.format(daughter)));
    }

    static String motherBaselines(LocalDate mother) {
        return "Ref_" + SnapDate.format(mother);
    }

    static String daughterBaseline(LocalDate daughter) {
        return "Secondary_" + SnapDate.format(daughter);
    }

    /** The number of an attribute; NaN if it is absent, text, infinite or SNAP's number for "not known". */
    static double number(MetadataElement element, String name) {
        try {
            double value = element.getAttributeDouble(name, Double.NaN);
            return Double.isInfinite(value) || value == UNKNOWN ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private MetadataElement root() {
        return product.getMetadataRoot();
    }

    Optional<MetadataElement> abstracted() {
        return child(root(), ABSTRACTED);
    }

    private static Optional<MetadataElement> child(MetadataElement parent, String... names) {
        return Arrays.stream(names).filter(parent::containsElement).map(parent::getElement).findFirst();
    }

    private static boolean isOf(MetadataElement element, LocalDate date) {
        return firstLineDate(element).map(date::equals).orElseGet(() -> element.getName().endsWith("_" + SnapDate.format(date)));
    }

    private static Optional<LocalDate> firstLineDate(MetadataElement element) {
        ProductData.UTC time = element.containsAttribute(FIRST_LINE_TIME) ? element.getAttributeUTC(FIRST_LINE_TIME, null) : null;
        // SNAP writes the start of the year 2000 for "not known".
        return Optional.ofNullable(time).filter(t -> t.getMJD() != 0).map(t -> MJD_2000.plusDays((long) Math.floor(t.getMJD())));
    }
}
