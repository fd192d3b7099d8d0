package org.insardask.op;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.DisplacementBandName;
import org.insardask.stack.OutputNames;

/**
 * A product of Arc-Unwrapping: which of its bands are relative to the reference. These are the parameters of the model, whose names are in
 * the record, and all displacements. Immutable.
 */
final class UnwrappedProduct {

    private static final String WAVELENGTH = "wavelength";
    private static final String TERM = "prior_sigma_";
    private static final String MILLIMETRES = "mm";

    private final MetadataElement record;
    private final List<RelativeBand> bands;

    private UnwrappedProduct(MetadataElement record, List<RelativeBand> bands) {
        this.record = record;
        this.bands = bands;
    }

    /**
     * A band that is relative to the reference.
     *
     * @param band the band
     * @param wrapped whether its values are known up to half wavelengths only
     * @param origin the band whose value at the reference is to be subtracted: itself, or for wrapped displacements the unwrapped ones
     */
    record RelativeBand(Band band, boolean wrapped, Band origin) {

        /** Returns whether the values at the reference are wrapped, so that they have no mean. */
        boolean hasWrappedOrigin() {
            return wrapped && origin == band;
        }
    }

    /**
     * Looks through a product.
     *
     * @throws OperatorException where it is none of Arc-Unwrapping, or holds nothing that is relative to a reference
     */
    static UnwrappedProduct of(Product product) {
        MetadataElement record = product.getMetadataRoot().getElement(ArcRecord.NAME);
        if (record == null) {
            throw new OperatorException("product '" + product.getName() + "' is not unwrapped: its metadata have no element "
                    + ArcRecord.NAME + ", expected a product of Arc-Unwrapping");
        }
        Set<String> terms = new HashSet<>();
        for (String attribute : record.getAttributeNames()) {
            if (attribute.startsWith(TERM)) {
                terms.add(attribute.substring(TERM.length()));
            }
        }
        List<RelativeBand> bands = Arrays.stream(product.getBands()).flatMap(band -> relative(band, terms, product).stream()).toList();
        if (bands.isEmpty()) {
            throw new OperatorException("product '" + product.getName() + "' has no band that is relative to its reference, expected "
                    + "parameters (" + String.join(", ", terms) + ") or displacements");
        }
        return new UnwrappedProduct(record, bands);
    }

    private static Optional<RelativeBand> relative(Band band, Set<String> terms, Product product) {
        Optional<DisplacementBandName> displacement = DisplacementBandName.parse(band.getName());
        if (displacement.isPresent()) {
            requireMillimetres(band);
            boolean wrapped = displacement.get().isWrapped();
            Band unwrapped = wrapped ? product.getBand(OutputNames.unwrapped(displacement.get().date())) : null;
            return Optional.of(new RelativeBand(band, wrapped, unwrapped == null ? band : unwrapped));
        }
        // Attributes of polygons may have the name of a term; they have no unit.
        boolean isTerm = terms.contains(band.getName()) && band.getUnit() != null && !band.getUnit().isBlank() && isFloat(band);
        return isTerm ? Optional.of(new RelativeBand(band, false, band)) : Optional.empty();
    }

    private static void requireMillimetres(Band band) {
        if (!MILLIMETRES.equals(band.getUnit())) {
            throw new OperatorException("band '" + band.getName() + "' has the unit '" + band.getUnit() + "', expected " + MILLIMETRES);
        }
    }

    private static boolean isFloat(Band band) {
        return band.getDataType() == ProductData.TYPE_FLOAT32 || band.getDataType() == ProductData.TYPE_FLOAT64;
    }

    /** Returns the bands that are relative to the reference, in the order of the product. */
    List<RelativeBand> bands() {
        return bands;
    }

    /** Returns the bands whose values at the reference are needed, each once. */
    List<Band> origins() {
        return bands.stream().map(RelativeBand::origin).distinct().toList();
    }

    /**
     * Returns half the wavelength (mm), to which displacements are wrapped.
     *
     * @throws OperatorException where the record does not say
     */
    double halfWavelength() {
        double metres = record.getAttributeDouble(WAVELENGTH, Double.NaN);
        if (!(metres > 0.0)) {
            throw new OperatorException("the metadata element " + ArcRecord.NAME + " has no " + WAVELENGTH
                    + " (m), which wrapped displacements need");
        }
        return 500.0 * metres;
    }
}
