package org.insardask.slc;

/** conj(ifg / mother), computed in double precision and rounded to single at the end: conj(ifg) * (mother / |mother|^2). */
final class ConjugateRow extends QuotientRow {

    /** A sum of two magnitudes below this is of two that are floats. */
    private static final double SURELY_FLOATS = Float.MAX_VALUE;

    /** The mother divided by her squared magnitude; NaN where she has no data. */
    private final double[] re;
    private final double[] im;

    ConjugateRow(int width) {
        re = new double[width];
        im = new double[width];
    }

    @Override
    void setMother(ComplexWindow mother, int row, int width) {
        float[] mre = mother.re();
        float[] mim = mother.im();
        int mr = mother.reIndex(row);
        int mi = mother.imIndex(row);
        for (int k = 0; k < width; k++) {
            double a = mre[mr + k];
            double b = mim[mi + k];
            double m2 = a * a + b * b;
            double scale = isData(m2) ? 1 / m2 : Double.NaN;
            re[k] = a * scale;
            im[k] = b * scale;
        }
    }

    @Override
    int divide(ComplexWindow ifg, ComplexWindow daughter, int row, int width) {
        float[] ire = ifg.re();
        float[] iim = ifg.im();
        float[] dre = daughter.re();
        float[] dim = daughter.im();
        int ir = ifg.reIndex(row);
        int ii = ifg.imIndex(row);
        int dr = daughter.reIndex(row);
        int di = daughter.imIndex(row);
        int failed = 0;
        for (int k = 0; k < width; k++) {
            double c = ire[ir + k];
            double d = iim[ii + k];
            double quotientRe = c * re[k] + d * im[k];
            double quotientIm = c * im[k] - d * re[k];
            double sum = Math.abs(quotientRe) + Math.abs(quotientIm);
            boolean surely = sum > 0 && sum <= SURELY_FLOATS;
            if (surely || isResult((float) quotientRe, (float) quotientIm, (float) c, (float) d)) {
                dre[dr + k] = (float) quotientRe;
                dim[di + k] = (float) quotientIm;
            } else {
                dre[dr + k] = 0f;
                dim[di + k] = 0f;
                failed++;
            }
        }
        return failed;
    }
}
