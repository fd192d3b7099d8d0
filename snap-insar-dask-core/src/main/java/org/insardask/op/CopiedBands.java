package org.insardask.op;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.stack.Component;
import org.insardask.stack.Epoch;
import org.insardask.stack.StackDescription;

/** Copies bands that are not part of a stack. */
final class CopiedBands {

    private CopiedBands() {
    }

    /**
     * Copies the bands of the mother's product to a target: not parts of complex images, height-to-phase factors,
     * virtual bands and bands of another size. Where a band of the target has the name already, the copy gets another one.
     *
     * @param renamed gets the name of each band that was copied under another one, and that one
     */
    static void copyOthers(StackDescription stack, Product target, BiConsumer<String, String> renamed) {
        Product source = stack.mother().source();
        Set<Band> factors = stack.epochs().stream().flatMap(epoch -> epoch.heightToPhase().stream()).collect(Collectors.toSet());
        for (Band band : source.getBands()) {
            if (!(band instanceof VirtualBand) && !isComplexPart(band) && !factors.contains(band) && hasSizeOf(target, band)) {
                String name = copy(band, source, target);
                if (!name.equals(band.getName())) {
                    renamed.accept(band.getName(), name);
                }
            }
        }
    }

    /** Copies the height-to-phase factors of the epochs, from whatever products they are in. */
    static void copyHeightToPhase(StackDescription stack, Product target) {
        for (Epoch epoch : stack.epochs()) {
            epoch.heightToPhase().ifPresent(band -> copy(band, band.getProduct(), target));
        }
    }

    private static String copy(Band band, Product source, Product target) {
        String name = FieldNames.freeName(band.getName(), Arrays.asList(target.getBandNames()));
        ProductUtils.copyBand(band.getName(), source, name, target, true);
        return name;
    }

    private static boolean hasSizeOf(Product target, Band band) {
        return band.getRasterWidth() == target.getSceneRasterWidth() && band.getRasterHeight() == target.getSceneRasterHeight();
    }

    private static boolean isComplexPart(Band band) {
        String unit = band.getUnit();
        return Component.REAL.unit().equals(unit) || Component.IMAGINARY.unit().equals(unit);
    }
}
