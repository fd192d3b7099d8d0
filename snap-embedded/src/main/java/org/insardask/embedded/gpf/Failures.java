package org.insardask.embedded.gpf;

import org.esa.snap.core.gpf.OperatorException;

/** Turns what operators throw into one exception with a message that says where. */
final class Failures {

    private Failures() {
    }

    /** Runs a part of an operator; what is not an {@link OperatorException} becomes one that names the operator. */
    static void guard(String operatorId, Runnable part) {
        try {
            part.run();
        } catch (OperatorException e) {
            throw e;
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new OperatorException("Operator '" + operatorId + "' failed: " + message, e);
        }
    }
}
