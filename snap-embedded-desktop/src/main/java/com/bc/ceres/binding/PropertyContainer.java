package com.bc.ceres.binding;

import java.util.LinkedHashMap;
import java.util.Map;

/** A property set whose values stand in a map. Not safe for use by several threads. */
public class PropertyContainer implements PropertySet {

    private final Map<String, Property> properties = new LinkedHashMap<>();

    public PropertyContainer() {
    }

    /** Properties whose values are those of the map, which is written through. */
    public static PropertyContainer createMapBacked(Map<String, Object> map, PropertySetDescriptor descriptors) {
        PropertyContainer container = new PropertyContainer();
        for (String name : descriptors.getPropertyNames()) {
            container.properties.put(name, new Property(descriptors.getPropertyDescriptor(name), map));
        }
        return container;
    }

    @Override
    public Property[] getProperties() {
        return properties.values().toArray(new Property[0]);
    }

    @Override
    public boolean isPropertyDefined(String name) {
        return getProperty(name) != null;
    }

    @Override
    public Property getProperty(String name) {
        Property property = properties.get(name);
        if (property != null) {
            return property;
        }
        return properties.values().stream().filter(p -> name.equals(p.getDescriptor().getAlias())).findFirst().orElse(null);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as SNAP declares it
    public <T> T getValue(String name) {
        Property property = getProperty(name);
        return property == null ? null : property.getValue();
    }

    @Override
    public void setValue(String name, Object value) throws IllegalArgumentException {
        Property property = getProperty(name);
        if (property == null) {
            throw new IllegalArgumentException("Undefined property '" + name + "'");
        }
        try {
            property.setValue(value);
        } catch (ValidationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public PropertyDescriptor getDescriptor(String name) {
        Property property = getProperty(name);
        return property == null ? null : property.getDescriptor();
    }

    @Override
    public void setDefaultValues() throws IllegalStateException {
        for (Property property : properties.values()) {
            Object value = property.getDescriptor().getDefaultValue();
            if (value != null) {
                try {
                    property.setValue(value);
                } catch (ValidationException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }
        }
    }
}
