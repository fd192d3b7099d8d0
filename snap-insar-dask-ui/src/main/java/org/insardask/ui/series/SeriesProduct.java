package org.insardask.ui.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.insardask.stack.DisplacementBandName;
import org.insardask.stack.ViewingGeometry;

/**
 * What an unwrapped product has to show of a pixel: days, bands of its series, bands of single values, and the model. Products with
 * only some groups of bands will do. Immutable; made without reading samples.
 */
final class SeriesProduct {

    private static final double DAYS_OF_A_YEAR = 365.25;

    private final Product product;
    private final ArcMetadata metadata;
    private final List<LocalDate> dates;
    private final Map<SeriesKind, Band[]> series;
    private final List<Band> values;
    private final Band status;
    private final ViewingGeometry geometry;

    private SeriesProduct(Product product, ArcMetadata metadata, List<LocalDate> dates, Map<SeriesKind, Band[]> series) {
        this.product = product;
        this.metadata = metadata;
        this.dates = dates;
        this.series = series;
        this.values = values(product, metadata);
        this.status = flagBand(product);
        this.geometry = ViewingGeometry.of(product).orElse(null);
    }

    /** Returns whether a product comes from Arc-Unwrapping. */
    static boolean isUnwrapped(Product product) {
        return ArcMetadata.isIn(product);
    }

    /**
     * Looks through a product.
     *
     * @throws IllegalArgumentException that says why it is no unwrapped product
     */
    static SeriesProduct of(Product product) {
        ArcMetadata metadata = ArcMetadata.of(product);
        Map<String, Map<LocalDate, Band>> found = new HashMap<>();
        TreeSet<LocalDate> days = new TreeSet<>(metadata.dates());
        for (Band band : product.getBands()) {
            Optional<DisplacementBandName> name = DisplacementBandName.parse(band.getName());
            name.ifPresent(n -> found.computeIfAbsent(n.series(), s -> new HashMap<>()).put(n.date(), band));
            name.ifPresent(n -> days.add(n.date()));
        }
        List<LocalDate> dates = List.copyOf(days);
        Map<SeriesKind, Band[]> series = new EnumMap<>(SeriesKind.class);
        for (SeriesKind kind : SeriesKind.values()) {
            Map<LocalDate, Band> byDay = found.get(kind.word());
            if (byDay != null) {
                series.put(kind, dates.stream().map(byDay::get).toArray(Band[]::new));
            }
        }
        return new SeriesProduct(product, metadata, dates, series);
    }

    /** The parameters, their standard deviations and the measures of quality, those that are there. */
    private static List<Band> values(Product product, ArcMetadata metadata) {
        List<String> names = new ArrayList<>();
        metadata.terms().forEach(term -> names.add(ArcMetadata.bandName(term)));
        metadata.terms().forEach(term -> names.add("sigma_" + ArcMetadata.bandName(term)));
        names.addAll(List.of("temporal_coherence", "success_rate", "phase_sigma", "norm_ratio", "overall_model_test"));
        return names.stream().filter(product::containsBand).map(product::getBand).toList();
    }

    private static Band flagBand(Product product) {
        Band band = product.getBand("status");
        return band != null && band.getFlagCoding() != null ? band : null;
    }

    Product product() {
        return product;
    }

    ArcMetadata metadata() {
        return metadata;
    }

    /** Days of the epochs, ascending; may be empty. */
    List<LocalDate> dates() {
        return dates;
    }

    /** Returns whether there is a band of a series at any epoch. */
    boolean has(SeriesKind kind) {
        return series.containsKey(kind);
    }

    /** Returns the bands of a series by epoch, null where one is missing; all null where the series is not there. Not to be modified. */
    Band[] bands(SeriesKind kind) {
        return series.getOrDefault(kind, new Band[dates.size()]);
    }

    /** Bands of single values, in the order to show them. */
    List<Band> values() {
        return values;
    }

    /** The band of the status; empty where it is not there. */
    Optional<Band> status() {
        return Optional.ofNullable(status);
    }

    /** Returns half the wavelength (mm), the distance of ambiguities. */
    double halfWavelength() {
        return 500.0 * metadata.wavelength();
    }

    /** Returns the time since the mother (years of 365.25 days). */
    double years(LocalDate day) {
        return ChronoUnit.DAYS.between(metadata.mother(), day) / DAYS_OF_A_YEAR;
    }

    /**
     * Returns the height-to-phase factor of the arc from the reference to a pixel at each epoch (m/m): half that of the reference, and half
     * that of the pixel, which is the reference's times the proportion of 1 / (range sin(incidence)) of both, where the product has tie
     * points. NaN where the metadata do not say.
     */
    double[] heightToPhase(int x, int y) {
        double proportion = proportion(x, y);
        double[] factors = new double[dates.size()];
        for (int e = 0; e < factors.length; e++) {
            double reference = metadata.referenceHeightToPhase().getOrDefault(dates.get(e), Double.NaN);
            factors[e] = 0.5 * reference * (1.0 + proportion);
        }
        return factors;
    }

    private double proportion(int x, int y) {
        if (geometry == null || metadata.referenceX() < 0) {
            return 1.0;
        }
        double reference = geometry.heightToPhasePerMetre(metadata.referenceX(), metadata.referenceY());
        double proportion = geometry.heightToPhasePerMetre(x, y) / reference;
        return Double.isFinite(proportion) ? proportion : 1.0;
    }
}
