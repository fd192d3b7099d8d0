package org.insardask.arc;

import org.insardask.ils.CloseVectorPlan;
import org.insardask.ils.EpochOrder;
import org.insardask.ils.IlsStatus;
import org.insardask.ils.IntegerBootstrapping;
import org.insardask.ils.IntegerRounding;
import org.insardask.ils.LaneSearch;
import org.insardask.ils.PartialAmbiguityResolution;
import org.insardask.ils.SearchOptions;
import org.insardask.ils.StructuredModel;

/**
 * Unwraps arcs and estimates their parameters. The plan is immutable and shared by threads; each thread has an {@link ArcWorkspace}.
 *
 * <p>The integers come from the model with its priors (see {@link ArcMethod}); the final estimate is weighted least squares of the
 * unwrapped phase, b = (B^T D^-1 B)^-1 B^T D^-1 (phi + 2 pi a), with or without the prior as a further observation. Without it a
 * short series has a noisier, but unbiased estimate. The noise is the same at all epochs of an arc.
 *
 * <p>Results do not depend on which arcs were solved before, nor on the thread.
 */
public final class ArcSolver {

    /** The columns of arcs may be so much larger than those of the typical geometry for the plan of the second-best candidates to serve. */
    private static final double COLUMN_MARGIN = 1.1;

    private final ArcModel model;
    private final ArcOptions options;
    private final SearchOptions searchOptions;
    private final int[] order;
    private final CloseVectorPlan closeVectors;
    private final PeriodogramGrid grid;

    private ArcSolver(ArcModel model, ArcOptions options, SearchOptions searchOptions, int[] order, CloseVectorPlan closeVectors,
            PeriodogramGrid grid) {
        this.model = model;
        this.options = options;
        this.searchOptions = searchOptions;
        this.order = order;
        this.closeVectors = closeVectors;
        this.grid = grid;
    }

    /**
     * Makes a plan. The typical geometry sets only the order of the search, which all arcs share; it has no influence on which integers
     * are best, but on the time to find them, and on the success rate, which is that of the first leaf in this order.
     *
     * @param model what is estimated
     * @param options how
     * @param typicalHeightToPhase height to phase of a typical arc, n elements (m/m); may be null where no term depends on it
     *     it also sets the first step of the periodogram
     * @param typicalSigma standard deviation of the phase of a typical arc (rad), above 0
     */
    public static ArcSolver prepare(ArcModel model, ArcOptions options, double[] typicalHeightToPhase, double typicalSigma) {
        if (!(typicalSigma > 0.0)) {
            throw new IllegalArgumentException("The typical phase sigma is " + typicalSigma + " rad, expected a positive number");
        }
        int n = model.epochs();
        int k = model.parameters();
        SearchOptions search = new SearchOptions(options.maxNodes(), options.missProbability(), proves(options.method()),
                options.minSearchSuccess(), n);
        double[] priorSigma = new double[k];
        for (int c = 0; c < k; c++) {
            priorSigma[c] = model.priorSigma(c);
        }
        double[] design = new double[n * k];
        model.fillDesign(finite(typicalHeightToPhase), design);
        StructuredModel structured = new StructuredModel(n, k);
        structured.setDesign(design, priorSigma);
        structured.setSigma(typicalSigma);
        PeriodogramGrid grid = options.method() == ArcMethod.PERIODOGRAM ? PeriodogramGrid.of(model, design) : null;
        int[] order = EpochOrder.bySmallestVariance(structured);
        return new ArcSolver(model, options, search, order, closeVectors(model, options, order, design), grid);
    }

    /** Returns a plan for the second-best candidates, null where they are not looked for or have to be exact. */
    private static CloseVectorPlan closeVectors(ArcModel model, ArcOptions options, int[] order, double[] design) {
        boolean leastSquares = options.method() == ArcMethod.ILS || options.method() == ArcMethod.STRUCTURED;
        if (!leastSquares || !options.normRatio() || options.missProbability() == 0.0) {
            return null;
        }
        double[] priorSigma = new double[model.parameters()];
        for (int c = 0; c < priorSigma.length; c++) {
            priorSigma[c] = model.priorSigma(c) * (model.term(c).dependsOnPosition() ? COLUMN_MARGIN : 1.0);
        }
        return new CloseVectorPlan(design, priorSigma, order, options.missProbability());
    }

    private static boolean proves(ArcMethod method) {
        return method == ArcMethod.ILS || method == ArcMethod.ILS_RATIO_TEST;
    }

    private static double[] finite(double[] values) {
        double[] copy = values == null ? null : values.clone();
        for (int i = 0; copy != null && i < copy.length; i++) {
            copy[i] = Double.isFinite(copy[i]) ? copy[i] : 0.0;
        }
        return copy;
    }

    /** Returns the model. */
    public ArcModel model() {
        return model;
    }

    /** Returns the options. */
    public ArcOptions options() {
        return options;
    }

    /** Returns new scratch memory for one thread. */
    public ArcWorkspace newWorkspace() {
        return new ArcWorkspace(model, newStep(), LaneStep.of(model, closeVectors, searchOptions, options.priorInEstimate()));
    }

    private IntegerStep newStep() {
        int n = model.epochs();
        return switch (options.method()) {
            case ILS, STRUCTURED -> new StructuredStep(model, order, searchOptions, options.normRatio() ? 2 : 1,
                    closeVectors);
            case ILS_RATIO_TEST -> new RatioTestStep(new StructuredStep(model, order, searchOptions, 2, null), options.ratioRule());
            case PAR -> new DecorrelatedStep(model,
                    new PartialAmbiguityResolution(n, 1, options.minSuccessRate(), options.maxNodes()));
            case PERIODOGRAM -> new PeriodogramStep(model, grid);
            case BOOTSTRAPPING -> new DecorrelatedStep(model, new IntegerBootstrapping(n));
            case ROUNDING -> new DecorrelatedStep(model, new IntegerRounding(n));
        };
    }

    /**
     * Solves one arc.
     *
     * @param phase n wrapped double differences (rad), NaN where the epoch is missing; not modified
     * @param heightToPhase n elements (m/m), NaN where the epoch is to be left out; not read where no term depends on it; not modified
     * @param sigma standard deviation of the phase (rad)
     * @param workspace of this solver and this thread
     * @return the result in the workspace, overwritten by the next call
     */
    public ArcResult solve(double[] phase, double[] heightToPhase, double sigma, ArcWorkspace workspace) {
        LaneStep lanes = workspace.laneStep();
        if (lanes != null) {
            lanes.solve(phase, heightToPhase, sigma);
        }
        if (lanes == null || !lanes.isSolved(0)) {
            return solveAlone(phase, heightToPhase, sigma, workspace);
        }
        ArcResult result = workspace.result();
        result.clear(0);
        workspace.load(phase, heightToPhase);
        lanes.take(0, result);
        if (result.has(ArcFlag.SOLVED)) {
            lanes.fillAmbiguities(0, result);
        }
        return result;
    }

    /** Solves an arc that is not solved in a lane. */
    private ArcResult solveAlone(double[] phase, double[] heightToPhase, double sigma, ArcWorkspace workspace) {
        ArcResult result = workspace.result();
        result.clear(0);
        workspace.load(phase, heightToPhase);
        if (result.epochsUsed == 0 || !(sigma > 0.0 && sigma < Double.POSITIVE_INFINITY)) {
            result.status = ArcFlag.NO_DATA.mask();
        } else if (result.epochsUsed <= model.parameters()) {
            result.status = ArcFlag.TOO_FEW_EPOCHS.mask();
        } else {
            unwrap(result, sigma, workspace);
        }
        return result;
    }

    private void unwrap(ArcResult result, double sigma, ArcWorkspace workspace) {
        result.fixedCount = result.epochsUsed;
        IlsStatus fixed = workspace.step().fix(result, sigma);
        if (fixed == IlsStatus.REJECTED) {
            reject(result);
        } else if (result.fixedCount < result.epochsUsed) {
            estimatePartly(result, sigma, workspace);
        } else if (Double.isNaN(result.norm)) {
            result.clear(fixed == IlsStatus.NODE_LIMIT ? ArcFlag.NODE_LIMIT.mask() : ArcFlag.NUMERICAL_FAILURE.mask());
        } else {
            estimate(result, fixed, sigma, workspace);
        }
    }

    private void estimate(ArcResult result, IlsStatus fixed, double sigma, ArcWorkspace workspace) {
        if (workspace.normalEquations().estimate(result, sigma, options.priorInEstimate())) {
            result.status = statusOf(fixed);
            workspace.residualStatistics().compute(result, sigma);
        } else {
            result.clear(ArcFlag.NUMERICAL_FAILURE.mask());
        }
    }

    /** Nothing stays but what the test was made with. */
    private static void reject(ArcResult result) {
        double norm = result.norm;
        double normRatio = result.normRatio;
        double successRate = result.successRate;
        long nodes = result.nodes;
        result.clear(ArcFlag.RATIO_TEST_REJECTED.mask());
        result.norm = norm;
        result.normRatio = normRatio;
        result.successRate = successRate;
        result.nodes = nodes;
    }

    /**
     * The estimate given the fixed ambiguities and the prior. The other ambiguities are the conditional means given the fixed ones, and
     * least squares with the prior is linear in them, so that it gives the conditional mean of the parameters.
     */
    private static void estimatePartly(ArcResult result, double sigma, ArcWorkspace workspace) {
        if (result.fixedCount == 0) {
            result.clear(ArcFlag.PARTLY_FIXED.mask());
        } else if (!workspace.normalEquations().estimate(result, sigma, true)) {
            result.clear(ArcFlag.NUMERICAL_FAILURE.mask());
        } else {
            workspace.step().writePartialCovariance(result);
            result.status = ArcFlag.PARTLY_FIXED.mask();
        }
    }

    private static int statusOf(IlsStatus fixed) {
        return switch (fixed) {
            case SOLVED -> ArcFlag.SOLVED.mask();
            case NOT_PROVEN -> ArcFlag.SOLVED.mask() | ArcFlag.NOT_PROVEN.mask();
            case NODE_LIMIT -> ArcFlag.NODE_LIMIT.mask();
            case MODEL_REJECTED -> ArcFlag.MODEL_REJECTED.mask();
            case HOPELESS -> ArcFlag.HOPELESS.mask();
            case REJECTED -> ArcFlag.RATIO_TEST_REJECTED.mask();
            case NOT_POSITIVE_DEFINITE, INTEGER_OVERFLOW -> ArcFlag.NUMERICAL_FAILURE.mask();
        };
    }

    /**
     * Solves some arcs of a batch, such as the pixels of a tile.
     *
     * @param batch the arcs; not modified
     * @param from first arc
     * @param to arc after the last
     * @param sink takes each result in turn
     * @param workspace of this solver and this thread
     */
    public void solveAll(ArcBatch batch, int from, int to, ArcSink sink, ArcWorkspace workspace) {
        LaneStep lanes = workspace.laneStep();
        for (int first = from; first < to; first += LaneSearch.LANES) {
            int count = Math.min(LaneSearch.LANES, to - first);
            if (lanes != null) {
                lanes.solve(batch, first, count);
                sink.acceptSeries(lanes);
            }
            for (int arc = first; arc < first + count; arc++) {
                sink.accept(arc, solve(batch, arc, workspace));
            }
        }
    }

    /** Solves an arc, or takes it from the lanes, which hold it. */
    private ArcResult solve(ArcBatch batch, int arc, ArcWorkspace workspace) {
        LaneStep lanes = workspace.laneStep();
        if (lanes != null && lanes.isSolved(arc - lanes.first())) {
            workspace.takeLane(batch, arc);
            return workspace.result();
        }
        batch.read(arc, workspace.phaseBuffer(), workspace.heightBuffer());
        return solveAlone(workspace.phaseBuffer(), workspace.heightBuffer(), batch.sigma(arc), workspace);
    }
}
