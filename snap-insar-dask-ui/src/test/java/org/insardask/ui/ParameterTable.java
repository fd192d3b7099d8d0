package org.insardask.ui;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.OperatorSpiRegistry;
import org.esa.snap.core.gpf.annotations.Parameter;

/** The table of an operator's parameters as its help page has to hold it, made from the annotations. */
final class ParameterTable {

    private ParameterTable() {
    }

    /** Names of the operators of this project. */
    static List<String> operators() {
        List<String> names = new ArrayList<>();
        OperatorSpiRegistry registry = registry();
        for (OperatorSpi spi : registry.getOperatorSpis()) {
            if (spi.getOperatorClass().getName().startsWith("org.insardask.op.")) {
                names.add(spi.getOperatorAlias());
            }
        }
        return names.stream().sorted().distinct().toList();
    }

    static List<Field> parameters(String operator) {
        List<Field> parameters = new ArrayList<>();
        for (Field field : registry().getOperatorSpi(operator).getOperatorClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Parameter.class)) {
                parameters.add(field);
            }
        }
        return parameters;
    }

    static String name(Field field) {
        String alias = field.getAnnotation(Parameter.class).alias();
        return alias.isEmpty() ? field.getName() : alias;
    }

    static String html(String operator) {
        StringBuilder table = new StringBuilder("""
                <table border="1" cellpadding="3" cellspacing="0">
                <tr><th width="22%">Parameter</th><th width="16%">Default</th><th width="10%">Unit</th><th width="52%">Meaning</th></tr>
                """);
        for (Field field : parameters(operator)) {
            Parameter parameter = field.getAnnotation(Parameter.class);
            table.append("<tr><td>").append(escaped(parameter.label())).append("<br><code>").append(name(field)).append("</code></td><td>")
                    .append(escaped(defaultOf(parameter))).append("</td><td>").append(escaped(parameter.unit())).append("</td><td>")
                    .append(escaped(meaning(field, parameter))).append("</td></tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    private static String defaultOf(Parameter parameter) {
        if (parameter.defaultValue().isEmpty() && (parameter.notNull() || parameter.notEmpty())) {
            return "required";
        }
        return parameter.defaultValue().replace(",", ", ");
    }

    private static String meaning(Field field, Parameter parameter) {
        StringBuilder text = new StringBuilder(parameter.description());
        if (parameter.valueSet().length > 0) {
            text.append(field.getType().isArray() ? " Any of: " : " One of: ").append(String.join(", ", parameter.valueSet())).append('.');
        }
        if (!parameter.interval().isEmpty()) {
            text.append(" Range: ").append(parameter.interval()).append('.');
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static OperatorSpiRegistry registry() {
        OperatorSpiRegistry registry = GPF.getDefaultInstance().getOperatorSpiRegistry();
        registry.loadOperatorSpis();
        return registry;
    }
}
