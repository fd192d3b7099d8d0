package org.insardask.stack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.Product;

/**
 * The bands of the mother that were found.
 *
 * @param date  day of the mother
 * @param bands bands of one product, or none
 */
record MotherImage(LocalDate date, List<StackBand<SlcBandName>> bands) {

    /** The mother, paired; where it has no bands, its metadata are those of {@code other}. */
    Mother mother(Product other) {
        if (bands.isEmpty()) {
            return new Mother(date, Optional.empty(), other);
        }
        return new Mother(date, Optional.of(BandPairing.pair(bands)), bands.get(0).product());
    }

    Optional<Dialect> dialect() {
        return bands.stream().flatMap(band -> band.name().role().dialect().stream()).findFirst();
    }

    Optional<ChannelKey> key() {
        return bands.stream().map(band -> band.name().key()).findFirst();
    }
}
