package org.insardask.slc;

/**
 * How many samples have no result, and why. Each sample is counted once, in this order.
 *
 * @param mother        the mother is 0 or not finite
 * @param interferogram the mother is good, the interferogram is 0 or not finite
 * @param overflow      both are good, the quotient does not fit into a float
 */
public record NoDataCounts(long mother, long interferogram, long overflow) {

    /** Every sample has a result. */
    public static final NoDataCounts NONE = new NoDataCounts(0, 0, 0);

    /** The counts of both. */
    public NoDataCounts plus(NoDataCounts other) {
        return new NoDataCounts(mother + other.mother, interferogram + other.interferogram, overflow + other.overflow);
    }

    /** Sum of all. */
    public long total() {
        return mother + interferogram + overflow;
    }
}
