package org.insardask.slc;

/**
 * What is taken for the daughter of an interferogram.
 */
public enum Convention {
    /** daughter = conj(ifg / mother), the inverse of SNAP's ifg = mother * conj(daughter). */
    SNAP("conj(ifg / mother)"),
    /**
     * daughter = ifg / mother, as the {@code ifg_to_slc} of DePSI. For an interferogram in SNAP's order this is the conjugate of
     * the acquired image: the amplitude is the same and the phase has the other sign.
     */
    RATIO("ifg / mother");

    private final String formula;

    Convention(String formula) {
        this.formula = formula;
    }

    /** The formula as text. */
    public String formula() {
        return formula;
    }
}
