package org.insardask.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.insardask.ils.EpochOrder;
import org.insardask.ils.SearchOptions;
import org.insardask.ils.StructuredGains;
import org.insardask.ils.StructuredModel;
import org.insardask.ils.StructuredSearch;

/** Compares the integers of the pruned search with those of the exact one. */
final class Agreement {

    private static final double MISS_PROBABILITY = 1.0e-6;

    /** The exact search of an arc ends here; arcs that need more are not compared, but counted. */
    private static final long EXACT_NODES = 50_000_000L;

    private Agreement() {
    }

    /** Returns a sentence on how many of some arcs of the wide case have the same integers. */
    static String report(int count) {
        ArcCase arcCase = ArcCase.WIDE_173;
        SimulatedArcs arcs = SimulatedArcs.ofSharedGeometry(arcCase, count);
        int n = arcs.epochs();
        StructuredModel geometry = arcs.geometry(0);
        StructuredGains gains = new StructuredGains(n, arcs.parameters());
        gains.compute(geometry, EpochOrder.bySmallestVariance(geometry), n);
        StructuredSearch search = new StructuredSearch(n, arcs.parameters(), 1);
        SearchOptions exact = new SearchOptions(EXACT_NODES, 0.0, false, n);
        SearchOptions pruned = new SearchOptions(Long.MAX_VALUE, MISS_PROBABILITY, false, n);
        double[] expected = new double[n];
        double[] actual = new double[n];
        int same = 0;
        int unfinished = 0;
        for (int arc = 0; arc < count; arc++) {
            if (!search.search(gains, arcs.phases(arc), 1, exact).isSolved()) {
                unfinished++;
                continue;
            }
            search.copyAmbiguities(0, expected);
            search.search(gains, arcs.phases(arc), 1, pruned);
            search.copyAmbiguities(0, actual);
            same += Arrays.equals(expected, actual) ? 1 : 0;
        }
        return String.format(Locale.ROOT, "%d of %d arcs of n=%d, sigma %.1f rad, wide priors have the same integers with miss probability "
                + "%.0e as from the exact search; on %d the exact search did not end", same, count, n, arcCase.sigma(), MISS_PROBABILITY,
                unfinished);
    }
}
