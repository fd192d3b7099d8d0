package org.insardask.arc;

/**
 * The grid on which the periodogram looks for the largest coherence: up to three terms beside the offset, within three prior standard
 * deviations. A step changes the phases of a typical arc by half a radian (RMS), a fraction of the width of a peak. Immutable.
 */
final class PeriodogramGrid {

    static final int MOST_TERMS = 3;
    private static final double REACH = 3.0;
    private static final double STEP_RADIANS = 0.5;
    private static final double MOST_CELLS = 1.0e7;

    private final boolean offset;
    private final int[] columns;
    private final double[] step;
    private final int[] half;

    private PeriodogramGrid(boolean offset, int[] columns, double[] step, int[] half) {
        this.offset = offset;
        this.columns = columns;
        this.step = step;
        this.half = half;
    }

    /**
     * Makes the grid of a model.
     *
     * @param design n x k of a typical arc (rad per unit)
     * @throws IllegalArgumentException where there are too many terms, or too many cells for the priors
     */
    static PeriodogramGrid of(ArcModel model, double[] design) {
        int offsetColumn = model.indexOf(ArcTerm.OFFSET);
        int count = model.parameters() - (offsetColumn < 0 ? 0 : 1);
        if (count > MOST_TERMS) {
            throw new IllegalArgumentException("The periodogram searches " + MOST_TERMS + " terms at most beside the offset, not " + count);
        }
        int[] columns = new int[count];
        double[] step = new double[count];
        int[] half = new int[count];
        double cells = 1.0;
        int place = 0;
        for (int c = 0; c < model.parameters(); c++) {
            if (c != offsetColumn) {
                double reach = REACH * model.priorSigma(c);
                columns[place] = c;
                step[place] = Math.min(reach, STEP_RADIANS / spread(model, design, c, offsetColumn >= 0));
                half[place] = (int) Math.min(MOST_CELLS, Math.ceil(reach / step[place]));
                cells *= 2.0 * half[place] + 1.0;
                place++;
            }
        }
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("The periodogram would search " + cells + " cells an arc, expected at most " + MOST_CELLS
                    + ": smaller prior standard deviations");
        }
        return new PeriodogramGrid(offsetColumn >= 0, columns, step, half);
    }

    /** Root mean square of a column, about its mean where the model has an offset. */
    private static double spread(ArcModel model, double[] design, int c, boolean aboutMean) {
        int n = model.epochs();
        int k = model.parameters();
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < n; i++) {
            sum += design[i * k + c];
            squares += design[i * k + c] * design[i * k + c];
        }
        double mean = aboutMean ? sum / n : 0.0;
        return Math.sqrt(Math.max(0.0, squares / n - mean * mean));
    }

    /** Returns whether the phase of the sum is free. */
    boolean hasOffset() {
        return offset;
    }

    /** Returns the number of terms that are searched. */
    int dimensions() {
        return columns.length;
    }

    /** Returns the column of the design of a searched term. */
    int column(int dimension) {
        return columns[dimension];
    }

    /** Returns the step of the first round (unit of the term). */
    double step(int dimension) {
        return step[dimension];
    }

    /** Returns the number of steps to each side in the first round. */
    int half(int dimension) {
        return half[dimension];
    }
}
