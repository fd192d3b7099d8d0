package org.insardask.points;

/**
 * Morton's code of two integers: their bits in turn, so that what is near in the plane is mostly near in the order of the codes. The first
 * one has the lower bit of each pair, as {@code interleave} of pymorton, which stmtools uses. Stateless.
 *
 * <p>Source: G. M. Morton, A computer oriented geodetic data base and a new technique in file sequencing, IBM, 1966.
 */
public final class MortonCode {

    private MortonCode() {
    }

    /**
     * Returns the code.
     *
     * @param x from 0
     * @param y from 0
     * @throws IllegalArgumentException where one is negative
     */
    public static long of(int x, int y) {
        if (x < 0 || y < 0) {
            throw new IllegalArgumentException("Morton code of " + x + " and " + y + ", expected numbers from 0 on");
        }
        return spread(x) | spread(y) << 1;
    }

    /** Puts a 0 above each bit. */
    private static long spread(int value) {
        long bits = value;
        bits = (bits | bits << 16) & 0x0000ffff0000ffffL;
        bits = (bits | bits << 8) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }
}
