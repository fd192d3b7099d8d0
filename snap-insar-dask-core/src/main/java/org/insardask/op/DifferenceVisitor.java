package org.insardask.op;

/** Takes the single differences of one epoch. */
@FunctionalInterface
interface DifferenceVisitor {

    /**
     * Takes a rectangle of samples.
     *
     * @param epoch from 0
     * @param real count real parts; 0 in both parts, or NaN, where missing
     * @param imaginary count imaginary parts
     * @param count the number of samples
     */
    void visit(int epoch, double[] real, double[] imaginary, int count);
}
