package org.insardask.embedded.cli;

/** Says that a command line cannot be understood. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
