package org.insardask.ui.dialog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.gpf.descriptor.OperatorDescriptor;
import org.esa.snap.core.gpf.descriptor.ParameterDescriptor;

/**
 * A parameter as its operator declares it.
 *
 * @param name its name
 * @param label what to call it
 * @param unit its unit, or empty
 * @param description one or more sentences, or empty
 * @param values the words that are allowed; empty where any text is
 * @param type the type of its value
 */
record ParameterInfo(String name, String label, String unit, String description, List<String> values, Class<?> type) {

    ParameterInfo {
        values = List.copyOf(values);
    }

    /** The parameters of an operator by name, in its order. */
    static Map<String, ParameterInfo> of(OperatorDescriptor operator) {
        Map<String, ParameterInfo> infos = new LinkedHashMap<>();
        for (ParameterDescriptor parameter : operator.getParameterDescriptors()) {
            infos.put(parameter.getName(), of(parameter));
        }
        return infos;
    }

    private static ParameterInfo of(ParameterDescriptor parameter) {
        String label = parameter.getLabel();
        String[] values = parameter.getValueSet();
        return new ParameterInfo(parameter.getName(), label == null || label.isBlank() ? parameter.getName() : label,
                textOf(parameter.getUnit()), textOf(parameter.getDescription()), values == null ? List.of() : List.of(values),
                parameter.getDataType());
    }

    boolean isArray() {
        return type.isArray();
    }

    boolean isFlag() {
        return type == boolean.class || type == Boolean.class;
    }

    private static String textOf(String text) {
        return text == null ? "" : text;
    }
}
