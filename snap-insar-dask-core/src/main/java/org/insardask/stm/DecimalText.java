package org.insardask.stm;

import java.nio.charset.StandardCharsets;

/** Decimal numbers in bytes of text. Stateless. */
final class DecimalText {

    private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    private static final long EXACT = 1L << 53;

    private DecimalText() {
    }

    /**
     * Returns the double nearest to a number; NaN for nothing, and for words such as nan and None. Up to 2^53 without its point a number of
     * up to 22 decimals is the quotient of two exact doubles, so that no more is needed (Clinger 1990, doi:10.1145/93548.93557).
     *
     * @throws NumberFormatException where it is none
     */
    static double parse(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        at += negative ? 1 : 0;
        long digits = 0;
        int decimals = 0;
        boolean point = false;
        int start = at;
        for (; at < to && digits < EXACT / 10; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                decimals += point ? 1 : 0;
            } else if (text[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (at == to && at > start + (point ? 1 : 0) && decimals < TENS.length) {
            double value = digits / TENS[decimals];
            return negative ? -value : value;
        }
        return slow(new String(text, from, to - from, StandardCharsets.UTF_8).strip());
    }

    private static double slow(String text) {
        return switch (text) {
            case "", "nan", "NaN", "NAN", "None", "null", "NULL", "NA", "N/A" -> Double.NaN;
            case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                char last = text.charAt(text.length() - 1);
                if (Character.isLetter(last)) {
                    throw new NumberFormatException(text); // Java takes 1f and 1d as numbers.
                }
                yield Double.parseDouble(text);
            }
        };
    }
}
