package org.insardask.arc;

import java.util.Arrays;
import org.insardask.ils.IlsStatus;

/**
 * Integers from the periodogram: the parameters with the largest |mean exp(j (phi - B b))| (without an offset in the model, its real part),
 * on a grid, then around the best cell with a third of the step, three steps to each side, until a step changes the phases by
 * less than 0.01 rad. The offset is the angle of the sum. Then the integers that bring the phase next to this model.
 *
 * <p>The design is the arc's own; the grid is the same for all arcs. Instead of sines and cosines in every cell the phasors of an epoch are
 * turned by a constant from cell to cell. Cost: epochs times cells. The norm is that of the residuals alone; there is no
 * success rate.
 *
 * <p>Source: Ferretti, Prati and Rocca (2001), doi:10.1109/36.898661; van Leijen (2014), eq. 4.55,
 * doi:10.4233/uuid:5dba48d7-ee26-4449-b674-caa8df93e71e, who divides steps by ten.
 */
final class PeriodogramStep implements IntegerStep {

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final int FINER_ROUNDS = 4;
    private static final int FINER_HALF = 3;

    private final PeriodogramGrid grid;
    private final int k;
    private final int dimensions;
    private final int[] epochs;
    private final double[] centre;
    private final double[] step;
    private final int[] half;
    private final int[] cell;
    private final int[] bestCell;
    private final Phasors base;
    private final Phasors[] current;
    private final Phasors[] turn;
    private int count;
    private double best;
    private double bestReal;
    private double bestImaginary;
    private long cells;

    PeriodogramStep(ArcModel model, PeriodogramGrid grid) {
        int n = model.epochs();
        this.grid = grid;
        this.k = model.parameters();
        this.dimensions = grid.dimensions();
        this.epochs = new int[n];
        this.centre = new double[dimensions];
        this.step = new double[dimensions];
        this.half = new int[dimensions];
        this.cell = new int[dimensions];
        this.bestCell = new int[dimensions];
        this.base = new Phasors(n);
        this.current = new Phasors[dimensions];
        this.turn = new Phasors[dimensions];
        for (int d = 0; d < dimensions; d++) {
            current[d] = new Phasors(n);
            turn[d] = new Phasors(n);
        }
    }

    @Override
    public IlsStatus fix(ArcResult result, double sigma) {
        start(result);
        search(result);
        for (int round = 0; round < FINER_ROUNDS && dimensions > 0; round++) {
            for (int d = 0; d < dimensions; d++) {
                step[d] /= 3.0;
                half[d] = FINER_HALF;
            }
            search(result);
        }
        result.nodes = cells;
        return write(result, sigma);
    }

    private void start(ArcResult result) {
        count = 0;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                epochs[count++] = i;
            }
        }
        Arrays.fill(centre, 0.0);
        for (int d = 0; d < dimensions; d++) {
            step[d] = grid.step(d);
            half[d] = grid.half(d);
        }
        cells = 0L;
    }

    /** Searches the grid around the centre, and moves the centre to the best cell. */
    private void search(ArcResult result) {
        best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int row = epochs[i] * k;
            double corner = result.phase[epochs[i]];
            for (int d = 0; d < dimensions; d++) {
                double coefficient = result.design[row + grid.column(d)];
                corner -= coefficient * (centre[d] - half[d] * step[d]);
                turn[d].setAngle(i, -coefficient * step[d]);
            }
            base.setAngle(i, corner);
        }
        scan(0, base);
        for (int d = 0; d < dimensions; d++) {
            centre[d] += (bestCell[d] - half[d]) * step[d];
        }
    }

    /** Visits all cells of the dimensions from d on; the phasors are those of their first cell. */
    private void scan(int d, Phasors first) {
        if (d == dimensions) {
            first.sum(count);
            take(first);
            return;
        }
        Phasors phasors = current[d];
        phasors.copy(first, count);
        int last = 2 * half[d];
        for (int i = 0; i <= last; i++) {
            cell[d] = i;
            if (d + 1 < dimensions) {
                scan(d + 1, phasors);
                phasors.turn(turn[d], count);
            } else {
                phasors.sumAndTurn(turn[d], count);
                take(phasors);
            }
        }
    }

    private void take(Phasors summed) {
        cells++;
        double re = summed.sumReal();
        double im = summed.sumImaginary();
        double value = grid.hasOffset() ? re * re + im * im : re;
        if (value > best) {
            best = value;
            bestReal = re;
            bestImaginary = im;
            System.arraycopy(cell, 0, bestCell, 0, dimensions);
        }
    }

    private IlsStatus write(ArcResult result, double sigma) {
        double offset = grid.hasOffset() ? Angles.angle(bestImaginary, bestReal) : 0.0;
        double squares = 0.0;
        for (int i = 0; i < count; i++) {
            int epoch = epochs[i];
            double model = offset;
            for (int d = 0; d < dimensions; d++) {
                model += result.design[epoch * k + grid.column(d)] * centre[d];
            }
            double difference = model - result.phase[epoch];
            double integer = Math.rint(difference / TWO_PI);
            double residual = difference - TWO_PI * integer;
            result.ambiguities[epoch] = integer + 0.0;
            squares += residual * residual;
        }
        result.norm = squares / (sigma * sigma);
        return Math.abs(squares) <= Double.MAX_VALUE ? IlsStatus.SOLVED : IlsStatus.INTEGER_OVERFLOW;
    }
}
