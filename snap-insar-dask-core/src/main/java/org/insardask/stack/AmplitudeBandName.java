package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a band of amplitudes or intensities of an image of a stack: {@code Amplitude_VV_19Mar2023},
 * {@code Intensity_IW1_VV_mst_31Mar2023}.
 *
 * @param intensity whether the samples are squares of amplitudes
 * @param key       sub-swath and polarisation
 * @param role      mother, daughter, or not said
 * @param date      day of the acquisition
 */
public record AmplitudeBandName(boolean intensity, ChannelKey key, Role role, LocalDate date) {

    private static final Pattern FORM = Pattern.compile("(?<what>Amplitude|Intensity)" + ChannelKey.REGEX + Role.REGEX
            + "_(?<date>[0-9]{2}[A-Z][a-z]{2}[0-9]{4})");

    /**
     * Parses the name of a band.
     *
     * @return empty if the name is not of this form
     * @throws StackException if it is, but for a date that is none of the calendar
     */
    public static Optional<AmplitudeBandName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new AmplitudeBandName(matcher.group("what").equals("Intensity"), ChannelKey.of(matcher),
                Role.parse(matcher.group("role")), BandDates.parse(name, matcher.group("date"))));
    }
}
