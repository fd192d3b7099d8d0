package org.insardask.slc;

/**
 * Rebuilds the daughter from the mother and an interferogram.
 *
 * <p>No result, and 0 + 0j in the output, has a sample where the mother or the interferogram is 0 + 0j (SNAP's no-data) or not
 * finite, or where the quotient does not fit into a float. No output is NaN or infinite.
 *
 * <p>Implementations have no state and may be shared by threads.
 */
public abstract class SlcReconstruction {

    SlcReconstruction() {
    }

    /** The reconstruction of a convention. */
    public static SlcReconstruction of(Convention convention) {
        return switch (convention) {
            case SNAP -> new ConjugateRatio();
            case RATIO -> new FloatRatio();
        };
    }

    /**
     * Computes one daughter.
     *
     * @param mother   samples of the mother
     * @param ifg      samples of the interferogram
     * @param daughter receives the samples of the daughter; its arrays are none of the others
     * @param width    samples of a row
     * @param height   number of rows
     * @return how many samples have no result
     * @throws IllegalArgumentException if a window does not hold width x height samples
     */
    public final NoDataCounts reconstruct(ComplexWindow mother, ComplexWindow ifg, ComplexWindow daughter, int width, int height) {
        mother.requireHolds("mother", width, height);
        ifg.requireHolds("interferogram", width, height);
        daughter.requireHolds("daughter", width, height);
        NoDataCounts counts = NoDataCounts.NONE;
        for (int row = 0; row < height; row++) {
            int failed = row(mother, ifg, daughter, row, width);
            if (failed > 0) {
                counts = counts.plus(reasons(mother, ifg, row, width, failed));
            }
        }
        return counts;
    }

    /** Computes one row and returns the number of samples without a result. */
    abstract int row(ComplexWindow mother, ComplexWindow ifg, ComplexWindow daughter, int row, int width);

    /**
     * True for a sample that is finite and not 0, given re * re + im * im in double precision: that sum of squares of floats can
     * neither overflow nor underflow, and is NaN or infinite exactly where a part is.
     */
    static boolean isData(double squaredMagnitude) {
        return squaredMagnitude > 0 && squaredMagnitude <= Double.MAX_VALUE;
    }

    private static NoDataCounts reasons(ComplexWindow mother, ComplexWindow ifg, int row, int width, int failed) {
        int noMother = 0;
        int noIfg = 0;
        for (int k = 0; k < width; k++) {
            if (!isData(mother, row, k)) {
                noMother++;
            } else if (!isData(ifg, row, k)) {
                noIfg++;
            }
        }
        return new NoDataCounts(noMother, noIfg, failed - noMother - noIfg);
    }

    private static boolean isData(ComplexWindow window, int row, int k) {
        double re = window.re()[window.reIndex(row) + k];
        double im = window.im()[window.imIndex(row) + k];
        return isData(re * re + im * im);
    }
}
