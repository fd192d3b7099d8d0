package org.insardask.arc;

import java.util.Arrays;
import org.insardask.ils.CloseVectorPlan;
import org.insardask.ils.LaneSearch;
import org.insardask.ils.SearchOptions;

/**
 * Whole solutions of many arcs side by side, for models of four parameters of which at most one depends on the position: integer least
 * squares by {@link LaneSearch} and the estimate by {@link LaneEstimate}. It takes the arcs that have all epochs and are simple; see
 * there. For one thread.
 */
final class LaneStep implements ArcSeries {

    private static final int FOUR = 4;
    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double INVERSE_TWO_PI = 1.0 / TWO_PI;

    private final ArcModel model;
    private final int column;
    private final LaneSearch search;
    private final LaneEstimate estimate;
    private final double[] row = new double[LaneSearch.LANES];
    private int first;
    private int count;

    private LaneStep(ArcModel model, int column, LaneSearch search, LaneEstimate estimate) {
        this.model = model;
        this.column = column;
        this.search = search;
        this.estimate = estimate;
    }

    /** Returns a step, null where the model or the method are not for it, or where there are too few epochs. */
    static LaneStep of(ArcModel model, CloseVectorPlan plan, SearchOptions options, boolean withPrior) {
        int k = model.parameters();
        int column = -1;
        int own = 0;
        double[] priorSigma = new double[k];
        for (int c = 0; c < k; c++) {
            priorSigma[c] = model.priorSigma(c);
            if (model.term(c).dependsOnPosition()) {
                column = c;
                own++;
            }
        }
        if (plan == null || k != FOUR || own > 1 || model.epochs() <= k) {
            return null;
        }
        double[] design = new double[model.epochs() * k];
        model.fillDesign(new double[model.epochs()], design);
        return new LaneStep(model, column, new LaneSearch(plan, column, design, priorSigma, options),
                new LaneEstimate(model, column, withPrior));
    }

    /** Solves some arcs of a batch, at most as many as there are lanes. */
    void solve(ArcBatch batch, int from, int arcs) {
        first = from;
        for (int i = 0; i < model.epochs(); i++) {
            search.setPhases(i, batch.phase(), batch.offset(i) + from, arcs);
            if (column >= 0) {
                setColumns(batch, i, from, arcs);
            }
        }
        for (int lane = 0; lane < arcs; lane++) {
            setSigma(lane, batch.sigma(from + lane));
        }
        solve(arcs);
    }

    private void setColumns(ArcBatch batch, int epoch, int from, int arcs) {
        if (batch.heightToPhase() == null) {
            Arrays.fill(row, model.coefficient(column, epoch, batch.sharedHeightToPhase(epoch)));
        } else {
            model.fillRow(column, epoch, batch.heightToPhase(), batch.offset(epoch) + from, row, arcs);
        }
        search.setColumns(epoch, row, arcs);
    }

    /** Solves one arc in lane 0. */
    void solve(double[] phase, double[] heightToPhase, double sigma) {
        first = 0;
        for (int i = 0; i < model.epochs(); i++) {
            search.setPhase(0, i, phase[i]);
            if (column >= 0) {
                search.setColumn(0, i, model.coefficient(column, i, heightToPhase[i]));
            }
        }
        setSigma(0, sigma);
        solve(1);
    }

    private void setSigma(int lane, double sigma) {
        search.setSigma(lane, sigma > 0.0 ? sigma : Double.NaN);
    }

    private void solve(int arcs) {
        count = arcs;
        search.solve(arcs);
        boolean any = false;
        for (int lane = 0; lane < arcs; lane++) {
            any |= search.isSolved(lane);
        }
        if (any) {
            estimate.compute(search.unwrapped(), search.columns(), search.noise(), arcs);
        }
    }

    /** Returns whether the integers of a lane are solved. */
    boolean isSolved(int lane) {
        return search.isSolved(lane);
    }

    /** Writes all of a solved lane but its series into a result. */
    void take(int lane, ArcResult result) {
        result.epochsUsed = model.epochs();
        if (!estimate.isSolved(lane)) {
            result.clear(ArcFlag.NUMERICAL_FAILURE.mask());
            return;
        }
        result.status = ArcFlag.SOLVED.mask();
        result.fixedCount = model.epochs();
        result.norm = search.norm(lane);
        result.normRatio = search.norm(lane) / search.secondNorm(lane);
        result.successRate = search.successRate(lane);
        result.nodes = 2L * model.epochs();
        estimate.take(lane, search.noise()[lane], result);
    }

    /** Writes the ambiguities of a solved lane into a result whose phase is loaded. */
    void fillAmbiguities(int lane, ArcResult result) {
        for (int i = 0; i < result.ambiguities.length; i++) {
            result.ambiguities[i] = Math.rint(search.unwrapped(lane, i) - result.phase[i] * INVERSE_TWO_PI);
        }
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean holds(int arc) {
        return arc >= first && arc < first + count && search.isSolved(arc - first) && estimate.isSolved(arc - first);
    }

    @Override
    public void copyUnwrapped(int epoch, double[] radians) {
        double[] unwrapped = search.unwrapped();
        int offset = epoch * LaneSearch.STRIDE;
        for (int l = 0; l < count; l++) {
            radians[l] = unwrapped[offset + l] * TWO_PI;
        }
    }
}
