package com.bc.ceres.binding;

/** Describes a property: its name, type, default and how it is shown. */
public class PropertyDescriptor {

    private final String name;
    private final Class<?> type;
    private String displayName;
    private String alias;
    private String unit;
    private String description;
    private Object defaultValue;
    private boolean notNull;

    public PropertyDescriptor(String name, Class<?> type) {
        this.name = name;
        this.type = type;
    }

    public String getName() {
        return name;
    }

    /** The type; a primitive one is never given, but its box. */
    public Class<?> getType() {
        return type;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /** The name in files where it is another one, or null. */
    public String getAlias() {
        return alias;
    }

    public void setAlias(String alias) {
        this.alias = alias;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Object getDefaultValue() {
        return defaultValue;
    }

    public void setDefaultValue(Object defaultValue) {
        this.defaultValue = defaultValue;
    }

    public boolean isNotNull() {
        return notNull;
    }

    public void setNotNull(boolean notNull) {
        this.notNull = notNull;
    }
}
