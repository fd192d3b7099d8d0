package org.esa.snap.core.gpf.graph;

/** A graph cannot be built or run. */
public class GraphException extends Exception {

    public GraphException(String message) {
        super(message);
    }

    public GraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
