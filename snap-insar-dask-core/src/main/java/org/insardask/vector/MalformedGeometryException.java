package org.insardask.vector;

/** Bytes that are no geometry; the message says in a few words why. */
final class MalformedGeometryException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedGeometryException(String message) {
        super(message);
    }
}
