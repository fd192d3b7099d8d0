package org.insardask.stack;

import java.time.LocalDate;

/**
 * Reads the dates in names of bands, with an error that names the band.
 */
final class BandDates {

    private BandDates() {
    }

    static LocalDate parse(String bandName, String date) {
        try {
            return SnapDate.parse(date);
        } catch (StackException e) {
            throw new StackException("band '" + bandName + "': " + e.getMessage(), e);
        }
    }
}
