package com.bc.ceres.binding;

import java.util.LinkedHashMap;
import java.util.Map;

/** Descriptions of properties in the order in which they were added. */
public class DefaultPropertySetDescriptor implements PropertySetDescriptor {

    private final Map<String, PropertyDescriptor> descriptors = new LinkedHashMap<>();

    public DefaultPropertySetDescriptor() {
    }

    @Override
    public String[] getPropertyNames() {
        return descriptors.keySet().toArray(new String[0]);
    }

    @Override
    public PropertyDescriptor getPropertyDescriptor(String propertyName) {
        return descriptors.get(propertyName);
    }

    public void addPropertyDescriptor(PropertyDescriptor descriptor) {
        descriptors.put(descriptor.getName(), descriptor);
    }
}
