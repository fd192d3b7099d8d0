package org.esa.snap.core.gpf.descriptor;

/** Anything of an operator that has a name. */
public interface ElementDescriptor {

    /** The name in the code. */
    String getName();

    /** The public name, or null where it is the name in the code. */
    String getAlias();

    /** A name for people, or null. */
    String getLabel();

    /** A description, or null. */
    String getDescription();
}
