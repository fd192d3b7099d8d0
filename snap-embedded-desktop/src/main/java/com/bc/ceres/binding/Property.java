package com.bc.ceres.binding;

import java.util.Map;
import org.insardask.embedded.gpf.ParameterText;

/** A named value in a map, with its description. */
public class Property {

    private final PropertyDescriptor descriptor;
    private final Map<String, Object> map;

    Property(PropertyDescriptor descriptor, Map<String, Object> map) {
        this.descriptor = descriptor;
        this.map = map;
    }

    public PropertyDescriptor getDescriptor() {
        return descriptor;
    }

    public String getName() {
        return descriptor.getName();
    }

    public Class<?> getType() {
        return descriptor.getType();
    }

    /** The value as it stands in the map, or null. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as SNAP declares it
    public <T> T getValue() {
        return (T) map.get(getName());
    }

    /**
     * Sets the value; null takes it out of the map.
     *
     * @throws ValidationException where the value is not of the type of the property, or null and must not be
     */
    public void setValue(Object value) throws ValidationException {
        validate(value);
        if (value == null) {
            map.remove(getName());
        } else {
            map.put(getName(), value);
        }
    }

    /** Throws an exception where the value is not of the type of the property, or null and must not be. */
    public void validate(Object value) throws ValidationException {
        if (value == null ? descriptor.isNotNull() : !getType().isInstance(value)) {
            throw new ValidationException("Value for '" + descriptor.getDisplayName() + "' must "
                    + (value == null ? "not be null." : "be of type '" + getType().getSimpleName() + "'."));
        }
    }

    public String getValueAsText() {
        Object value = getValue();
        return value == null ? "" : ParameterText.format(value);
    }

    /**
     * Sets the value that the text stands for.
     *
     * @throws ValidationException where the text is no value of the type
     */
    public void setValueFromText(String text) throws ValidationException {
        try {
            setValue(ParameterText.parse(getType(), text));
        } catch (IllegalArgumentException e) {
            throw new ValidationException("Value for '" + descriptor.getDisplayName() + "' is invalid.\n'" + e.getMessage() + "'", e);
        }
    }
}
