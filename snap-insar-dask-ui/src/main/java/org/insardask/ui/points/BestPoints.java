package org.insardask.ui.points;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;

/** Chooses points where there are more than can be shown. Stateless. */
final class BestPoints {

    /** Bands of quality, the first that is there counts; larger is better. */
    private static final List<String> LARGER = List.of("temporal_coherence", "coherence", "pnt_enscoh", "enscoh", "success_rate");
    /** Bands of quality after those; smaller is better. */
    private static final List<String> SMALLER = List.of("phase_sigma", "nmad", "nad");

    private BestPoints() {
    }

    /** The band that says which points are the best, if there is one. */
    static Optional<Band> quality(Product points) {
        return LARGER.stream().filter(points::containsBand).findFirst()
                .or(() -> SMALLER.stream().filter(points::containsBand).findFirst()).map(points::getBand);
    }

    /**
     * Chooses the best points, or points at equal distances in their order where nothing says which are better.
     *
     * @param candidates points, ascending
     * @param most how many there may be
     * @return ascending
     */
    static int[] choose(Product points, int[] candidates, int most) throws IOException {
        if (candidates.length <= most) {
            return candidates.clone();
        }
        Optional<Band> quality = quality(points);
        if (quality.isEmpty()) {
            int[] spread = new int[most];
            Arrays.setAll(spread, k -> candidates[(int) ((long) k * candidates.length / most)]);
            return spread;
        }
        double[] badness = PointColumn.samples(quality.get());
        boolean larger = LARGER.contains(quality.get().getName());
        // NaN sorts behind all numbers, and so do points without quality.
        Arrays.setAll(badness, p -> larger ? -badness[p] : badness[p]);
        return Arrays.stream(candidates).boxed().sorted((a, b) -> Double.compare(badness[a], badness[b])).limit(most)
                .mapToInt(Integer::intValue).sorted().toArray();
    }
}
