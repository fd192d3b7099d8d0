package org.esa.snap.core.gpf;

/** Says that an operator stopped because it was asked to. */
public class OperatorCancelException extends OperatorException {

    /** With a message. */
    public OperatorCancelException(String message) {
        super(message);
    }
}
