package org.insardask.ui.dialog;

import com.bc.ceres.binding.Property;
import com.bc.ceres.binding.PropertySet;
import com.bc.ceres.binding.ValidationException;
import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of parameters as texts, the way SNAP writes them into graphs and parameter files. Behind them stands SNAP's map of typed
 * values. For one thread.
 */
final class ParameterValues {

    private final PropertySet properties;
    private final Map<String, Object> given;

    /**
     * Values of a node.
     *
     * @param properties the properties of the operator
     * @param given the map behind them; a property of a primitive type that it lacks says 0 or false
     */
    ParameterValues(PropertySet properties, Map<String, Object> given) {
        this.properties = properties;
        this.given = given;
    }

    boolean has(String name) {
        return properties.isPropertyDefined(name);
    }

    /** The value as text; empty where there is none. */
    String text(String name) {
        Property property = properties.getProperty(name);
        return property.getValue() == null ? "" : property.getValueAsText();
    }

    /** Gives a default to every parameter that has no value: a graph need not name them. */
    void fillDefaults() {
        for (Property property : properties.getProperties()) {
            Object value = property.getDescriptor().getDefaultValue();
            if (given.get(property.getName()) == null && value != null) {
                properties.setValue(property.getName(), value);
            }
        }
    }

    /**
     * Sets a value.
     *
     * @return why the text is no value, in SNAP's words; empty where it is one. The value is then as it was.
     */
    Optional<String> put(String name, String text) {
        Property property = properties.getProperty(name);
        try {
            if (text.isEmpty() && property.getType().isArray()) {
                property.setValue(Array.newInstance(property.getType().getComponentType(), 0));
            } else {
                property.setValueFromText(text);
            }
            return Optional.empty();
        } catch (ValidationException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** All values that are there, typed, by name. */
    Map<String, Object> typed() {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (Property property : properties.getProperties()) {
            Object value = property.getValue();
            if (value != null && !isEmptyArrayWithoutDefault(property, value)) {
                typed.put(property.getName(), value);
            }
        }
        return typed;
    }

    /** All values as texts, by name: equal where the values are. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Property property : properties.getProperties()) {
            texts.put(property.getName(), text(property.getName()));
        }
        return texts;
    }

    private static boolean isEmptyArrayWithoutDefault(Property property, Object value) {
        return property.getDescriptor().getDefaultValue() == null && value.getClass().isArray() && Array.getLength(value) == 0;
    }
}
