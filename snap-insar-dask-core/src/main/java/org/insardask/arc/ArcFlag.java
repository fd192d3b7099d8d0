package org.insardask.arc;

/** What a status says of an arc; a status is the sum of masks. */
public enum ArcFlag {
    /** The integers were estimated in full, and the parameters from them. */
    SOLVED(1, "solved", "Integers and parameters were estimated"),
    /** Solved, but the search was cut by probability. */
    NOT_PROVEN(2, "not_proven", "A better integer vector is very unlikely, but not excluded"),
    /** The search ended at its node limit; values are those of the best candidate found, if any. */
    NODE_LIMIT(4, "node_limit", "The search ended at its node limit; values are those of the best candidate found so far"),
    /** The pixel does not reach the quality threshold. */
    BELOW_THRESHOLD(8, "below_threshold", "The quality is worse than the threshold; not unwrapped"),
    /** There is no phase or no quality. */
    NO_DATA(16, "no_data", "No valid phase, or no valid quality"),
    /** The best candidate did not pass the acceptance test; the arc has no parameters and no unwrapped phase. */
    RATIO_TEST_REJECTED(32, "ratio_test_rejected", "The best candidate did not pass the ratio test"),
    /** There are not more epochs than parameters. */
    TOO_FEW_EPOCHS(64, "too_few_epochs", "Not more valid epochs than parameters"),
    /** The parameters cannot be separated, or the numbers overflow. */
    NUMERICAL_FAILURE(128, "numerical_failure", "The parameters cannot be separated with the valid epochs, or numbers overflow"),
    /** Partial resolution did not fix all ambiguities: parameters with the prior and without unwrapped phase, or nothing. */
    PARTLY_FIXED(256, "partly_fixed", "Only some ambiguities were fixed; parameters come from these and the prior, none where none was"),
    /** The phases contradict the model: no integer vector is likely. Values are those of the best candidate of a short look. */
    MODEL_REJECTED(512, "model_rejected", "No integers make the phases likely; values are those of the best candidate of a short look"),
    /** The success rate is below the minimum, so that no search was made. Values are those of the best candidate of a short look. */
    HOPELESS(1024, "hopeless", "The success rate is too low for a long search; values are those of the best candidate of a short one");

    private final int mask;
    private final String label;
    private final String description;

    ArcFlag(int mask, String label, String description) {
        this.mask = mask;
        this.label = label;
        this.description = description;
    }

    /** Returns the bit of the flag. */
    public int mask() {
        return mask;
    }

    /** Returns whether a status has the flag. */
    public boolean isSetIn(int status) {
        return (status & mask()) != 0;
    }

    /** Returns a short name, without blanks. */
    public String label() {
        return label;
    }

    /** Returns what the flag means. */
    public String description() {
        return description;
    }
}
