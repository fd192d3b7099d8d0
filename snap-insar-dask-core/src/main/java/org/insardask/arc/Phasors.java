package org.insardask.arc;

/** Unit vectors exp(j angle) in flat arrays. For one thread; nothing is allocated after construction. */
final class Phasors {

    private final double[] real;
    private final double[] imaginary;
    private double sumReal;
    private double sumImaginary;

    Phasors(int capacity) {
        real = new double[capacity];
        imaginary = new double[capacity];
    }

    void setAngle(int i, double angle) {
        double wrapped = Angles.wrap(angle);
        double sine = Angles.sineOfQuarter(wrapped);
        double cosine = 1.0 - Angles.versineOfQuarter(wrapped);
        double sineOfHalf = 2.0 * sine * cosine;
        double cosineOfHalf = 1.0 - 2.0 * sine * sine;
        real[i] = 1.0 - 2.0 * sineOfHalf * sineOfHalf;
        imaginary[i] = 2.0 * sineOfHalf * cosineOfHalf;
    }

    /** Sets the first phasors to some angles, bit for bit as one by one; short loops, which become vector instructions. */
    void setAngles(double[] angles, int count) {
        for (int i = 0; i < count; i++) {
            real[i] = Angles.wrap(angles[i]);
        }
        for (int i = 0; i < count; i++) {
            imaginary[i] = Angles.sineOfQuarter(real[i]);
        }
        for (int i = 0; i < count; i++) {
            real[i] = 1.0 - Angles.versineOfQuarter(real[i]);
        }
        for (int i = 0; i < count; i++) {
            double sine = imaginary[i];
            double sineOfHalf = 2.0 * sine * real[i];
            double cosineOfHalf = 1.0 - 2.0 * sine * sine;
            real[i] = 1.0 - 2.0 * sineOfHalf * sineOfHalf;
            imaginary[i] = 2.0 * sineOfHalf * cosineOfHalf;
        }
    }

    void copy(Phasors other, int count) {
        System.arraycopy(other.real, 0, real, 0, count);
        System.arraycopy(other.imaginary, 0, imaginary, 0, count);
    }

    /** Multiplies by other phasors. */
    void turn(Phasors by, int count) {
        for (int i = 0; i < count; i++) {
            double re = real[i] * by.real[i] - imaginary[i] * by.imaginary[i];
            imaginary[i] = real[i] * by.imaginary[i] + imaginary[i] * by.real[i];
            real[i] = re;
        }
    }

    /** Computes the sum. */
    void sum(int count) {
        double re = 0.0;
        double im = 0.0;
        for (int i = 0; i < count; i++) {
            re += real[i];
            im += imaginary[i];
        }
        sumReal = re;
        sumImaginary = im;
    }

    /** Adds the first phasors to sums, each to one of its own. */
    void addTo(double[] sumsReal, double[] sumsImaginary, int count) {
        for (int i = 0; i < count; i++) {
            sumsReal[i] += real[i];
        }
        for (int i = 0; i < count; i++) {
            sumsImaginary[i] += imaginary[i];
        }
    }

    /** Computes the sum, then multiplies by other phasors. */
    void sumAndTurn(Phasors by, int count) {
        double sumRe = 0.0;
        double sumIm = 0.0;
        for (int i = 0; i < count; i++) {
            double a = real[i];
            double b = imaginary[i];
            sumRe += a;
            sumIm += b;
            real[i] = a * by.real[i] - b * by.imaginary[i];
            imaginary[i] = a * by.imaginary[i] + b * by.real[i];
        }
        sumReal = sumRe;
        sumImaginary = sumIm;
    }

    double sumReal() {
        return sumReal;
    }

    double sumImaginary() {
        return sumImaginary;
    }
}
