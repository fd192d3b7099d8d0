package org.insardask.embedded.desktop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.esa.snap.core.util.PropertyMap;

/** Preferences that last as long as the application. */
final class MemoryPropertyMap implements PropertyMap {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public String getPropertyString(String key, String defaultValue) {
        return values.getOrDefault(key, defaultValue);
    }

    @Override
    public void setPropertyString(String key, String value) {
        values.put(key, value);
    }

    @Override
    public Boolean getPropertyBool(String key, Boolean defaultValue) {
        String value = values.get(key);
        return value == null ? defaultValue : Boolean.valueOf(value);
    }

    @Override
    public void setPropertyBool(String key, Boolean value) {
        values.put(key, value.toString());
    }
}
