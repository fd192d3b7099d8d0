package org.insardask.embedded.graph;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esa.snap.core.gpf.OperatorException;

/**
 * Replaces <code>${name}</code>, and <code>$name</code> where there is such a variable, as SNAP does. Values are taken as they are.
 * Remembers which names were asked for. For one thread.
 */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{([^}]*)\\}|([\\p{L}_][\\p{L}\\p{N}_.]*))");

    private final Map<String, String> values;
    private final UnaryOperator<String> missing;
    private final Set<String> used = new LinkedHashSet<>();

    private Variables(Map<String, String> values, UnaryOperator<String> missing) {
        this.values = new TreeMap<>(values);
        this.missing = missing;
    }

    /** Variables with values; <code>${name}</code> without one is refused. */
    static Variables of(Map<String, String> values) {
        return new Variables(values, name -> {
            throw new OperatorException("The variable ${" + name + "} has no value; set it with -P" + name
                    + "=..., in the file of -p, or, for a source, with -S" + name + "=...");
        });
    }

    /** Variables that stay as they are where they have no value. */
    static Variables lenient(Map<String, String> values) {
        return new Variables(values, name -> "${" + name + "}");
    }

    String replace(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value(matcher)));
        }
        return matcher.appendTail(replaced).toString();
    }

    private String value(Matcher matcher) {
        boolean braces = matcher.group(1) != null;
        String name = braces ? matcher.group(1) : matcher.group(2);
        String value = values.get(name);
        if (value != null || braces) {
            used.add(name);
        }
        if (value == null) {
            return braces ? missing.apply(name) : matcher.group();
        }
        return value;
    }

    /** The names that were asked for, in that order. */
    Set<String> used() {
        return used;
    }
}
