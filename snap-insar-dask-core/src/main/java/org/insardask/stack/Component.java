package org.insardask.stack;

/**
 * The two bands of a complex sample.
 */
public enum Component {
    /** The real part, {@code i_}. */
    REAL("i", "real"),
    /** The imaginary part, {@code q_}. */
    IMAGINARY("q", "imaginary");

    private final String prefix;
    private final String unit;

    Component(String prefix, String unit) {
        this.prefix = prefix;
        this.unit = unit;
    }

    /** First word of the band's name. */
    public String prefix() {
        return prefix;
    }

    /** Unit of the band, as SNAP's operators look for it. */
    public String unit() {
        return unit;
    }

    static Component ofPrefix(String prefix) {
        return prefix.equals(REAL.prefix) ? REAL : IMAGINARY;
    }
}
