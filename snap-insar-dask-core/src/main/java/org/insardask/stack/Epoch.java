package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;

/**
 * One daughter of a stack: its image, or its interferogram with the mother.
 *
 * @param date          day of the acquisition
 * @param bands         image or interferogram
 * @param heightToPhase height-to-phase factor in m/m; empty if the sources have no such band
 * @param baseline      from the metadata; empty if they have none
 * @param source        product of the bands
 */
public record Epoch(LocalDate date, ComplexBands bands, Optional<Band> heightToPhase, Optional<Baseline> baseline, Product source) {
}
