package org.insardask.simulator;

/**
 * Random numbers that are functions of what they stand for: a stream, two coordinates and an epoch.
 *
 * <p>The bits are those of the SplitMix64 mixer (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195) applied to the
 * arguments one after another. There is no state, so the order in which numbers are asked for does not matter. Normal
 * deviates are made with the transform of Box and Muller (1958). Immutable, safe for use by several threads.
 */
final class Noise {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed + GOLDEN_GAMMA);
    }

    /** A uniform number in [0, 1). */
    double uniform(Stream stream, int x, int y, int epoch) {
        return (key(stream, x, y, epoch, 0) >>> 11) * UNIT;
    }

    /** A normal number of mean 0 and standard deviation 1. */
    double normal(Stream stream, int x, int y, int epoch) {
        double u = ((key(stream, x, y, epoch, 1) >>> 11) + 0.5) * UNIT;
        double v = (key(stream, x, y, epoch, 2) >>> 11) * UNIT;
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * v);
    }

    private long key(Stream stream, int x, int y, int epoch, int part) {
        long k = mix(seed + stream.code * GOLDEN_GAMMA);
        k = mix(k + ((long) x << 32 | (y & 0xFFFFFFFFL)));
        return mix(k + ((long) epoch << 8 | part) * GOLDEN_GAMMA);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** What a random number stands for. The code is part of the number: a new stream takes a new code. */
    enum Stream {
        EPOCH_GAP(1), BASELINE(2), TEMPERATURE(3), BLOCK_KIND(4), BLOCK_HEIGHT(5), BLOCK_SHAPE(6),
        BLOCK_YEAR(7), BLOCK_SETTLING(8), SURFACE(9), AMPLITUDE(10), SPECKLE_PHASE(11), NOISE_REAL(12),
        NOISE_IMAGINARY(13), ATMOSPHERE(14), TERRAIN(15);

        private final int code;

        Stream(int code) {
            this.code = code;
        }
    }
}
