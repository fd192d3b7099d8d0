package org.esa.snap.core.gpf;

/** Says that an operator cannot do its work, and why. */
public class OperatorException extends RuntimeException {

    /** With a message that names the thing and what was expected. */
    public OperatorException(String message) {
        super(message);
    }

    /** With a message and the cause. */
    public OperatorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With the message of the cause. */
    public OperatorException(Throwable cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }
}
