package org.insardask.ui.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.insardask.arc.ArcTerm;
import org.insardask.stack.SnapDate;
import org.insardask.stack.StackException;

/**
 * What Arc-Unwrapping wrote down of its model in the metadata of a product. Older products lack temperatures and height-to-phase
 * factors; then the maps are empty. Immutable.
 *
 * @param mother day of the mother
 * @param dates days of the epochs, in the order of the record; empty where it does not say
 * @param wavelength m
 * @param terms what was estimated
 * @param priorSigma prior standard deviations of the terms (their units)
 * @param withPrior whether the prior took part in the estimate
 * @param temperature temperature minus that of the mother by day (degC)
 * @param referenceHeightToPhase factors of the reference by day (m/m)
 * @param referenceX column of the reference, -1 where it is not a pixel
 * @param referenceY row of the reference
 * @param referenceSigma phase standard deviation of the reference (rad), NaN where it is not known
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; never compared
record ArcMetadata(LocalDate mother, List<LocalDate> dates, double wavelength, List<ArcTerm> terms, double[] priorSigma,
        boolean withPrior, Map<LocalDate, Double> temperature, Map<LocalDate, Double> referenceHeightToPhase, int referenceX,
        int referenceY, double referenceSigma) {

    private static final String ELEMENT = "Arc_Unwrapping";
    private static final String PRIOR = "prior_sigma_";

    /** Returns whether a product comes from Arc-Unwrapping. */
    static boolean isIn(Product product) {
        return product.getMetadataRoot().containsElement(ELEMENT);
    }

    /**
     * Reads the record of a product.
     *
     * @throws IllegalArgumentException that names what is missing
     */
    static ArcMetadata of(Product product) {
        MetadataElement element = product.getMetadataRoot().getElement(ELEMENT);
        if (element == null) {
            throw new IllegalArgumentException("Product '" + product.getName() + "' is not unwrapped: its metadata have no element "
                    + ELEMENT + ", expected a product of Arc-Unwrapping");
        }
        List<ArcTerm> terms = terms(element);
        double[] priors = terms.stream().mapToDouble(term -> element.getAttributeDouble(PRIOR + bandName(term), Double.NaN)).toArray();
        double wavelength = element.getAttributeDouble("wavelength", Double.NaN);
        if (!(wavelength > 0.0)) {
            throw new IllegalArgumentException("Product '" + product.getName() + "': the metadata element " + ELEMENT
                    + " has no wavelength, expected metres");
        }
        return new ArcMetadata(day(element.getAttributeString("mother", ""), product), dates(element, product), wavelength, terms, priors,
                element.getAttributeString("estimate", "").equals("WITH_PRIOR"), byDay(element, "temperature_difference", product),
                byDay(element, "reference_height_to_phase", product), element.getAttributeInt("reference_x", -1),
                element.getAttributeInt("reference_y", -1), element.getAttributeDouble("reference_phase_sigma", Double.NaN));
    }

    /** Returns the name that a term has in bands and metadata. */
    static String bandName(ArcTerm term) {
        return term.name().toLowerCase(Locale.ROOT);
    }

    private static List<ArcTerm> terms(MetadataElement element) {
        List<ArcTerm> terms = new ArrayList<>();
        for (ArcTerm term : ArcTerm.values()) {
            if (element.containsAttribute(PRIOR + bandName(term))) {
                terms.add(term);
            }
        }
        return terms;
    }

    private static List<LocalDate> dates(MetadataElement element, Product product) {
        String text = element.getAttributeString("epoch_dates", "");
        List<LocalDate> dates = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split(",")) {
            dates.add(day(word, product));
        }
        return dates;
    }

    private static Map<LocalDate, Double> byDay(MetadataElement element, String name, Product product) {
        Map<LocalDate, Double> values = new TreeMap<>();
        Optional<MetadataElement> child = Optional.ofNullable(element.getElement(name));
        for (String day : child.map(MetadataElement::getAttributeNames).orElse(new String[0])) {
            values.put(day(day, product), child.get().getAttributeDouble(day, Double.NaN));
        }
        return values;
    }

    private static LocalDate day(String text, Product product) {
        try {
            return SnapDate.parse(text);
        } catch (StackException e) {
            throw new IllegalArgumentException("Product '" + product.getName() + "', metadata element " + ELEMENT + ": "
                    + e.getMessage(), e);
        }
    }
}
