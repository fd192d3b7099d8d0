package org.insardask.stack;

import java.util.Objects;
import org.esa.snap.core.datamodel.Band;

/**
 * The two bands of a complex image, of the same product and the same size.
 *
 * @param real      real part
 * @param imaginary imaginary part
 */
public record ComplexBands(Band real, Band imaginary) {

    public ComplexBands {
        Objects.requireNonNull(real, "real");
        Objects.requireNonNull(imaginary, "imaginary");
    }
}
