package org.insardask.map;

/**
 * A row of colours that are blended linearly. Immutable.
 */
public final class Palette {
    /** Red for the lowest, pale for the middle, blue for the highest values: red is motion away from the satellite. */
    public static final Palette DIVERGING = new Palette(
            0x8C0D25, 0xB92B35, 0xDD6B52, 0xF4A582, 0xF8EFE6, 0x92C5DE, 0x4393C3, 0x2166AC, 0x124D8F);

    /** From dark violet over green to yellow. */
    public static final Palette SEQUENTIAL = new Palette(
            0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725);

    private final int[] colours;

    private Palette(int... colours) {
        this.colours = colours;
    }

    /**
     * The colour of a place in the row.
     *
     * @param fraction 0 for the first colour, 1 for the last; places beyond take the colour of the end
     * @return opaque colour, 0xFFRRGGBB
     */
    public int colour(double fraction) {
        double place = Math.max(0, Math.min(1, fraction)) * (colours.length - 1);
        int k = Math.min((int) place, colours.length - 2);
        double weight = place - k;
        int mixed = mix(colours[k], colours[k + 1], weight, 16) | mix(colours[k], colours[k + 1], weight, 8)
                | mix(colours[k], colours[k + 1], weight, 0);
        return 0xFF000000 | mixed;
    }

    private static int mix(int first, int second, double weight, int shift) {
        int a = first >> shift & 0xFF;
        int b = second >> shift & 0xFF;
        return (int) Math.round(a + weight * (b - a)) << shift;
    }
}
