package org.insardask.embedded.io;

import java.util.Objects;

/**
 * What a run is, for the outputs that it writes. Immutable.
 *
 * @param fingerprint equal for runs that write the same bytes: graph, parameters, sources, version. Empty where nobody knows: then
 *     finished tiles are not recorded
 * @param resume whether to go on with what an interrupted run of the same fingerprint left, and to leave what is finished where this run
 *     is interrupted
 */
public record RunIdentity(String fingerprint, boolean resume) {
    /** A run that cannot be resumed. */
    public static final RunIdentity UNKNOWN = new RunIdentity("", false);

    /** Checks that there is a fingerprint. */
    public RunIdentity {
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** Returns whether finished tiles are recorded. */
    boolean isRecorded() {
        return !fingerprint.isEmpty();
    }
}
