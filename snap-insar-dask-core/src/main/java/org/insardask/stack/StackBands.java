package org.insardask.stack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;

/**
 * The bands of products that belong to a stack by their names, in the order of the products and bands.
 */
final class StackBands {

    private static final Pattern NUMBER_AT_END = Pattern.compile("_[^_]*[0-9][^_]*$");

    private final List<StackBand<SlcBandName>> images = new ArrayList<>();
    private final List<StackBand<InterferogramBandName>> interferograms = new ArrayList<>();
    private final List<StackBand<HeightToPhaseBandName>> heightToPhase = new ArrayList<>();

    private StackBands() {
    }

    static StackBands of(Collection<Product> products) {
        StackBands bands = new StackBands();
        for (Product product : products) {
            for (Band band : product.getBands()) {
                parse(band).ifPresent(name -> bands.add(product, band, name));
            }
        }
        return bands;
    }

    List<StackBand<SlcBandName>> images() {
        return images;
    }

    List<StackBand<InterferogramBandName>> interferograms() {
        return interferograms;
    }

    List<StackBand<HeightToPhaseBandName>> heightToPhase() {
        return heightToPhase;
    }

    /**
     * A name with an unreadable date counts only where the unit says that the band is meant, or where there is no unit and the name ends
     * with a number: without one it is an attribute such as {@code q_score}.
     */
    private static Optional<BandName> parse(Band band) {
        try {
            return BandName.parse(band.getName());
        } catch (StackException e) {
            if (isMeant(band)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isMeant(Band band) {
        String unit = band.getUnit();
        if (unit == null || unit.isBlank()) {
            return NUMBER_AT_END.matcher(band.getName()).find();
        }
        return Arrays.stream(Component.values()).anyMatch(component -> component.unit().equals(unit));
    }

    private void add(Product product, Band band, BandName name) {
        if (name instanceof SlcBandName slc) {
            images.add(new StackBand<>(band, product, slc, dateOf(product, band, slc)));
        } else if (name instanceof InterferogramBandName ifg) {
            interferograms.add(new StackBand<>(band, product, ifg, ifg.daughter()));
        } else if (name instanceof HeightToPhaseBandName h2ph) {
            heightToPhase.add(new StackBand<>(band, product, h2ph, h2ph.daughter()));
        }
    }

    private static LocalDate dateOf(Product product, Band band, SlcBandName name) {
        return name.date().or(() -> SarMetadata.of(product).firstLineDate()).orElseThrow(() -> new StackException("band '" + band.getName()
                + "' of product '" + product.getName() + "': neither its name nor first_line_time of the metadata has a date"));
    }
}
