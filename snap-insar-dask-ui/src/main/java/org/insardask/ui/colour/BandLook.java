package org.insardask.ui.colour;

import java.util.Optional;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;

/** How a band of an unwrapped product is to look, by its name and unit. */
enum BandLook {
    /** Displacements, velocities, heights, thermal expansion: symmetric around zero. */
    MOTION(PaletteFile.MOTION),
    /** From 0 to 1, more is better. */
    QUALITY(PaletteFile.QUALITY),
    /** Standard deviations: from 0 on, less is better. */
    SIGMA(PaletteFile.SIGMA);

    private static final String RECORD = "Arc_Unwrapping";
    private static final Set<String> PARAMETERS = Set.of("velocity", "height", "thermal", "quadratic", "seasonal_sine", "seasonal_cosine",
            "offset");
    private static final Set<String> QUALITIES = Set.of("temporal_coherence", "success_rate");

    private final PaletteFile palette;

    BandLook(PaletteFile palette) {
        this.palette = palette;
    }

    /** Returns the palette. */
    PaletteFile palette() {
        return palette;
    }

    /** Returns whether the bands of a product can have a look: whether it comes from Arc-Unwrapping. */
    static boolean isFor(Product product) {
        return product.getMetadataRoot().containsElement(RECORD);
    }

    /** Returns the look of a band; empty for those that keep SNAP's own. */
    static Optional<BandLook> of(Band band) {
        String name = band.getName();
        boolean hasUnit = band.getUnit() != null && !band.getUnit().isBlank();
        // Attributes of polygons may have the name of a parameter; they have no unit.
        if (hasUnit && (PARAMETERS.contains(name) || isSeries(band))) {
            return Optional.of(MOTION);
        }
        if (QUALITIES.contains(name)) {
            return Optional.of(QUALITY);
        }
        boolean sigma = name.equals("phase_sigma") || (name.startsWith("sigma_") && PARAMETERS.contains(name.substring("sigma_".length())));
        return sigma && hasUnit ? Optional.of(SIGMA) : Optional.empty();
    }

    /** Returns whether a band is the displacement of an epoch. */
    static boolean isSeries(Band band) {
        return band.getName().startsWith("dis_") && "mm".equals(band.getUnit());
    }
}
