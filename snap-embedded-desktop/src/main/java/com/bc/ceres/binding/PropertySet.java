package com.bc.ceres.binding;

/** A set of named values. */
public interface PropertySet {

    Property[] getProperties();

    boolean isPropertyDefined(String name);

    /** The property of this name, or null. */
    Property getProperty(String name);

    /** The value of this property; null where there is no such property. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as SNAP declares it
    <T> T getValue(String name) throws ClassCastException;

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException where there is no such property, or the value is not allowed
     */
    void setValue(String name, Object value) throws IllegalArgumentException;

    /**
     * Gives every property that has a default its default; the others stay as they are.
     *
     * @throws IllegalStateException where a default is not allowed
     */
    void setDefaultValues() throws IllegalStateException;

    PropertyDescriptor getDescriptor(String name);
}
