package org.insardask.op;

import java.io.File;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcTerm;
import org.insardask.stack.Epoch;
import org.insardask.stack.StackDescription;

/** Models of the arcs of a stack. */
final class ArcModels {

    private static final double DAYS_OF_A_YEAR = 365.25;

    private ArcModels() {
    }

    /**
     * Makes a model of all epochs of a stack.
     *
     * @param terms what is estimated
     * @param priorSigma standard deviations by term (units of the terms)
     * @param wavelength radar wavelength (m); null for that of the metadata
     * @param temperatureFile null where there is none
     * @throws OperatorException where there are not more epochs than terms, or temperatures are needed, and not there for the mother and
     *     every epoch
     */
    static ArcModel of(StackDescription stack, List<ArcTerm> terms, double[] priorSigma, Double wavelength, File temperatureFile) {
        LocalDate mother = stack.mother().date();
        List<LocalDate> dates = stack.epochs().stream().map(Epoch::date).toList();
        if (dates.size() <= terms.size()) {
            throw new OperatorException("the stack has " + dates.size() + (dates.size() == 1 ? " epoch" : " epochs")
                    + " beside the mother, expected more than the " + terms.size() + " terms to be estimated");
        }
        double[] years = dates.stream().mapToDouble(date -> ChronoUnit.DAYS.between(mother, date) / DAYS_OF_A_YEAR).toArray();
        double[] temperatures = null;
        if (terms.stream().anyMatch(ArcTerm::needsTemperature)) {
            if (temperatureFile == null) {
                throw new OperatorException("the term thermal needs temperatures, expected temperatureFile, or terms without thermal");
            }
            temperatures = TemperatureFile.read(temperatureFile).relativeTo(mother, dates);
        }
        return new ArcModel(wavelength == null ? stack.wavelength() : wavelength, years, temperatures, terms, priorSigma);
    }
}
