package org.insardask.stack;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;

/**
 * Adds the bands of images to a product: float32, units real and imaginary, no-data 0.
 */
public final class StackTarget {

    private StackTarget() {
    }

    /** Adds the two bands of an image. */
    public static ComplexBands add(Product target, SlcBandName real, SlcBandName imaginary, String description) {
        return new ComplexBands(add(target, real, description), add(target, imaginary, description));
    }

    /** Adds virtual bands of intensity and phase, named and written as SNAP's stack operators do. */
    public static void addVirtualBands(Product target, ComplexBands bands, SlcBandName real) {
        String i = bands.real().getName();
        String q = bands.imaginary().getName();
        double noData = bands.real().getNoDataValue();
        addVirtual(target, bands.real(), OutputNames.intensity(real), "intensity", "Intensity from complex data",
                i + " == " + noData + " ? " + noData + " : " + i + " * " + i + " + " + q + " * " + q);
        addVirtual(target, bands.real(), OutputNames.phase(real), "phase", "Phase from complex data", "atan2(" + q + "," + i + ")");
    }

    private static Band add(Product target, SlcBandName name, String description) {
        Band band = target.addBand(name.format(), ProductData.TYPE_FLOAT32);
        band.setUnit(name.component().unit());
        band.setDescription(description);
        band.setNoDataValue(0);
        band.setNoDataValueUsed(true);
        return band;
    }

    private static void addVirtual(Product target, Band real, String name, String unit, String description, String expression) {
        VirtualBand band = new VirtualBand(name, ProductData.TYPE_FLOAT32, real.getRasterWidth(), real.getRasterHeight(), expression);
        band.setUnit(unit);
        band.setDescription(description);
        band.setNoDataValue(real.getNoDataValue());
        band.setNoDataValueUsed(true);
        target.addBand(band);
    }
}
