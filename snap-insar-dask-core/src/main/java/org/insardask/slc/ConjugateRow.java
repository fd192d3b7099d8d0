package org.insardask.slc;

/** conj(ifg / mother), computed in double precision and rounded once: conj(ifg) * mother / |mother|^2. */
final class ConjugateRow extends QuotientRow {

    private final double[] re;
    private final double[] im;
    private final double[] scale;

    ConjugateRow(int width) {
        re = new double[width];
        im = new double[width];
        scale = new double[width];
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
            re[k] = a;
            im[k] = b;
            scale[k] = isData(m2) ? 1 / m2 : Double.NaN;
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
            float ifgRe = ire[ir + k];
            float ifgIm = iim[ii + k];
            double c = ifgRe;
            double d = ifgIm;
            double a = re[k];
            double b = im[k];
            double s = scale[k];
            float quotientRe = (float) ((c * a + d * b) * s);
            float quotientIm = (float) ((c * b - d * a) * s);
            if (isResult(quotientRe, quotientIm, ifgRe, ifgIm)) {
                dre[dr + k] = quotientRe;
                dim[di + k] = quotientIm;
            } else {
                dre[dr + k] = 0f;
                dim[di + k] = 0f;
                failed++;
            }
        }
        return failed;
    }
}
