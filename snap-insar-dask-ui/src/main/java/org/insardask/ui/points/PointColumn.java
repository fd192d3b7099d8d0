package org.insardask.ui.points;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.points.PointLayout;
import org.insardask.stack.SeriesBandName;
import org.insardask.stm.PointsProduct;

/** The values of a band of a product of points, as an attribute of points. Immutable. */
final class PointColumn {

    private static final Set<String> COORDINATES = Set.of(PointsProduct.LATITUDE, PointsProduct.LONGITUDE, PointsProduct.LINE,
            PointsProduct.PIXEL);
    private static final Set<String> PARTS = Set.of("real", "imaginary");

    private final Band band;
    private final Map<Integer, String> texts;

    private PointColumn(Band band) {
        this.band = band;
        this.texts = texts(band.getIndexCoding());
    }

    /** The attributes of points: all bands but those of epochs, virtual ones, and coordinates. */
    static List<PointColumn> attributes(Product points) {
        return Arrays.stream(points.getBands()).filter(PointColumn::isAttribute).map(PointColumn::new).toList();
    }

    private static boolean isAttribute(Band band) {
        return !(band instanceof VirtualBand) && !COORDINATES.contains(band.getName()) && !PARTS.contains(String.valueOf(band.getUnit()))
                && SeriesBandName.ofAny(band.getName()).isEmpty();
    }

    private static Map<Integer, String> texts(IndexCoding coding) {
        Map<Integer, String> texts = new HashMap<>();
        for (String index : coding == null ? new String[0] : coding.getIndexNames()) {
            String text = coding.getIndex(index).getDescription();
            texts.put(coding.getIndexValue(index), text == null || text.isEmpty() ? index : text);
        }
        return texts;
    }

    String name() {
        return band.getName();
    }

    /** The class of {@link #value}: Double, Integer, or String for bands whose numbers stand for texts. */
    Class<?> type() {
        if (!texts.isEmpty()) {
            return String.class;
        }
        return isWhole() ? Integer.class : Double.class;
    }

    private boolean isWhole() {
        return !band.isFloatingPointType() && !band.isScalingApplied();
    }

    /** A sample as attribute; null for no data. */
    Object value(double sample) {
        if (Double.isNaN(sample)) {
            return null;
        }
        if (!texts.isEmpty()) {
            return texts.get((int) sample);
        }
        return isWhole() ? (Object) (int) sample : (Object) sample;
    }

    /** The samples of all points; NaN for no data. */
    double[] samples() throws IOException {
        return samples(band);
    }

    /**
     * Reads the samples of all points.
     *
     * @param band of a product of points
     * @return a sample for each point, NaN for no data
     */
    static double[] samples(Band band) throws IOException {
        PointLayout layout = PointsProduct.layoutOf(band.getProduct()).orElseThrow();
        double[] samples = new double[layout.count()];
        double[] row = new double[layout.width()];
        for (int y = 0, first = 0; first < samples.length; y++, first += row.length) {
            band.readPixels(0, y, row.length, 1, row);
            System.arraycopy(row, 0, samples, first, Math.min(row.length, samples.length - first));
        }
        if (band.isNoDataValueUsed()) {
            double missing = band.getGeophysicalNoDataValue();
            Arrays.setAll(samples, p -> samples[p] == missing ? Double.NaN : samples[p]);
        }
        return samples;
    }
}
