package org.insardask.zarr;

/** Blosc's filters: the first bytes of all elements together, then the second ones and so on; the same with bits. Stateless. */
final class Shuffle {

    private Shuffle() {
    }

    /** Shuffles bytes; those after the last whole element stay where they are. */
    static void bytes(byte[] data, int from, int length, int typeSize, byte[] out) {
        int elements = length / typeSize;
        for (int b = 0; b < typeSize; b++) {
            for (int k = 0; k < elements; k++) {
                out[b * elements + k] = data[from + k * typeSize + b];
            }
        }
        int whole = elements * typeSize;
        System.arraycopy(data, from + whole, out, whole, length - whole);
    }

    /** The inverse of {@link #bytes}. */
    static void undoBytes(byte[] shuffled, int length, int typeSize, byte[] out, int to) {
        int elements = length / typeSize;
        for (int b = 0; b < typeSize; b++) {
            for (int k = 0; k < elements; k++) {
                out[to + k * typeSize + b] = shuffled[b * elements + k];
            }
        }
        int whole = elements * typeSize;
        System.arraycopy(shuffled, whole, out, to + whole, length - whole);
    }

    /**
     * Undoes the shuffling of bits: for each byte of an element and each of its bits there is a plane of one bit an element. Where 8
     * does not divide the number of elements nothing was shuffled.
     */
    static void undoBits(byte[] shuffled, int length, int typeSize, byte[] out, int to) {
        int elements = length / typeSize;
        int shuffledElements = elements % 8 == 0 ? elements : 0;
        int plane = shuffledElements / 8;
        for (int b = 0; b < typeSize; b++) {
            for (int k = 0; k < shuffledElements; k++) {
                int value = 0;
                for (int bit = 0; bit < 8; bit++) {
                    int source = shuffled[(b * 8 + bit) * plane + (k >> 3)] & 0xff;
                    value |= ((source >> (k & 7)) & 1) << bit;
                }
                out[to + k * typeSize + b] = (byte) value;
            }
        }
        int whole = shuffledElements * typeSize;
        System.arraycopy(shuffled, whole, out, to + whole, length - whole);
    }
}
