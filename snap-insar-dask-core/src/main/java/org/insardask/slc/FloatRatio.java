package org.insardask.slc;

/**
 * ifg / mother in single precision by Smith's method (R. L. Smith, Algorithm 116: Complex division, 1962, doi:10.1145/368637.368661),
 * with the order of operations of numpy's complex64 division, so that the bits are those of {@code ifg / mother} in numpy.
 * Where that has no finite result, the sample has none.
 */
final class FloatRatio extends SlcReconstruction {

    @Override
    int row(ComplexWindow mother, ComplexWindow ifg, ComplexWindow daughter, int row, int width) {
        float[] mre = mother.re();
        float[] mim = mother.im();
        float[] ire = ifg.re();
        float[] iim = ifg.im();
        float[] dre = daughter.re();
        float[] dim = daughter.im();
        int mr = mother.reIndex(row);
        int mi = mother.imIndex(row);
        int ir = ifg.reIndex(row);
        int ii = ifg.imIndex(row);
        int dr = daughter.reIndex(row);
        int di = daughter.imIndex(row);
        int failed = 0;
        for (int k = 0; k < width; k++) {
            float a = mre[mr + k];
            float b = mim[mi + k];
            float c = ire[ir + k];
            float d = iim[ii + k];
            float re;
            float im;
            if (Math.abs(a) >= Math.abs(b)) {
                float ratio = b / a;
                float scale = 1f / (a + b * ratio);
                re = (c + d * ratio) * scale;
                im = (d - c * ratio) * scale;
            } else {
                float ratio = a / b;
                float scale = 1f / (b + a * ratio);
                re = (c * ratio + d) * scale;
                im = (d * ratio - c) * scale;
            }
            boolean good = isData((double) a * a + (double) b * b) && isData((double) c * c + (double) d * d)
                    && Math.abs(re) <= Float.MAX_VALUE && Math.abs(im) <= Float.MAX_VALUE;
            dre[dr + k] = good ? re : 0f;
            dim[di + k] = good ? im : 0f;
            failed += good ? 0 : 1;
        }
        return failed;
    }
}
