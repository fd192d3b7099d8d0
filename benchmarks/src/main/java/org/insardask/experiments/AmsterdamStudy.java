package org.insardask.experiments;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The real points of a folder {@code amsterdam-ps} (TerraSAR-X, 11 dates): phases made from the published displacement, wrapped, and
 * unwrapped again against the best point. Writes tables to the standard output and a figure. Without random numbers.
 *
 * <p>Call: {@code AmsterdamStudy folder [folder of the figure]}.
 */
public final class AmsterdamStudy {

    static final String FIGURE = "amsterdam_ps.png";
    static final String POINTS = "example.csv";
    /** Motion alone, as the published displacement should hold it. */
    static final ArcStudy MOTION = study("offset, velocity", false, 0.7, 10.0);
    /** With a height that is left over. */
    static final ArcStudy RESIDUAL = study("with height of 1 m", false, 0.7, 10.0, 1.0);
    /** With thermal expansion after a mean year. */
    static final ArcStudy THERMAL = study("with height and thermal", false, 0.7, 10.0, 1.0, 0.2);
    /** The phase of the heights put back. */
    static final ArcStudy HEIGHTS = study("heights put back", true, 0.7, 10.0, 10.0);
    /** The same with terms and priors that Arc-Unwrapping has where nothing is said. */
    static final ArcStudy DEFAULTS = study("heights put back, defaults", true, 0.3, 10.0, 20.0, 0.5);

    private AmsterdamStudy() {
    }

    private static ArcStudy study(String name, boolean heights, double... prior) {
        return new ArcStudy(name, ArcFamily.FOUR_TERMS.subList(0, prior.length), Arrays.stream(prior).boxed().toList(), heights,
                SigmaRule.ofCoherence());
    }

    /** Writes tables and figure. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("expected the folder that holds " + POINTS + ", and if wanted that of the figure");
        }
        PsPoints points = PsPoints.read(Path.of(arguments[0], POINTS));
        int reference = points.byCoherence()[0];
        new AmsterdamTables(points, reference, new PrintStream(System.out, true, StandardCharsets.UTF_8)).print();
        if (arguments.length > 1) {
            Figure.write(new AmsterdamFigure(points, reference).panels(), 2, Path.of(arguments[1], FIGURE));
        }
    }

    /** Returns the outcomes with a value from a limit, included, to another, excluded. */
    static List<ArcOutcome> within(List<ArcOutcome> outcomes, ToDoubleFunction<ArcOutcome> value, double from, double to) {
        return outcomes.stream().filter(o -> value.applyAsDouble(o) >= from && value.applyAsDouble(o) < to).toList();
    }
}
