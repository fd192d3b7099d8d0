package org.insardask.stm;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The epochs of a matrix and its mother.
 *
 * @param dates days of the epochs
 * @param mother day of the mother
 * @param motherIndex index of the mother among the epochs, -1 where it is none of them
 */
record StmEpochs(List<LocalDate> dates, LocalDate mother, int motherIndex) {

    /**
     * Finds them: the dates of the settings where the file has none; the mother of the settings, else the first epoch.
     *
     * @return empty where nobody says which days the epochs are
     */
    static Optional<StmEpochs> of(StmMatrix matrix, StmSettings settings) throws IOException {
        List<LocalDate> given = settings.dates();
        if (!given.isEmpty() && given.size() != matrix.epochs()) {
            throw new IOException(StmSettings.DATES + " has " + given.size() + " days, expected one for each of " + matrix.epochs()
                    + " epochs");
        }
        List<LocalDate> dates = given.isEmpty() ? matrix.dates() : given;
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        if (dates.stream().distinct().count() != dates.size()) {
            throw new IOException("two epochs are of the same day: " + dates);
        }
        LocalDate mother = settings.mother().orElse(dates.get(0));
        return Optional.of(new StmEpochs(dates, mother, dates.indexOf(mother)));
    }

    /** The index of the mother among the epochs. */
    int requireMother() throws IOException {
        if (motherIndex < 0) {
            throw new IOException(StmSettings.MOTHER + " = " + mother + " is none of the epochs, " + dates);
        }
        return motherIndex;
    }
}
