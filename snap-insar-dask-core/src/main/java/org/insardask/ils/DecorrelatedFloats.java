package org.insardask.ils;

/** Scratch memory that brings float vectors into the decorrelated space, and integers back. */
final class DecorrelatedFloats {

    private final double[] shift;
    private final double[] zHat;
    private Decorrelation decorrelation;

    DecorrelatedFloats(int capacity) {
        shift = new double[capacity];
        zHat = new double[capacity];
    }

    /**
     * Splits off the integer parts, so that the rest stays small, and transforms the rest: zHat = Z^T (aHat - shift).
     *
     * @return the status of the decorrelation
     */
    IlsStatus enter(Decorrelation newDecorrelation, double[] aHat, AmbiguitySolution solution) {
        decorrelation = newDecorrelation;
        int n = decorrelation.size();
        if (aHat.length < n || zHat.length < n) {
            throw new IllegalArgumentException("The covariance has " + n + " ambiguities, but there are " + aHat.length
                    + " float values and room for " + zHat.length);
        }
        solution.clear(n);
        if (decorrelation.status() != IlsStatus.SOLVED) {
            return decorrelation.status();
        }
        for (int i = 0; i < n; i++) {
            // towards zero; adding 0.0 turns -0.0 into 0.0
            shift[i] = (aHat[i] < 0.0 ? Math.ceil(aHat[i]) : Math.floor(aHat[i])) + 0.0;
        }
        decorrelation.transform(aHat, shift, zHat);
        return IlsStatus.SOLVED;
    }

    double[] zHat() {
        return zHat;
    }

    /** Adds z, brought back, to the solution; false where integers are too large. */
    boolean leave(double[] z, int offset, double norm, AmbiguitySolution solution) {
        boolean exact = decorrelation.transformBack(z, offset, shift, solution.values(), solution.nextOffset());
        solution.add(norm);
        return exact;
    }

    /** Adds all candidates of a search over all components. */
    IlsStatus leaveAll(CandidateList candidates, IlsStatus searched, AmbiguitySolution solution) {
        boolean exact = true;
        for (int i = 0; i < candidates.count(); i++) {
            exact &= leave(candidates.vectors(), candidates.offset(i), candidates.norm(i), solution);
        }
        return exact ? searched : IlsStatus.INTEGER_OVERFLOW;
    }
}
