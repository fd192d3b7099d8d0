package org.insardask.experiments;

import java.util.ArrayList;
import java.util.List;
import org.insardask.arc.ArcFlag;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcResult;
import org.insardask.arc.ArcSolver;
import org.insardask.arc.ArcWorkspace;

/**
 * Simulated arcs of one geometry, noise and prior: predicted success rates beside the shares of arcs whose ambiguities all came out right.
 *
 * @param n epochs
 * @param sigma of the phase (rad)
 * @param prediction success rates that are predicted
 * @param ordered share of bootstrapping in the order of the structured solver
 * @param methods shares by {@link #METHODS}
 * @param unsolved arcs of ILS that were given up or reached the node limit; they count with the best candidate found
 */
record SuccessCase(int n, double sigma, Prediction prediction, Share ordered, List<Share> methods, long unsolved) {

    /** The methods that are simulated, ILS first. */
    static final List<ArcMethod> METHODS = List.of(ArcMethod.ILS, ArcMethod.BOOTSTRAPPING, ArcMethod.ROUNDING, ArcMethod.PERIODOGRAM);
    /** Nodes after which a search ends. */
    static final long MOST_NODES = 200_000L;

    /**
     * Simulates a case.
     *
     * @param n epochs
     * @param sigma of the phase (rad)
     * @param prior prior standard deviations of offset, velocity, height and thermal expansion, from which the arcs are drawn
     * @param arcs their number
     */
    static SuccessCase simulate(int n, double sigma, double[] prior, int arcs) {
        ArcFamily family = new ArcFamily(77L + n, n, ArcFamily.FOUR_TERMS, prior);
        Prediction prediction = Prediction.of(family.design(), prior, sigma);
        OrderedBootstrapping bootstrapping = new OrderedBootstrapping(prediction.gains(), family.design(), prior, sigma);
        List<ArcSolver> solvers = new ArrayList<>();
        List<ArcWorkspace> workspaces = new ArrayList<>();
        for (ArcMethod method : METHODS) {
            ArcOptions options = new ArcOptions(method, 1.0e-6, MOST_NODES, false, false);
            solvers.add(ArcSolver.prepare(family.model(), options, family.heightToPhase(), sigma));
            workspaces.add(solvers.get(solvers.size() - 1).newWorkspace());
        }
        long[] right = new long[METHODS.size()];
        long rightInOrder = 0;
        long unsolved = 0;
        double[] ambiguities = new double[n];
        for (int arc = 0; arc < arcs; arc++) {
            family.draw(sigma);
            bootstrapping.fix(family.phase(), ambiguities);
            rightInOrder += family.isRight(ambiguities) ? 1 : 0;
            for (int m = 0; m < right.length; m++) {
                ArcResult result = solvers.get(m).solve(family.phase(), family.heightToPhase(), sigma, workspaces.get(m));
                unsolved += METHODS.get(m) == ArcMethod.ILS && !result.has(ArcFlag.SOLVED) ? 1 : 0;
                for (int i = 0; i < n; i++) {
                    ambiguities[i] = result.ambiguity(i);
                }
                right[m] += family.isRight(ambiguities) ? 1 : 0;
            }
        }
        List<Share> shares = new ArrayList<>();
        for (long count : right) {
            shares.add(new Share(count, arcs));
        }
        return new SuccessCase(n, sigma, prediction, new Share(rightInOrder, arcs), List.copyOf(shares), unsolved);
    }

    /** Returns the share of a method. */
    Share of(ArcMethod method) {
        return methods.get(METHODS.indexOf(method));
    }
}
