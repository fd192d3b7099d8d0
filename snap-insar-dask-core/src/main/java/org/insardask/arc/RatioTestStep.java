package org.insardask.arc;

import org.insardask.ils.IlsStatus;

/** Integer least squares by the structured search, then the ratio test. */
final class RatioTestStep implements IntegerStep {

    private final StructuredStep leastSquares;
    private final RatioRule rule;

    RatioTestStep(StructuredStep leastSquares, RatioRule rule) {
        this.leastSquares = leastSquares;
        this.rule = rule;
    }

    @Override
    public IlsStatus fix(ArcResult result, double sigma) {
        IlsStatus status = leastSquares.fix(result, sigma);
        boolean accepted = result.normRatio <= rule.of(result.epochsUsed, result.successRate);
        return status.isSolved() && !accepted ? IlsStatus.REJECTED : status;
    }
}
