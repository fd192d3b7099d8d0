package org.insardask.arc;

import org.insardask.ils.CloseVectorPlan;
import org.insardask.ils.LaneSearch;
import org.insardask.ils.SearchOptions;

/**
 * Integer least squares of many arcs side by side, for models of four parameters of which at most one depends on the position. It
 * takes the arcs that have all epochs and are simple; see {@link LaneSearch}. For one thread.
 */
final class LaneStep {

    private static final int FOUR = 4;
    private static final double INVERSE_TWO_PI = 1.0 / (2.0 * Math.PI);

    private final ArcModel model;
    private final int column;
    private final LaneSearch search;

    private LaneStep(ArcModel model, int column, LaneSearch search) {
        this.model = model;
        this.column = column;
        this.search = search;
    }

    /** Returns a step, null where the model or the method are not for it. */
    static LaneStep of(ArcModel model, CloseVectorPlan plan, SearchOptions options) {
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
        if (plan == null || k != FOUR || own > 1) {
            return null;
        }
        double[] design = new double[model.epochs() * k];
        model.fillDesign(new double[model.epochs()], design);
        return new LaneStep(model, column, new LaneSearch(plan, column, design, priorSigma, options));
    }

    /** Solves some arcs of a batch, at most as many as there are lanes. */
    void solve(ArcBatch batch, int from, int count) {
        for (int i = 0; i < model.epochs(); i++) {
            for (int lane = 0; lane < count; lane++) {
                setEpoch(lane, i, batch.phase(i, from + lane), batch.heightToPhase(i, from + lane));
            }
        }
        for (int lane = 0; lane < count; lane++) {
            setSigma(lane, batch.sigma(from + lane));
        }
        search.solve(count);
    }

    /** Solves one arc in lane 0. */
    void solve(double[] phase, double[] heightToPhase, double sigma) {
        for (int i = 0; i < model.epochs(); i++) {
            setEpoch(0, i, phase[i], column < 0 ? 0.0 : heightToPhase[i]);
        }
        setSigma(0, sigma);
        search.solve(1);
    }

    private void setEpoch(int lane, int epoch, double phase, double heightToPhase) {
        search.setPhase(lane, epoch, phase);
        if (column >= 0) {
            search.setColumn(lane, epoch, model.coefficient(column, epoch, heightToPhase) * model.priorSigma(column));
        }
    }

    private void setSigma(int lane, double sigma) {
        search.setSigma(lane, sigma > 0.0 ? sigma : Double.NaN);
    }

    /** Writes what was found for a lane into a result whose phase is loaded; false where it was not solved. */
    boolean take(int lane, ArcResult result) {
        if (!search.isSolved(lane)) {
            return false;
        }
        for (int i = 0; i < result.ambiguities.length; i++) {
            result.ambiguities[i] = Math.rint(search.unwrapped(lane, i) - result.phase[i] * INVERSE_TWO_PI);
        }
        result.norm = search.norm(lane);
        result.normRatio = search.norm(lane) / search.secondNorm(lane);
        result.successRate = search.successRate(lane);
        result.nodes = 2L * model.epochs();
        return true;
    }
}
