package org.insardask.vector;

import java.util.regex.Pattern;

/** Numbers written as text. */
final class NumberText {
    /** Longer texts are no numbers that anyone wrote. */
    static final int MAX_LENGTH = 1000;

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");
    private static final long MANTISSA_MAX = 1L << 53;
    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private NumberText() {
    }

    /** True for a whole number of up to 18 digits without leading zeros. */
    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    /** True for a number; a number with leading zeros, as codes have them, is none unless it has a fraction. */
    static boolean isNumber(String text) {
        boolean isCode = text.length() > 1 && text.charAt(0) == '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return !isCode && isDecimal(text);
    }

    /** True for a number with whatever zeros. */
    static boolean isDecimal(String text) {
        return text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches();
    }

    /**
     * Returns the double nearest to a decimal number. A number of up to 2^53 without its point, over a power of ten up to 10^22, is one
     * division of two exact doubles, which rounds once; others go to {@link Double#parseDouble}.
     *
     * @throws NumberFormatException where the text is no number
     */
    static double parse(char[] text, int offset, int length) {
        int at = length > 0 && text[offset] == '-' ? 1 : 0;
        long mantissa = 0;
        int fraction = -1;
        int digits = 0;
        for (int i = at; i < length; i++) {
            char c = text[offset + i];
            if (c >= '0' && c <= '9' && mantissa < MANTISSA_MAX / 10) {
                mantissa = 10 * mantissa + (c - '0');
                digits++;
                fraction += fraction >= 0 ? 1 : 0;
            } else if (c == '.' && fraction < 0) {
                fraction = 0;
            } else {
                return Double.parseDouble(new String(text, offset, length));
            }
        }
        if (digits == 0 || fraction >= POWERS.length) {
            return Double.parseDouble(new String(text, offset, length));
        }
        double value = fraction > 0 ? mantissa / POWERS[fraction] : mantissa;
        return at == 1 ? -value : value;
    }
}
