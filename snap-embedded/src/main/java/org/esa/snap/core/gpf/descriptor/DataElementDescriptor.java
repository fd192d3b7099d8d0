package org.esa.snap.core.gpf.descriptor;

/** An element that holds a value. */
public interface DataElementDescriptor extends ElementDescriptor {

    /** The type of the value. */
    Class<?> getDataType();
}
