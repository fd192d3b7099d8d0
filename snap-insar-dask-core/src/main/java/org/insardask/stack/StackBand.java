package org.insardask.stack;

import java.time.LocalDate;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;

/**
 * A band that belongs to a stack, with its parsed name.
 *
 * @param band    the band
 * @param product product of the band
 * @param name    parsed name
 * @param date    day of the image, or of the daughter of an interferogram
 */
record StackBand<N extends BandName>(Band band, Product product, N name, LocalDate date) {

    @Override
    public String toString() {
        return "'" + band.getName() + "' of product '" + product.getName() + "'";
    }
}
