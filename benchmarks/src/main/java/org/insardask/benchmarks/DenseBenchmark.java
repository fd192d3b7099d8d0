package org.insardask.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.insardask.ils.AmbiguitySolution;
import org.insardask.ils.Decorrelation;
import org.insardask.ils.IntegerLeastSquares;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.orekit.estimation.measurements.gnss.AbstractLambdaMethod;
import org.orekit.estimation.measurements.gnss.LambdaMethod;
import org.orekit.estimation.measurements.gnss.ModifiedLambdaMethod;

/**
 * Integer least squares of float ambiguities and a dense covariance: Orekit's solvers and this project's, on equal input. One operation
 * solves all arcs of the case.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DenseBenchmark {

    /** The arcs. */
    @Param({"TIGHT_60", "TIGHT_100", "WIDE_173"})
    public ArcCase arcCase;

    private SimulatedArcs arcs;
    private double[] q;
    private RealMatrix matrix;
    private int[] identity;
    private Decorrelation decorrelation;
    private IntegerLeastSquares leastSquares;
    private AmbiguitySolution solution;

    /** Makes the arcs. */
    @Setup
    public void setUp() {
        arcs = SimulatedArcs.ofSharedGeometry(arcCase, arcCase.arcs());
        int n = arcs.epochs();
        q = arcs.covariance(0);
        matrix = MatrixUtils.createRealMatrix(n, n);
        identity = new int[n];
        for (int i = 0; i < n; i++) {
            identity[i] = i;
            for (int j = 0; j < n; j++) {
                matrix.setEntry(i, j, q[i * n + j]);
            }
        }
        decorrelation = new Decorrelation(n);
        leastSquares = new IntegerLeastSquares(n, 1, Long.MAX_VALUE);
        solution = new AmbiguitySolution(n, 1);
    }

    /** This project, reduction and search for each arc. */
    @Benchmark
    public double dense() {
        double sum = 0.0;
        for (int arc = 0; arc < arcs.count(); arc++) {
            decorrelation.computeForSearch(q, arcs.epochs());
            leastSquares.estimate(decorrelation, arcs.floats(arc), solution);
            sum += solution.norm(0);
        }
        return sum;
    }

    /** Orekit 12.2, modified LAMBDA. */
    @Benchmark
    public double orekitModified() {
        return solve(new ModifiedLambdaMethod());
    }

    /** Orekit 12.2, LAMBDA. */
    @Benchmark
    public double orekitLambda() {
        return solve(new LambdaMethod());
    }

    private double solve(AbstractLambdaMethod method) {
        double sum = 0.0;
        for (int arc = 0; arc < arcs.count(); arc++) {
            sum += method.solveILS(1, arcs.floats(arc), identity, matrix)[0].getSquaredDistance();
        }
        return sum;
    }
}
