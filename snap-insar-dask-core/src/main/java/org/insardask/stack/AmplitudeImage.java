package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;

/**
 * An image of a stack that gives amplitudes.
 *
 * @param date      day of the acquisition
 * @param band      amplitudes, intensities or real parts
 * @param imaginary imaginary parts; empty for amplitudes and intensities
 * @param intensity whether the samples are intensities
 */
public record AmplitudeImage(LocalDate date, Band band, Optional<Band> imaginary, boolean intensity) {

    static AmplitudeImage of(LocalDate date, ComplexBands bands) {
        return new AmplitudeImage(date, bands.real(), Optional.of(bands.imaginary()), false);
    }
}
