package org.insardask.op;

import java.util.List;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.points.PointThinning;

/**
 * The parameters that thin points out; null where they are not given.
 *
 * @param minimumDistance between points (m)
 * @param cellSize (m)
 * @param pointsPerCell at most so many of a cell are kept
 * @param qualityBand says how good a point is
 * @param bestQuality AUTO, LARGEST or SMALLEST
 */
record PointThinningWords(Double minimumDistance, Double cellSize, Integer pointsPerCell, String qualityBand, String bestQuality) {

    private static final double LEAST = 0.01;
    private static final double MOST = 1e6;
    /** Beginnings of the names of bands of which smaller values are better, and larger ones. */
    private static final List<String> SMALLER = List.of("nmad", "nad", "sigma", "phase_sigma", "norm_ratio");
    private static final List<String> LARGER = List.of("temporal_coherence", "ensemble_coherence", "pnt_ensemble_coherence", "coherence",
            "success_rate");

    /** Which values are best. */
    private enum Best { AUTO, LARGEST, SMALLEST }

    /** Checks the parameters, but for the band. */
    PointThinningWords {
        requireMetres("minimumDistance", minimumDistance);
        requireMetres("cellSize", cellSize);
        if (pointsPerCell != null && cellSize == null) {
            throw new OperatorException("pointsPerCell is given without cellSize, the size of a cell in metres");
        }
        if (pointsPerCell != null && pointsPerCell < 1) {
            throw new OperatorException("pointsPerCell = " + pointsPerCell + ": 1 or more were expected");
        }
        if (ParameterTexts.textOrNull(qualityBand) != null && minimumDistance == null && cellSize == null) {
            throw new OperatorException("qualityBand is given without minimumDistance or cellSize, which say how points are thinned out");
        }
    }

    private static void requireMetres(String name, Double metres) {
        if (metres != null && !(metres >= LEAST && metres <= MOST)) {
            throw new OperatorException(name + " = " + metres + ": metres from 0.01 to 1000000 were expected");
        }
    }

    boolean isGiven() {
        return minimumDistance != null || cellSize != null;
    }

    /**
     * The band of the quality, null where there is none.
     *
     * @throws OperatorException where the product has it not, or it is not known which values are best
     */
    SampleBand band(Product product) {
        String name = ParameterTexts.textOrNull(qualityBand);
        if (name == null) {
            return null;
        }
        isLargestBest();
        return SampleBand.ofValues(ProductBands.require(product, "qualityBand", name));
    }

    private boolean isLargestBest() {
        Best best = ParameterWords.one(Best.class, bestQuality, "bestQuality");
        if (best != Best.AUTO) {
            return best == Best.LARGEST;
        }
        String name = qualityBand.strip();
        boolean larger = LARGER.stream().anyMatch(name::startsWith);
        if (!larger && SMALLER.stream().noneMatch(name::startsWith)) {
            throw new OperatorException("bestQuality = AUTO: it is not known which values of band '" + name + "' are best; LARGEST or "
                    + "SMALLEST was expected");
        }
        return larger;
    }

    /** Thins points out, first by distance and then by cells. Those without coordinates go. */
    void apply(PointTable table) {
        double[] lon = table.column(PointTable.LONGITUDE);
        double[] lat = table.column(PointTable.LATITUDE);
        boolean[] placed = new boolean[table.count()];
        for (int k = 0; k < placed.length; k++) {
            placed[k] = Double.isFinite(lon[k]) && Math.abs(lat[k]) <= 90.0;
        }
        table.keep(placed);
        if (minimumDistance != null) {
            table.keep(thinning(table).byDistance(minimumDistance));
        }
        if (cellSize != null) {
            table.keep(thinning(table).byCell(cellSize, pointsPerCell == null ? 1 : pointsPerCell));
        }
    }

    private PointThinning thinning(PointTable table) {
        double[] quality = table.column(PointTable.QUALITY);
        if (quality != null && isLargestBest()) {
            quality = quality.clone();
            for (int k = 0; k < quality.length; k++) {
                quality[k] = -quality[k];
            }
        }
        return new PointThinning(table.column(PointTable.LONGITUDE), table.column(PointTable.LATITUDE), quality);
    }

    /** Says what was given. */
    void record(MetadataElement element) {
        if (minimumDistance != null) {
            element.setAttributeDouble("minimumDistance", minimumDistance);
        }
        if (cellSize != null) {
            element.setAttributeDouble("cellSize", cellSize);
            element.setAttributeInt("pointsPerCell", pointsPerCell == null ? 1 : pointsPerCell);
        }
        if (isGiven() && ParameterTexts.textOrNull(qualityBand) != null) {
            element.setAttributeString("qualityBand", qualityBand.strip());
            element.setAttributeString("bestQuality", isLargestBest() ? "LARGEST" : "SMALLEST");
        }
    }
}
