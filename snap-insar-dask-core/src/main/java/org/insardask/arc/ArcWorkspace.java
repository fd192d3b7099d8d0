package org.insardask.arc;

/** Scratch memory of an {@link ArcSolver} for one thread; made by {@link ArcSolver#newWorkspace()}. */
public final class ArcWorkspace {

    private final ArcModel model;
    private final boolean position;
    private final IntegerStep step;
    /** Null where the method has none. */
    private final LaneStep laneStep;
    private final NormalEquations normalEquations;
    private final ResidualStatistics residualStatistics;
    private final ArcResult result;
    private final double[] phaseBuffer;
    private final double[] heightBuffer;
    private final ArcResult.SeriesFiller laneSeries = this::fillLaneSeries;
    private ArcBatch batch;
    private int arc;

    ArcWorkspace(ArcModel model, IntegerStep step, LaneStep laneStep) {
        this.model = model;
        this.position = model.dependsOnPosition();
        this.step = step;
        this.laneStep = laneStep;
        this.normalEquations = new NormalEquations(model);
        this.residualStatistics = new ResidualStatistics(model);
        this.result = new ArcResult(model);
        this.phaseBuffer = new double[model.epochs()];
        this.heightBuffer = new double[model.epochs()];
        model.fillDesign(heightBuffer, result.design);
    }

    /** Returns the result of the last arc. */
    public ArcResult result() {
        return result;
    }

    double[] phaseBuffer() {
        return phaseBuffer;
    }

    double[] heightBuffer() {
        return heightBuffer;
    }

    IntegerStep step() {
        return step;
    }

    LaneStep laneStep() {
        return laneStep;
    }

    NormalEquations normalEquations() {
        return normalEquations;
    }

    ResidualStatistics residualStatistics() {
        return residualStatistics;
    }

    /** Takes an arc that was solved in a lane, its series to be filled when they are asked for. */
    void takeLane(ArcBatch newBatch, int newArc) {
        batch = newBatch;
        arc = newArc;
        result.clear(0);
        laneStep.take(arc - laneStep.first(), result);
        result.fillLater(laneSeries);
    }

    private void fillLaneSeries() {
        batch.read(arc, phaseBuffer, heightBuffer);
        load(phaseBuffer, heightBuffer);
        if (result.has(ArcFlag.SOLVED)) {
            laneStep.fillAmbiguities(arc - laneStep.first(), result);
        }
    }

    /** Copies the inputs of an arc and finds its valid epochs. */
    void load(double[] phase, double[] heightToPhase) {
        int n = model.epochs();
        if (position) {
            model.updateDesign(heightToPhase, result.design);
        }
        int count = 0;
        for (int i = 0; i < n; i++) {
            result.phase[i] = phase[i];
            boolean valid = isFinite(phase[i]) && (!position || isFinite(heightToPhase[i]));
            result.used[i] = valid;
            if (valid) {
                count++;
            }
        }
        result.epochsUsed = count;
    }

    private static boolean isFinite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE;
    }
}
