package org.insardask.arc;

import org.insardask.ils.CloseVectorPlan;
import org.insardask.ils.IlsStatus;
import org.insardask.ils.SearchOptions;
import org.insardask.ils.StructuredGains;
import org.insardask.ils.StructuredModel;
import org.insardask.ils.StructuredSearch;

/** Integer least squares by the structured search, in an order of epochs that all arcs share. */
final class StructuredStep implements IntegerStep {

    private final int[] sharedOrder;
    private final double[] priorSigma;
    private final SearchOptions options;
    private final int candidates;
    private final GeometryCache cache;
    private final StructuredModel model;
    private final StructuredGains gains;
    private final StructuredSearch search;
    private final int[] order;

    /** A plan for the second-best candidate may be null. */
    StructuredStep(ArcModel arcModel, int[] sharedOrder, SearchOptions options, int candidates, CloseVectorPlan plan) {
        int n = arcModel.epochs();
        int k = arcModel.parameters();
        this.sharedOrder = sharedOrder;
        this.options = options;
        this.candidates = candidates;
        this.priorSigma = new double[k];
        for (int c = 0; c < k; c++) {
            priorSigma[c] = arcModel.priorSigma(c);
        }
        this.cache = new GeometryCache(arcModel);
        this.model = new StructuredModel(n, k);
        this.gains = new StructuredGains(n, k);
        this.search = new StructuredSearch(n, k, candidates, plan);
        this.order = new int[n];
    }

    @Override
    public IlsStatus fix(ArcResult result, double sigma) {
        if (!cache.repeats(result, sigma)) {
            model.setDesign(result.design, priorSigma);
            model.setSigma(sigma);
            gains.compute(model, order, orderOfUsed(result));
            gains.computeSuccessRate();
        }
        if (gains.size() == 0) {
            return IlsStatus.NOT_POSITIVE_DEFINITE;
        }
        IlsStatus status = search.search(gains, result.phase, candidates, options);
        result.nodes = search.nodes();
        result.successRate = gains.successRate();
        if (search.candidates() > 0) {
            search.copyAmbiguities(0, result.ambiguities);
            result.norm = search.norm(0);
        }
        if (search.candidates() > 1) {
            result.normRatio = search.norm(0) / search.norm(1);
        }
        return status;
    }

    private int orderOfUsed(ArcResult result) {
        int count = 0;
        for (int epoch : sharedOrder) {
            if (result.used[epoch]) {
                order[count++] = epoch;
            }
        }
        return count;
    }
}
