package org.insardask.slc;

/**
 * ifg / mother in single precision by Smith's method (R. L. Smith, Algorithm 116: Complex division, 1962, doi:10.1145/368637.368661),
 * with the order of operations of numpy's complex64 division, so that the bits are those of {@code ifg / mother} in numpy.
 * Where that has no finite result, the sample has none.
 *
 * <p>With mother = a + bj the method divides the smaller part by the larger one. Here the larger part has the weight 1 and the smaller
 * one that ratio; a product with 1 is exact, so that both cases are one formula.
 */
final class RatioRow extends QuotientRow {

    private final float[] weightRe;
    private final float[] weightIm;
    private final float[] scale;

    RatioRow(int width) {
        weightRe = new float[width];
        weightIm = new float[width];
        scale = new float[width];
    }

    @Override
    void setMother(ComplexWindow mother, int row, int width) {
        float[] mre = mother.re();
        float[] mim = mother.im();
        int mr = mother.reIndex(row);
        int mi = mother.imIndex(row);
        for (int k = 0; k < width; k++) {
            float a = mre[mr + k];
            float b = mim[mi + k];
            boolean realIsLarger = Math.abs(a) >= Math.abs(b);
            float ratio = realIsLarger ? b / a : a / b;
            float divisor = realIsLarger ? a + b * ratio : b + a * ratio;
            weightRe[k] = realIsLarger ? 1f : ratio;
            weightIm[k] = realIsLarger ? ratio : 1f;
            scale[k] = isData((double) a * a + (double) b * b) ? 1f / divisor : Float.NaN;
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
            float c = ire[ir + k];
            float d = iim[ii + k];
            float wre = weightRe[k];
            float wim = weightIm[k];
            float re = (c * wre + d * wim) * scale[k];
            float im = (d * wre - c * wim) * scale[k];
            if (isResult(re, im, c, d)) {
                dre[dr + k] = re;
                dim[di + k] = im;
            } else {
                dre[dr + k] = 0f;
                dim[di + k] = 0f;
                failed++;
            }
        }
        return failed;
    }
}
