package org.insardask.ui.dialog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out which parameters a message is about. */
final class NamedParameters {

    private NamedParameters() {
    }

    /**
     * The names of the parameters that the message names, by name or in quotes by label. Where it begins with one of them, that one alone:
     * the others are what was expected of it. {@code Its bands are ...} tells of a product, not of a parameter.
     */
    static Set<String> in(String message, Collection<ParameterInfo> parameters) {
        Set<String> found = new LinkedHashSet<>();
        for (ParameterInfo parameter : parameters) {
            String name = parameter.name();
            if (Pattern.compile("^" + name + "\\b").matcher(message).find()) {
                return Set.of(name);
            }
            if (names(message, parameter)) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean names(String message, ParameterInfo parameter) {
        boolean byLabel = List.of("'" + parameter.label() + "'", "\"" + parameter.label() + "\"").stream().anyMatch(message::contains);
        String alone = "(?<![\\w.'-])(?<!Its )" + Pattern.quote(parameter.name()) + "(?![\\w.'-])";
        return byLabel || Pattern.compile(alone).matcher(message).find();
    }
}
