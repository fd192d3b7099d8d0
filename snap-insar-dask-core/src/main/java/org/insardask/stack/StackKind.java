package org.insardask.stack;

/**
 * What the epochs of a stack hold.
 */
public enum StackKind {
    /** Single look complex images. */
    SLC,
    /** Interferograms mother * conj(daughter). */
    INTERFEROGRAMS
}
