package org.insardask.stack;

import java.util.Optional;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGrid;

/**
 * Slant range and incidence angle of the pixels of a product, from its tie points.
 */
public final class ViewingGeometry {

    private static final String INCIDENCE = "incident_angle";
    private static final String RANGE_TIME = "slant_range_time";

    /** deg. */
    private final TiePointGrid incidence;
    /** ns, there and back. */
    private final TiePointGrid rangeTime;

    private ViewingGeometry(TiePointGrid incidence, TiePointGrid rangeTime) {
        this.incidence = incidence;
        this.rangeTime = rangeTime;
    }

    /** The geometry of a product; empty if it lacks one of the tie-point grids {@code incident_angle} and {@code slant_range_time}. */
    public static Optional<ViewingGeometry> of(Product product) {
        TiePointGrid incidence = product.getTiePointGrid(INCIDENCE);
        TiePointGrid rangeTime = product.getTiePointGrid(RANGE_TIME);
        return incidence == null || rangeTime == null ? Optional.empty() : Optional.of(new ViewingGeometry(incidence, rangeTime));
    }

    /** Slant range of the centre of a pixel, m. */
    public double slantRange(int x, int y) {
        return rangeTime.getPixelDouble(x + 0.5, y + 0.5) * 1e-9 * SarMetadata.SPEED_OF_LIGHT / 2;
    }

    /** Incidence angle of the centre of a pixel, rad. */
    public double incidence(int x, int y) {
        return Math.toRadians(incidence.getPixelDouble(x + 0.5, y + 0.5));
    }

    /**
     * Height-to-phase factor of a metre of perpendicular baseline, 1 / (R sin(theta)), 1/m: times the baseline it is h2ph in m/m, and the
     * phase of a height h is -4 pi / lambda * h2ph * h for SNAP's order of interferograms.
     */
    public double heightToPhasePerMetre(int x, int y) {
        return 1 / (slantRange(x, y) * Math.sin(incidence(x, y)));
    }
}
