package org.esa.snap.core.dataio;

import java.io.IOException;

/** A product cannot be read or written. */
public class ProductIOException extends IOException {

    private static final long serialVersionUID = 1L;

    public ProductIOException() {
    }

    public ProductIOException(String message) {
        super(message);
    }

    public ProductIOException(String message, Throwable cause) {
        super(message, cause);
    }
}
