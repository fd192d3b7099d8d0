package org.insardask.op;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A sum of doubles without any rounding, so that the order of the summands plays no part: a fixed-point number of 2112 bits in bins of 32
 * (Neal, R. M. 2015, Fast exact summation using small and large superaccumulators, arXiv:1505.05571). Not safe for use by several threads.
 */
final class ExactSum {

    /** Weight of the last bit of the first bin: that of the smallest double. */
    private static final int LOWEST_EXPONENT = 1074;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int EXPONENT = 0x7FF;
    private static final int BIN_BITS = 32;
    private static final long BIN = (1L << BIN_BITS) - 1;
    /** A summand adds less than 2^33 to a bin of 63 bits. */
    private static final long ADDED_BEFORE_CARRY = 1L << 29;
    /** Far more digits than a double has. */
    private static final MathContext DIGITS = new MathContext(60);

    private final long[] bins = new long[67];
    private long count;

    /**
     * Adds a number.
     *
     * @throws IllegalArgumentException where it is NaN or infinite
     */
    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> FRACTION_BITS) & EXPONENT;
        if (exponent == EXPONENT) {
            throw new IllegalArgumentException("sum of " + value);
        }
        long mantissa = exponent == 0 ? bits & FRACTION : (bits & FRACTION) | (FRACTION + 1);
        int shift = Math.max(exponent, 1) - 1;
        int first = shift / BIN_BITS;
        long low = (mantissa & BIN) << shift % BIN_BITS;
        long high = (mantissa >>> BIN_BITS) << shift % BIN_BITS;
        long sign = bits < 0 ? -1 : 1;
        bins[first] += sign * (low & BIN);
        bins[first + 1] += sign * ((low >>> BIN_BITS) + (high & BIN));
        bins[first + 2] += sign * (high >>> BIN_BITS);
        count++;
        if (count % ADDED_BEFORE_CARRY == 0) {
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < bins.length - 1; i++) {
            bins[i + 1] += bins[i] >> BIN_BITS;
            bins[i] &= BIN;
        }
    }

    /** Returns how many numbers were added. */
    long count() {
        return count;
    }

    /** Returns the double nearest to the mean; NaN where nothing was added. */
    double mean() {
        if (count == 0) {
            return Double.NaN;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = bins.length - 1; i >= 0; i--) {
            sum = sum.shiftLeft(BIN_BITS).add(BigInteger.valueOf(bins[i]));
        }
        BigDecimal divisor = new BigDecimal(BigInteger.valueOf(count).shiftLeft(LOWEST_EXPONENT));
        return new BigDecimal(sum).divide(divisor, DIGITS).doubleValue();
    }
}
