package org.insardask.experiments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcResult;
import org.insardask.arc.ArcSolver;
import org.insardask.arc.ArcTerm;
import org.insardask.arc.ArcWorkspace;

/**
 * Arcs of published points, wrapped again and solved under one model.
 *
 * @param name in words
 * @param terms of the model
 * @param prior their prior standard deviations
 * @param heights whether the phase of the heights is put back before wrapping
 * @param sigma phase noise that is assumed
 */
record ArcStudy(String name, List<ArcTerm> terms, List<Double> prior, boolean heights, SigmaRule sigma) {

    /** Wavelength of TerraSAR-X as the data state it (m). */
    static final double WAVELENGTH = 0.031;

    /** Returns the same study with another phase noise. */
    ArcStudy with(SigmaRule other) {
        return new ArcStudy(name, terms, prior, heights, other);
    }

    /** Solves the arcs of a reference to all other points. */
    List<ArcOutcome> run(PsPoints points, int reference) {
        int n = points.epochs() - 1;
        RewrappedArc arc = new RewrappedArc(points, WAVELENGTH, heights);
        arc.load(reference, reference);
        ArcModel model = model(points);
        ArcOptions options = new ArcOptions(ArcMethod.ILS, 0.0, Long.MAX_VALUE, false, false);
        ArcSolver solver = ArcSolver.prepare(model, options, arc.heightToPhase(), 0.7);
        ArcWorkspace workspace = solver.newWorkspace();
        int height = model.indexOf(ArcTerm.HEIGHT);
        double[] ambiguities = new double[n];
        List<ArcOutcome> outcomes = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            if (point != reference) {
                arc.load(reference, point);
                double noise = sigma.ofArc(points, reference, point);
                ArcResult result = solver.solve(arc.phase(), arc.heightToPhase(), noise, workspace);
                int unmodelled = 0;
                for (int i = 0; i < n; i++) {
                    ambiguities[i] = result.ambiguity(i);
                    unmodelled += arc.ambiguity(i) == 0.0 ? 0 : 1;
                }
                outcomes.add(new ArcOutcome(point, arc.compare(ambiguities), unmodelled, noise, result.successRate(),
                        result.temporalCoherence(), height < 0 ? Double.NaN : result.parameter(height)));
            }
        }
        return outcomes;
    }

    /** Returns the model of the epochs after the first. */
    ArcModel model(PsPoints points) {
        int n = points.epochs() - 1;
        double[] years = new double[n];
        double[] temperature = new double[n];
        for (int i = 0; i < n; i++) {
            years[i] = points.years(i + 1);
            temperature[i] = MeanYear.temperature(points.date(i + 1)) - MeanYear.temperature(points.date(0));
        }
        return new ArcModel(WAVELENGTH, years, temperature, terms, prior.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Returns the share of arcs of which something holds. */
    static Share arcs(Collection<ArcOutcome> outcomes, Predicate<ArcOutcome> holds) {
        return new Share(outcomes.stream().filter(holds).count(), outcomes.size());
    }

    /** Returns the share of epochs that are not counted as wrong. */
    static Share epochs(Collection<ArcOutcome> outcomes, ToIntFunction<ArcOutcome> wrong) {
        long all = outcomes.stream().mapToLong(outcome -> outcome.deviation().epochs()).sum();
        return new Share(all - outcomes.stream().mapToLong(wrong::applyAsInt).sum(), all);
    }
}
