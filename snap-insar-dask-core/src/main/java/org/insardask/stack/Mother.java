package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import org.esa.snap.core.datamodel.Product;

/**
 * The image that all others of a stack refer to.
 *
 * @param date   day of the acquisition
 * @param bands  its bands; empty where the sources hold interferograms only
 * @param source the product whose metadata, geocoding and tie points are the stack's: the one of the bands, if there are any
 */
public record Mother(LocalDate date, Optional<ComplexBands> bands, Product source) {
}
