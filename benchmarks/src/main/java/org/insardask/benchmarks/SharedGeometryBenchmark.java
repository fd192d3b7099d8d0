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

/** Integer least squares of arcs that share their geometry; one operation solves all arcs of the case. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SharedGeometryBenchmark {

    /** The arcs. */
    @Param({"TIGHT_100", "WIDE_173"})
    public ArcCase arcCase;

    /** Miss probability of the pruning, 0 for the exact search. */
    @Param({"1e-6", "0"})
    public double missProbability;

    /** The number of candidates. */
    @Param({"1", "2"})
    public int candidates;

    private SimulatedArcs arcs;
    private StructuredGains gains;
    private StructuredSearch search;
    private SearchOptions options;
    private double[] ambiguities;

    /** Makes the arcs. */
    @Setup
    public void setUp() {
        arcs = SimulatedArcs.ofSharedGeometry(arcCase, arcCase.arcs());
        int n = arcs.epochs();
        StructuredModel geometry = arcs.geometry(0);
        gains = new StructuredGains(n, arcs.parameters());
        gains.compute(geometry, EpochOrder.bySmallestVariance(geometry), n);
        search = new StructuredSearch(n, arcs.parameters(), candidates);
        options = new SearchOptions(Long.MAX_VALUE, missProbability, false, n);
        ambiguities = new double[n];
    }

    /** One arc after another. */
    @Benchmark
    public double structured() {
        double sum = 0.0;
        for (int arc = 0; arc < arcs.count(); arc++) {
            search.search(gains, arcs.phases(arc), candidates, options);
            search.copyAmbiguities(0, ambiguities);
            sum += search.norm(0);
        }
        return sum;
    }
}
