package org.insardask.slc;

/**
 * Divides rows of interferograms by one row of the mother. What depends on the mother alone is computed once for all interferograms.
 * One for each call; not for several threads.
 */
abstract class QuotientRow {

    /** Takes a row of the mother. */
    abstract void setMother(ComplexWindow mother, int row, int width);

    /** Computes a row of a daughter and returns the number of samples without a result, which are 0. */
    abstract int divide(ComplexWindow ifg, ComplexWindow daughter, int row, int width);

    /**
     * True for a sample that is finite and not 0, given re * re + im * im in double precision: that sum of squares of floats can
     * neither overflow nor underflow, and is NaN or infinite exactly where a part is.
     */
    static boolean isData(double squaredMagnitude) {
        return squaredMagnitude > 0 && squaredMagnitude <= Double.MAX_VALUE;
    }

    /**
     * True for a quotient that is finite, of an interferogram that is not 0. It is not finite where the interferogram is not, and where
     * the mother is no data, because its scale is NaN then.
     */
    static boolean isResult(float re, float im, float ifgRe, float ifgIm) {
        return Math.abs(re) <= Float.MAX_VALUE && Math.abs(im) <= Float.MAX_VALUE && (ifgRe != 0f || ifgIm != 0f);
    }
}
