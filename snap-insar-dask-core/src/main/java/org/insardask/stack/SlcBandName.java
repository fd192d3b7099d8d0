package org.insardask.stack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a band of a single look complex image: {@code i_IW1_VV_mst_31Mar2023}, {@code q_VV_sec2_19Mar2023}, {@code i_VV_19Mar2023}, or
 * {@code i_VV} in a product that was never in a stack.
 *
 * @param component real or imaginary part
 * @param key       sub-swath and polarisation
 * @param role      mother, daughter, or not said
 * @param date      day of the acquisition, empty if not said
 */
public record SlcBandName(Component component, ChannelKey key, Role role, Optional<LocalDate> date) implements ComplexBandName {

    private static final Pattern FORM = Pattern.compile("(?<part>[iq])" + ChannelKey.REGEX + Role.REGEX + "(?:_(?<date>.+))?");

    static Optional<SlcBandName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Optional.ofNullable(matcher.group("date")).map(text -> BandDates.parse(name, text));
        return Optional.of(new SlcBandName(Component.ofPrefix(matcher.group("part")), ChannelKey.of(matcher),
                Role.parse(matcher.group("role")), date));
    }

    @Override
    public String format() {
        return component.prefix() + key.suffix() + role.suffix() + date.map(d -> "_" + SnapDate.format(d)).orElse("");
    }
}
