package org.insardask.vector;

import java.io.IOException;

/** A polygon file that cannot be used; the message is one line that names the file and what was expected. */
public final class VectorFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with its line. */
    public VectorFileException(String message) {
        super(message);
    }

    /** Creates an exception with its line and the failure behind it. */
    public VectorFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
