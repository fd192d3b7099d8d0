package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a band of an interferogram: {@code i_ifg_IW1_VV_31Mar2023_19Mar2023}, mother first. SNAP's operators add what they did after
 * {@code ifg}, such as {@code i_ifg_filt_31Mar2023_19Mar2023}.
 *
 * @param component real or imaginary part
 * @param steps     the words after {@code ifg}, each with an underscore before it, as they stand; empty if there are none
 * @param key       sub-swath and polarisation
 * @param mother    day of the mother
 * @param daughter  day of the daughter
 */
public record InterferogramBandName(Component component, String steps, ChannelKey key, LocalDate mother, LocalDate daughter)
        implements ComplexBandName {

    private static final Pattern FORM = Pattern.compile("(?<part>[iq])_ifg(?<steps>(?:_[a-z][a-z0-9]*)*)" + ChannelKey.REGEX
            + "_(?<mother>[0-9][^_]*)_(?<daughter>[0-9][^_]*)");
    private static final Pattern START = Pattern.compile("[iq]_ifg(?:_.*)?");

    static Optional<InterferogramBandName> parse(String name) {
        if (!START.matcher(name).matches()) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            throw new StackException("band '" + name + "': the name of an interferogram must end with two dates, mother first, for example "
                    + "i_ifg_VV_31Mar2023_19Mar2023");
        }
        return Optional.of(new InterferogramBandName(Component.ofPrefix(matcher.group("part")), matcher.group("steps"),
                ChannelKey.of(matcher), BandDates.parse(name, matcher.group("mother")), BandDates.parse(name, matcher.group("daughter"))));
    }

    @Override
    public String format() {
        return component.prefix() + "_ifg" + steps + key.suffix() + "_" + SnapDate.format(mother) + "_" + SnapDate.format(daughter);
    }
}
