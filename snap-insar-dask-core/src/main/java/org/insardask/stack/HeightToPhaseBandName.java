package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a height-to-phase band (m/m): {@code h2ph_VV_19Mar2023}, the day of the daughter.
 *
 * @param key      sub-swath and polarisation
 * @param daughter day of the daughter
 */
public record HeightToPhaseBandName(ChannelKey key, LocalDate daughter) implements BandName {

    private static final Pattern FORM = Pattern.compile("h2ph" + ChannelKey.REGEX + "_(?<date>[^_]+)");

    static Optional<HeightToPhaseBandName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new HeightToPhaseBandName(ChannelKey.of(matcher), BandDates.parse(name, matcher.group("date"))));
    }

    @Override
    public String format() {
        return "h2ph" + key.suffix() + "_" + SnapDate.format(daughter);
    }
}
