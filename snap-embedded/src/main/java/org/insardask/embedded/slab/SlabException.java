package org.insardask.embedded.slab;

/** Says in one line why a run in slabs cannot begin or go on. */
public final class SlabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the line. */
    public SlabException(String message) {
        super(message);
    }

    /** With the line and what caused it. */
    public SlabException(String message, Throwable cause) {
        super(message, cause);
    }
}
