package org.esa.snap.core.dataio;

/** A file is not of the format that the reader knows. */
public class IllegalFileFormatException extends ProductIOException {

    private static final long serialVersionUID = 1L;

    public IllegalFileFormatException() {
    }

    public IllegalFileFormatException(String message) {
        super(message);
    }
}
