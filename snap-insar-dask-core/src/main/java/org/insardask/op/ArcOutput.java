package org.insardask.op;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcResult;
import org.insardask.arc.ArcTerm;
import org.insardask.stack.OutputNames;

/** Groups of bands that Arc-Unwrapping can write. */
enum ArcOutput {
    /** Estimated parameters. */
    PARAMETERS,
    /** Their standard deviations. */
    UNCERTAINTY,
    /** Quality of the solution and its status. */
    QUALITY,
    /** Unwrapped displacement. */
    UNWRAPPED("unwrapped displacement"),
    /** Wrapped displacement. */
    WRAPPED("wrapped displacement"),
    /** Displacement of the whole model. */
    ESTIMATED("estimated displacement, all terms"),
    /** Displacement of offset, velocity, quadratic and seasonal terms. */
    DISPLACEMENT("estimated displacement, without height and thermal expansion"),
    /** Apparent displacement of the height. */
    HEIGHT("apparent displacement of the estimated height"),
    /** Thermal displacement. */
    THERMAL("estimated thermal displacement"),
    /** Integer ambiguities. */
    AMBIGUITIES;

    private final String description;

    ArcOutput() {
        this(null);
    }

    ArcOutput(String description) {
        this.description = description;
    }

    /** The phases of an arc at all epochs. */
    @FunctionalInterface
    interface Series {

        /** Writes n phases (rad), NaN where there is none. */
        void fill(ArcResult result, double[] phases);
    }

    /** A phase at an epoch. */
    @FunctionalInterface
    private interface Phase {

        double at(ArcResult result, int epoch);
    }

    /**
     * A band with one value for each arc.
     *
     * @param name name of the band
     * @param unit its unit
     * @param description what it holds
     * @param value the value of a result
     */
    record Scalar(String name, String unit, String description, ToDoubleFunction<ArcResult> value) {
    }

    /** Returns whether the group holds a displacement (mm) for each epoch. */
    boolean isSeries() {
        return description != null;
    }

    /** Returns what the bands of the epochs hold; null where the group is no series. */
    String description() {
        return description;
    }

    /** Returns the term without which the group does not exist. */
    Optional<ArcTerm> needed() {
        return switch (this) {
            case HEIGHT -> Optional.of(ArcTerm.HEIGHT);
            case THERMAL -> Optional.of(ArcTerm.THERMAL);
            default -> Optional.empty();
        };
    }

    /** Returns the name of the band of an epoch of a series. */
    String bandName(LocalDate epoch) {
        return switch (this) {
            case UNWRAPPED -> OutputNames.unwrapped(epoch);
            case WRAPPED -> OutputNames.wrapped(epoch);
            case ESTIMATED -> OutputNames.estimated(epoch);
            case DISPLACEMENT -> OutputNames.displacement(epoch);
            case HEIGHT -> OutputNames.height(epoch);
            case THERMAL -> OutputNames.thermal(epoch);
            default -> throw new IllegalArgumentException(this + " is no series");
        };
    }

    /** Returns the phase of a series. */
    Series series(ArcModel model) {
        int height = model.indexOf(ArcTerm.HEIGHT);
        int thermal = model.indexOf(ArcTerm.THERMAL);
        return switch (this) {
            case UNWRAPPED -> ArcOutput::fillUnwrapped;
            case WRAPPED -> each(ArcResult::wrapped);
            case ESTIMATED -> each(ArcResult::estimated);
            case DISPLACEMENT -> each(ArcResult::displacement);
            case HEIGHT -> each((result, epoch) -> result.contribution(height, epoch));
            case THERMAL -> each((result, epoch) -> result.contribution(thermal, epoch));
            default -> throw new IllegalArgumentException(this + " is no series");
        };
    }

    /** A default output, which has a loop of its own. */
    private static void fillUnwrapped(ArcResult result, double[] phases) {
        for (int e = 0; e < phases.length; e++) {
            phases[e] = result.isInteger(e) ? result.unwrapped(e) : Double.NaN;
        }
    }

    private static Series each(Phase phase) {
        return (result, phases) -> {
            for (int e = 0; e < phases.length; e++) {
                phases[e] = phase.at(result, e);
            }
        };
    }

    /** Returns the bands of PARAMETERS, UNCERTAINTY and QUALITY that come from the result. */
    List<Scalar> scalars(ArcModel model) {
        return switch (this) {
            case PARAMETERS -> parameters(model).map(c -> new Scalar(termName(model.term(c)), model.term(c).unit(),
                    "estimated " + termName(model.term(c)), result -> result.parameter(c))).toList();
            case UNCERTAINTY -> parameters(model).map(c -> new Scalar("sigma_" + termName(model.term(c)), model.term(c).unit(),
                    "standard deviation of " + termName(model.term(c)), result -> result.parameterSigma(c))).toList();
            case QUALITY -> List.of(
                    new Scalar("temporal_coherence", "", "|mean exp(j residual)|", ArcResult::temporalCoherence),
                    new Scalar("success_rate", "", "bootstrapped success rate of the integers", ArcResult::successRate),
                    new Scalar("norm_ratio", "", "squared norm of the best integers divided by that of the second best",
                            ArcResult::normRatio),
                    new Scalar("overall_model_test", "", "weighted squares of the residuals divided by the redundancy",
                            ArcResult::overallModelTest));
            default -> List.of();
        };
    }

    private static Stream<Integer> parameters(ArcModel model) {
        return IntStream.range(0, model.parameters()).boxed();
    }

    /** Returns the name of a term in parameters and bands. */
    static String termName(ArcTerm term) {
        return term.name().toLowerCase(Locale.ROOT);
    }
}
