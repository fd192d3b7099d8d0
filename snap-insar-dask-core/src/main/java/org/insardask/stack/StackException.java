package org.insardask.stack;

/**
 * The sources are not the stack that was asked for. The message names the product or band and what was expected.
 */
public class StackException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
