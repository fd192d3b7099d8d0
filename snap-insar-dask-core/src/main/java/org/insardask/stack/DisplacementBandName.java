package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed name of a band that holds the displacement of an epoch, as {@link OutputNames} forms it: {@code dis_unw_19Mar2023}.
 *
 * @param series word of the series, such as unw
 * @param date day of the epoch
 */
public record DisplacementBandName(String series, LocalDate date) {

    private static final Pattern FORM = Pattern.compile("dis_([a-z]+(?:_[a-z]+)*)_([0-9]{2}[A-Z][a-z]{2}[0-9]{4})");
    private static final String WRAPPED = "wrapped";

    /**
     * Parses the name of a band.
     *
     * @return empty if the name is not of this form
     * @throws StackException if it is, but for a date that is none of the calendar
     */
    public static Optional<DisplacementBandName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches() ? Optional.of(new DisplacementBandName(matcher.group(1), BandDates.parse(name, matcher.group(2))))
                : Optional.empty();
    }

    /** Returns whether the displacements are known up to half wavelengths only. */
    public boolean isWrapped() {
        return series.equals(WRAPPED);
    }
}
