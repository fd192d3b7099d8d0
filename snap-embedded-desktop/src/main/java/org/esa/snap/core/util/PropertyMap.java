package org.esa.snap.core.util;

/** Preferences: texts and numbers by name. */
public interface PropertyMap {

    String getPropertyString(String key, String defaultValue);

    void setPropertyString(String key, String value);

    Boolean getPropertyBool(String key, Boolean defaultValue);

    void setPropertyBool(String key, Boolean value);
}
