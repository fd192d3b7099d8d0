package org.insardask.experiments;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.insardask.arc.ArcTerm;
import org.insardask.ils.EpochOrder;
import org.insardask.ils.SearchOptions;
import org.insardask.ils.StructuredGains;
import org.insardask.ils.StructuredModel;
import org.insardask.ils.StructuredSearch;

/**
 * Simulates the thresholds of the ratio test with fixed failure rate, as they stand in {@code org.insardask.ils.FixedFailureRate}: for
 * a number of ambiguities and a failure rate of bootstrapping, the largest mu for which arcs that are accepted and wrong are no more
 * than the failure rate wanted, the smallest over several families of arcs.
 *
 * <p>Source of the idea: Verhagen and Teunissen (2013), doi:10.1007/s10291-012-0299-z. The table itself is the project's own.
 *
 * <p>A search that reaches its node limit counts with what it found, which makes thresholds smaller, not larger.
 *
 * <p>Call: {@code RatioThresholds [arcs per model [n ...]]}; the table was made with 20000 arcs.
 */
public final class RatioThresholds {

    private static final int[] EPOCHS = {5, 10, 20, 40, 80};
    private static final double[] BOOTSTRAPPING_FAILURE = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95};
    private static final double[] FAILURE_RATES = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05};
    private static final double[][] PRIORS = {ArcFamily.NARROW, ArcFamily.DEFAULT, ArcFamily.WIDE};
    private static final double SMALLEST_SIGMA = 0.02;
    private static final double LARGEST_SIGMA = 1.5;

    private final int arcs;
    private final double[] wrongRatios;
    private double sigma;

    private RatioThresholds(int arcs) {
        this.arcs = arcs;
        this.wrongRatios = new double[arcs];
    }

    /** Writes the table to the standard output. */
    public static void main(String[] arguments) {
        int arcs = arguments.length == 0 ? 20000 : Integer.parseInt(arguments[0]);
        int[] epochs = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        new RatioThresholds(arcs).run(epochs.length == 0 ? EPOCHS : epochs, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run(int[] epochs, PrintStream out) {
        out.println("arcs per model " + arcs + "; columns: failure rate of bootstrapping " + Arrays.toString(BOOTSTRAPPING_FAILURE));
        for (int n : epochs) {
            double[][] smallest = new double[FAILURE_RATES.length][BOOTSTRAPPING_FAILURE.length];
            for (int column = 0; column < BOOTSTRAPPING_FAILURE.length; column++) {
                double[] mu = thresholds(n, BOOTSTRAPPING_FAILURE[column]);
                for (int rate = 0; rate < FAILURE_RATES.length; rate++) {
                    smallest[rate][column] = mu[rate];
                }
            }
            for (int rate = 0; rate < FAILURE_RATES.length; rate++) {
                out.println(row(FAILURE_RATES[rate], n, smallest[rate]));
            }
        }
    }

    private static String row(double rate, int n, double[] values) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "rate %.3f n %3d {", rate, n));
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.3f", values[i]));
        }
        return text.append("},").toString();
    }

    /** The smallest thresholds over all families, by failure rate. */
    private double[] thresholds(int n, double bootstrappingFailure) {
        double[] smallest = new double[FAILURE_RATES.length];
        Arrays.fill(smallest, 1.0);
        for (double[] prior : PRIORS) {
            for (int terms = 3; terms <= 4; terms++) {
                List<ArcTerm> chosen = ArcFamily.FOUR_TERMS.subList(0, terms);
                ArcFamily family = new ArcFamily(1000L * n + terms, n, chosen, Arrays.copyOf(prior, terms));
                StructuredGains gains = gains(family, bootstrappingFailure);
                if (gains != null) {
                    lower(smallest, family, gains, n);
                }
            }
        }
        return smallest;
    }

    /** Gains of the noise with which bootstrapping fails as often as wanted; null where no noise does that. */
    private StructuredGains gains(ArcFamily family, double bootstrappingFailure) {
        double low = SMALLEST_SIGMA;
        double high = LARGEST_SIGMA;
        if (1.0 - gainsOf(family, low).successRate() > bootstrappingFailure) {
            return null;
        }
        StructuredGains gains = null;
        for (int i = 0; i < 30; i++) {
            sigma = 0.5 * (low + high);
            gains = gainsOf(family, sigma);
            if (1.0 - gains.successRate() > bootstrappingFailure) {
                high = sigma;
            } else {
                low = sigma;
            }
        }
        return gains;
    }

    private static StructuredGains gainsOf(ArcFamily family, double noise) {
        int n = family.model().epochs();
        StructuredModel model = new StructuredModel(n, family.model().parameters());
        model.setDesign(family.design(), family.priorSigma());
        model.setSigma(noise);
        StructuredGains gains = new StructuredGains(n, family.model().parameters());
        gains.compute(model, EpochOrder.bySmallestVariance(model), n);
        gains.computeSuccessRate();
        return gains;
    }

    private void lower(double[] smallest, ArcFamily family, StructuredGains gains, int n) {
        StructuredSearch search = new StructuredSearch(n, family.model().parameters(), 2);
        SearchOptions options = new SearchOptions(n > 40 ? 20_000L : 100_000L, 1.0e-6, false, n);
        double[] candidate = new double[n];
        int wrong = 0;
        for (int arc = 0; arc < arcs; arc++) {
            family.draw(sigma);
            search.search(gains, family.phase(), 2, options);
            search.copyAmbiguities(0, candidate);
            if (!family.isRight(candidate)) {
                wrongRatios[wrong++] = search.norm(0) / search.norm(1);
            }
        }
        Arrays.sort(wrongRatios, 0, wrong);
        for (int rate = 0; rate < smallest.length; rate++) {
            int allowed = (int) (FAILURE_RATES[rate] * arcs);
            if (wrong > allowed) {
                smallest[rate] = Math.min(smallest[rate], Math.floor(1000.0 * wrongRatios[allowed]) / 1000.0);
            }
        }
    }
}
