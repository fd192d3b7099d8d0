package org.insardask.benchmarks;

import java.util.concurrent.TimeUnit;
import org.insardask.ils.EpochOrder;
import org.insardask.ils.SearchOptions;
import org.insardask.ils.StructuredGains;
import org.insardask.ils.StructuredModel;
import org.insardask.ils.StructuredSearch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Integer least squares of arcs with their own height to phase factors; one operation solves all arcs of the case. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OwnGeometryBenchmark {

    /** The arcs. */
    @Param("TIGHT_100")
    public ArcCase arcCase;

    private SimulatedArcs arcs;
    private double[][] heightColumns;
    private int[] order;
    private StructuredModel geometry;
    private StructuredGains gains;
    private StructuredSearch search;
    private SearchOptions options;
    private double[] ambiguities;

    /** Makes the arcs. */
    @Setup
    public void setUp() {
        arcs = SimulatedArcs.ofOwnGeometry(arcCase, arcCase.arcs());
        int n = arcs.epochs();
        heightColumns = new double[arcs.count()][];
        for (int arc = 0; arc < arcs.count(); arc++) {
            heightColumns[arc] = arcs.heightColumn(arc);
        }
        geometry = arcs.geometry(arcs.count() / 2);
        order = EpochOrder.bySmallestVariance(geometry);
        gains = new StructuredGains(n, arcs.parameters());
        search = new StructuredSearch(n, arcs.parameters(), 1);
        options = SearchOptions.exact(n);
        ambiguities = new double[n];
    }

    /** One arc after another, the order of the epochs shared, exact. */
    @Benchmark
    public double structured() {
        double sum = 0.0;
        for (int arc = 0; arc < arcs.count(); arc++) {
            geometry.setColumn(arcs.heightParameter(), heightColumns[arc], arcs.heightPrior());
            gains.compute(geometry, order, order.length);
            search.search(gains, arcs.phases(arc), 1, options);
            search.copyAmbiguities(0, ambiguities);
            sum += search.norm(0);
        }
        return sum;
    }
}
