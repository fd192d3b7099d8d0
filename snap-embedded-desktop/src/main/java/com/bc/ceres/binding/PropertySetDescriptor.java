package com.bc.ceres.binding;

/** Describes the properties of a set. */
public interface PropertySetDescriptor {

    String[] getPropertyNames();

    /** The description of the property of this name, or null. */
    PropertyDescriptor getPropertyDescriptor(String propertyName);
}
