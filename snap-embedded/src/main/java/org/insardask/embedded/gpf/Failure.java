package org.insardask.embedded.gpf;

import org.esa.snap.core.gpf.OperatorCancelException;
import org.esa.snap.core.gpf.OperatorException;

/** Collects the failures of several threads and throws the one that says why: a cancellation only where there is nothing else. */
final class Failure {

    private Throwable first;

    void add(Throwable cause) {
        if (first == null || (first instanceof OperatorCancelException && !(cause instanceof OperatorCancelException))) {
            first = cause;
        }
    }

    void throwIfAny() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first != null) {
            throw new OperatorException(first);
        }
    }
}
