package org.insardask.ils;

/** The m best vectors of a search, best first, kept without allocation. */
final class CandidateList {

    private final int capacity;
    private final int stride;
    private final double[] vectors;
    private final double[] norms;
    private final int[] slots;
    private int wanted;
    private int count;

    CandidateList(int capacity, int stride) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The number of candidates is " + capacity + ", expected 1 or more");
        }
        this.capacity = capacity;
        this.stride = stride;
        this.vectors = new double[capacity * stride];
        this.norms = new double[capacity];
        this.slots = new int[capacity];
    }

    void clear(int newWanted) {
        if (newWanted < 1 || newWanted > capacity) {
            throw new IllegalArgumentException("The number of candidates is " + newWanted + ", expected 1 to " + capacity);
        }
        wanted = newWanted;
        count = 0;
        for (int i = 0; i < wanted; i++) {
            slots[i] = i;
        }
    }

    int capacity() {
        return capacity;
    }

    /** Returns the number of vectors wanted. */
    int wanted() {
        return wanted;
    }

    int count() {
        return count;
    }

    /** Returns whether there are as many vectors as wanted. */
    boolean isFull() {
        return count == wanted;
    }

    double norm(int candidate) {
        return norms[candidate];
    }

    double[] vectors() {
        return vectors;
    }

    int offset(int candidate) {
        return slots[candidate] * stride;
    }

    /** A vector enters only where its norm is below this. */
    double bound() {
        return count < wanted ? Double.POSITIVE_INFINITY : norms[wanted - 1];
    }

    /** Takes elements from..to-1 of a vector whose norm is below the bound; nothing happens where it is in the list already. */
    void offer(double norm, double[] vector, int from, int to) {
        if (contains(vector, from, to)) {
            return;
        }
        int last = count < wanted ? count++ : wanted - 1;
        int slot = slots[last];
        int place = last;
        while (place > 0 && norms[place - 1] > norm) {
            norms[place] = norms[place - 1];
            slots[place] = slots[place - 1];
            place--;
        }
        norms[place] = norm;
        slots[place] = slot;
        System.arraycopy(vector, from, vectors, slot * stride + from, to - from);
    }

    private boolean contains(double[] vector, int from, int to) {
        for (int candidate = 0; candidate < count; candidate++) {
            int offset = offset(candidate);
            int i = from;
            while (i < to && vectors[offset + i] == vector[i]) {
                i++;
            }
            if (i == to) {
                return true;
            }
        }
        return false;
    }
}
