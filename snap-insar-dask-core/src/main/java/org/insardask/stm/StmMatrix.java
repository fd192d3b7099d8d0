package org.insardask.stm;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A space-time matrix in a file: variables of points, and of points and epochs. Values are read in pieces, when they are asked for; safe
 * for several threads.
 */
public interface StmMatrix extends Closeable {

    /** The number of points. */
    int points();

    /** The number of epochs. */
    int epochs();

    /** The days of the epochs; empty where the file does not say. */
    List<LocalDate> dates();

    /** The variables that can be read. */
    List<StmVariable> variables();

    /** What the file says beside the variables. */
    Map<String, String> attributes();

    /** What of the file was left out, and why, a line each. */
    List<String> notes();

    /**
     * Reads numbers of consecutive points.
     *
     * @param epoch for a series, else 0
     * @param part 0, or 1 for the imaginary parts of complex numbers
     * @param first the first point
     * @param count points
     * @param out receives the numbers from index 0 on; NaN where there is none
     * @throws IOException where the file cannot be read; the message names it
     */
    void read(StmVariable variable, int epoch, int part, int first, int count, double[] out) throws IOException;

    /** Reads the texts of all points. */
    String[] texts(StmVariable variable) throws IOException;
}
