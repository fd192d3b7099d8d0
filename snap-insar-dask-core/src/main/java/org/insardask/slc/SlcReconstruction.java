package org.insardask.slc;

import java.util.List;

/**
 * Rebuilds daughters from the mother and interferograms, in one pass over the rows.
 *
 * <p>No result, and 0 + 0j in the output, has a sample where the mother or the interferogram is 0 + 0j (SNAP's no-data) or not
 * finite, or where the quotient does not fit into a float. No output is NaN or infinite.
 *
 * <p>Immutable; may be shared by threads.
 */
public final class SlcReconstruction {

    private final Convention convention;

    private SlcReconstruction(Convention convention) {
        this.convention = convention;
    }

    /** The reconstruction of a convention. */
    public static SlcReconstruction of(Convention convention) {
        return new SlcReconstruction(convention);
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
    public NoDataCounts reconstruct(ComplexWindow mother, ComplexWindow ifg, ComplexWindow daughter, int width, int height) {
        return reconstruct(mother, List.of(ifg), List.of(daughter), width, height);
    }

    /**
     * Computes all daughters of a mother.
     *
     * @param mother    samples of the mother
     * @param ifgs      samples of the interferograms
     * @param daughters receive the samples of the daughters, as many as there are interferograms; their arrays are none of the others
     * @param width     samples of a row
     * @param height    number of rows
     * @return how many samples of all daughters have no result
     * @throws IllegalArgumentException if a window does not hold width x height samples, or the lists are not of one length
     */
    public NoDataCounts reconstruct(ComplexWindow mother, List<ComplexWindow> ifgs, List<ComplexWindow> daughters, int width,
            int height) {
        if (ifgs.size() != daughters.size()) {
            throw new IllegalArgumentException(ifgs.size() + " interferograms for " + daughters.size() + " daughters");
        }
        mother.requireHolds("mother", width, height);
        ifgs.forEach(ifg -> ifg.requireHolds("interferogram", width, height));
        daughters.forEach(daughter -> daughter.requireHolds("daughter", width, height));
        QuotientRow quotient = quotientRow(width);
        NoDataCounts counts = NoDataCounts.NONE;
        for (int row = 0; row < height; row++) {
            quotient.setMother(mother, row, width);
            for (int k = 0; k < ifgs.size(); k++) {
                int failed = quotient.divide(ifgs.get(k), daughters.get(k), row, width);
                if (failed > 0) {
                    counts = counts.plus(reasons(mother, ifgs.get(k), row, width, failed));
                }
            }
        }
        return counts;
    }

    private QuotientRow quotientRow(int width) {
        return switch (convention) {
            case SNAP -> new ConjugateRow(width);
            case RATIO -> new RatioRow(width);
        };
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
        return QuotientRow.isData(re * re + im * im);
    }
}
