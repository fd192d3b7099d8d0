package org.insardask.op;

import java.util.Set;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.stack.Component;
import org.insardask.stack.StackDescription;

/** Copies bands that are not part of a stack. */
final class CopiedBands {

    private CopiedBands() {
    }

    /**
     * Copies the bands of the mother's product to a target: not parts of complex images, height-to-phase factors,
     * virtual bands and bands of another size.
     *
     * @throws OperatorException where a band of the target has the name already
     */
    static void copy(StackDescription stack, Product target) {
        Product source = stack.mother().source();
        Set<Band> factors = stack.epochs().stream().flatMap(epoch -> epoch.heightToPhase().stream()).collect(Collectors.toSet());
        for (Band band : source.getBands()) {
            if (!(band instanceof VirtualBand) && !isComplexPart(band) && !factors.contains(band) && hasSizeOf(target, band)) {
                if (target.containsBand(band.getName())) {
                    throw new OperatorException("band '" + band.getName() + "' of product '" + source.getName()
                            + "' has the name of an output; expected another name, or copySourceBands false");
                }
                ProductUtils.copyBand(band.getName(), source, target, true);
            }
        }
    }

    private static boolean hasSizeOf(Product target, Band band) {
        return band.getRasterWidth() == target.getSceneRasterWidth() && band.getRasterHeight() == target.getSceneRasterHeight();
    }

    private static boolean isComplexPart(Band band) {
        String unit = band.getUnit();
        return Component.REAL.unit().equals(unit) || Component.IMAGINARY.unit().equals(unit);
    }
}
