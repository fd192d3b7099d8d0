package org.insardask.ui.series;

/** A displacement of all epochs that the time-series window reads (mm). */
enum SeriesKind {
    /** Unwrapped displacement. */
    UNWRAPPED("unw"),
    /** Wrapped displacement. */
    WRAPPED("wrapped"),
    /** Displacement of the whole model. */
    ESTIMATED("est"),
    /** Apparent displacement of the height. */
    HEIGHT("height");

    private final String word;

    SeriesKind(String word) {
        this.word = word;
    }

    /** Returns the word of the series in names of bands: dis_WORD_date. */
    String word() {
        return word;
    }
}
