package org.insardask.experiments;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcResult;
import org.insardask.arc.ArcSolver;
import org.insardask.arc.ArcWorkspace;
import org.insardask.ils.EpochOrder;
import org.insardask.ils.StructuredGains;
import org.insardask.ils.StructuredModel;

/**
 * Share of simulated arcs whose ambiguities are all right, by method, beside the success rates that are predicted: the bootstrapped bound
 * of the structured order and the approximation by the ADOP. Parameters are drawn from the prior; 2000 arcs a line, seeded.
 *
 * <p>Call: {@code SuccessRates [arcs]}.
 */
public final class SuccessRates {

    private static final int[] EPOCHS = {15, 30, 60, 100};
    private static final double[] SIGMAS = {0.3, 0.5, 0.7, 0.9};
    private static final ArcMethod[] METHODS = {ArcMethod.ILS, ArcMethod.BOOTSTRAPPING, ArcMethod.ROUNDING, ArcMethod.PERIODOGRAM};

    private final int arcs;

    private SuccessRates(int arcs) {
        this.arcs = arcs;
    }

    /** Writes a table to the standard output. */
    public static void main(String[] arguments) {
        int arcs = arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]);
        new SuccessRates(arcs).run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run(PrintStream out) {
        out.println("| n | sigma | prior | bound | ADOP | ILS | BOOTSTRAPPING | ROUNDING | PERIODOGRAM |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (int n : EPOCHS) {
            for (double sigma : SIGMAS) {
                out.println(line(n, sigma, "narrow", ArcFamily.NARROW));
                out.println(line(n, sigma, "default", ArcFamily.DEFAULT));
            }
        }
    }

    private String line(int n, double sigma, String name, double[] prior) {
        ArcFamily family = new ArcFamily(77L + n, n, ArcFamily.FOUR_TERMS, prior);
        StructuredModel model = new StructuredModel(n, prior.length);
        model.setDesign(family.design(), prior);
        model.setSigma(sigma);
        StructuredGains gains = new StructuredGains(n, prior.length);
        gains.compute(model, EpochOrder.bySmallestVariance(model), n);
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "| %d | %.1f | %s | %.3f | %.3f |", n, sigma, name,
                gains.computeSuccessRate(), gains.adopSuccessRate()));
        for (double share : shares(family, sigma)) {
            text.append(String.format(Locale.ROOT, " %.3f |", share));
        }
        return text.toString();
    }

    private double[] shares(ArcFamily family, double sigma) {
        int n = family.model().epochs();
        ArcSolver[] solvers = new ArcSolver[METHODS.length];
        ArcWorkspace[] workspaces = new ArcWorkspace[METHODS.length];
        for (int m = 0; m < METHODS.length; m++) {
            ArcOptions options = new ArcOptions(METHODS[m], 1.0e-6, 200_000L, false, false);
            solvers[m] = ArcSolver.prepare(family.model(), options, family.heightToPhase(), sigma);
            workspaces[m] = solvers[m].newWorkspace();
        }
        double[] right = new double[METHODS.length];
        double[] ambiguities = new double[n];
        for (int arc = 0; arc < arcs; arc++) {
            family.draw(sigma);
            for (int m = 0; m < METHODS.length; m++) {
                ArcResult result = solvers[m].solve(family.phase(), family.heightToPhase(), sigma, workspaces[m]);
                for (int i = 0; i < n; i++) {
                    ambiguities[i] = result.ambiguity(i);
                }
                right[m] += family.isRight(ambiguities) ? 1.0 / arcs : 0.0;
            }
        }
        return right;
    }
}
