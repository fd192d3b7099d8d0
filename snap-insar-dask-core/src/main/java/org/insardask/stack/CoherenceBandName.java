package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a coherence band: {@code coh_IW1_VV_31Mar2023_19Mar2023}, mother first.
 *
 * @param key      sub-swath and polarisation
 * @param mother   day of the mother
 * @param daughter day of the daughter
 */
public record CoherenceBandName(ChannelKey key, LocalDate mother, LocalDate daughter) implements BandName {

    private static final Pattern FORM = Pattern.compile("coh" + ChannelKey.REGEX + "_(?<mother>\\d[^_]+)_(?<daughter>\\d[^_]+)");

    static Optional<CoherenceBandName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new CoherenceBandName(ChannelKey.of(matcher), BandDates.parse(name, matcher.group("mother")),
                BandDates.parse(name, matcher.group("daughter"))));
    }

    @Override
    public String format() {
        return "coh" + key.suffix() + "_" + SnapDate.format(mother) + "_" + SnapDate.format(daughter);
    }
}
