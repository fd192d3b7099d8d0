package org.insardask.slc;

/**
 * conj(ifg / mother), computed in double precision and rounded once: conj(ifg) * mother / |mother|^2.
 */
final class ConjugateRatio extends SlcReconstruction {

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
            double a = mre[mr + k];
            double b = mim[mi + k];
            double c = ire[ir + k];
            double d = iim[ii + k];
            double m2 = a * a + b * b;
            double scale = 1 / m2;
            float re = (float) ((c * a + d * b) * scale);
            float im = (float) ((c * b - d * a) * scale);
            boolean good = isData(m2) && isData(c * c + d * d) && Math.abs(re) <= Float.MAX_VALUE && Math.abs(im) <= Float.MAX_VALUE;
            dre[dr + k] = good ? re : 0f;
            dim[di + k] = good ? im : 0f;
            failed += good ? 0 : 1;
        }
        return failed;
    }
}
