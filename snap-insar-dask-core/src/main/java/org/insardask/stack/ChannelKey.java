package org.insardask.stack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sub-swath and polarisation of a band: what bands of different dates must share to belong to one stack.
 *
 * @param subSwath     such as IW1, EW2 or S3; empty if the name has none
 * @param polarisation such as VV; empty if the name has none
 */
public record ChannelKey(String subSwath, String polarisation) {

    /** Part of a band's name, with groups {@code swath} and {@code pol}. */
    static final String REGEX = "(?:_(?<swath>IW[1-3]|EW[1-5]|WV[12]|IS[1-7]|S[1-6]))?(?:_(?<pol>HH|HV|VH|VV|RH|RV|LH|LV|RCH|RCV))?";

    private static final Pattern FORM = Pattern.compile(REGEX);

    /**
     * Parses what {@link #toString()} writes, for example IW1_VV or VV.
     *
     * @throws StackException if the text is not a sub-swath, a polarisation, or both
     */
    public static ChannelKey parse(String text) {
        Matcher matcher = FORM.matcher("_" + text);
        if (!matcher.matches()) {
            throw new StackException("'" + text + "' is not a sub-swath and polarisation, for example VV or IW1_VV");
        }
        return of(matcher);
    }

    static ChannelKey of(Matcher matcher) {
        return new ChannelKey(orEmpty(matcher.group("swath")), orEmpty(matcher.group("pol")));
    }

    /** Written out: what Java makes for records takes milliseconds to start. */
    @Override
    public int hashCode() {
        return 31 * subSwath.hashCode() + polarisation.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelKey key && subSwath.equals(key.subSwath) && polarisation.equals(key.polarisation);
    }

    /** True if both say the same, or one says less: a merged or filtered product may have lost the sub-swath or the polarisation. */
    boolean matches(ChannelKey other) {
        return matches(subSwath, other.subSwath) && matches(polarisation, other.polarisation);
    }

    private static boolean matches(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** The key as part of a band's name: every non-empty word with an underscore before it. */
    String suffix() {
        return word(subSwath) + word(polarisation);
    }

    /** IW1_VV, VV, or "no polarisation" where the name has neither. */
    @Override
    public String toString() {
        String suffix = suffix();
        return suffix.isEmpty() ? "no polarisation" : suffix.substring(1);
    }

    private static String word(String part) {
        return part.isEmpty() ? "" : "_" + part;
    }

    private static String orEmpty(String part) {
        return part == null ? "" : part;
    }
}
