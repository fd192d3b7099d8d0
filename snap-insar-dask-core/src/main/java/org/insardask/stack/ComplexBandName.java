package org.insardask.stack;

/**
 * The parsed name of a band that is one part of a complex image.
 */
public sealed interface ComplexBandName extends BandName permits SlcBandName, InterferogramBandName {

    /** Real or imaginary part. */
    Component component();
}
