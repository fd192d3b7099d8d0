package org.insardask.experiments;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcResult;
import org.insardask.arc.ArcSolver;
import org.insardask.arc.ArcWorkspace;

/**
 * Errors (RMS) of velocity, height and thermal expansion of simulated arcs without and with the prior in the final estimate; arcs with
 * wrong ambiguities count too. Parameters are drawn from the default prior, or twice as far, which the prior does not expect. Seeded.
 *
 * <p>Call: {@code ShortSeries [arcs]}.
 */
public final class ShortSeries {

    private static final int[] EPOCHS = {8, 12, 20, 30, 60, 100};
    private static final double SIGMA = 0.4;

    private final int arcs;

    private ShortSeries(int arcs) {
        this.arcs = arcs;
    }

    /** Writes a table to the standard output. */
    public static void main(String[] arguments) {
        int arcs = arguments.length == 0 ? 5000 : Integer.parseInt(arguments[0]);
        new ShortSeries(arcs).run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run(PrintStream out) {
        out.println("| n | truth | all right | velocity, WEIGHTED | WITH_PRIOR | height, WEIGHTED | WITH_PRIOR "
                + "| thermal, WEIGHTED | WITH_PRIOR |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (int n : EPOCHS) {
            out.println(line(n, "as the prior", 1.0));
            out.println(line(n, "twice as far", 2.0));
        }
    }

    private String line(int n, String name, double factor) {
        double[] drawn = new double[ArcFamily.DEFAULT.length];
        for (int c = 0; c < drawn.length; c++) {
            drawn[c] = factor * ArcFamily.DEFAULT[c];
        }
        ArcFamily truth = new ArcFamily(500L + n, n, ArcFamily.FOUR_TERMS, drawn);
        ArcFamily assumed = new ArcFamily(500L + n, n, ArcFamily.FOUR_TERMS, ArcFamily.DEFAULT);
        ArcSolver[] solvers = new ArcSolver[2];
        ArcWorkspace[] workspaces = new ArcWorkspace[2];
        for (int m = 0; m < 2; m++) {
            ArcOptions options = ArcOptions.of(ArcMethod.ILS).withPriorInEstimate(m == 1);
            solvers[m] = ArcSolver.prepare(assumed.model(), options, assumed.heightToPhase(), SIGMA);
            workspaces[m] = solvers[m].newWorkspace();
        }
        double[][] squares = new double[drawn.length][2];
        double[] ambiguities = new double[n];
        int right = 0;
        for (int arc = 0; arc < arcs; arc++) {
            truth.draw(SIGMA);
            for (int m = 0; m < 2; m++) {
                ArcResult result = solvers[m].solve(truth.phase(), truth.heightToPhase(), SIGMA, workspaces[m]);
                for (int c = 0; c < drawn.length; c++) {
                    squares[c][m] += Math.pow(result.parameter(c) - truth.truth()[c], 2.0) / arcs;
                }
            }
            for (int i = 0; i < n; i++) {
                ambiguities[i] = workspaces[0].result().ambiguity(i);
            }
            right += truth.isRight(ambiguities) ? 1 : 0;
        }
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "| %d | %s | %.3f |", n, name, (double) right / arcs));
        for (int c = 1; c < drawn.length; c++) {
            text.append(String.format(Locale.ROOT, " %.2f | %.2f |", Math.sqrt(squares[c][0]), Math.sqrt(squares[c][1])));
        }
        return text.toString();
    }
}
