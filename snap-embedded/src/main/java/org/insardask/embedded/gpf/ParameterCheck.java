package org.insardask.embedded.gpf;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.esa.snap.core.gpf.annotations.Parameter;

/** Checks a parameter value against its annotation. Elements of arrays are checked one by one. Immutable. */
final class ParameterCheck {

    private final boolean notNull;
    private final boolean notEmpty;
    private final String[] valueSet;
    private final Interval interval;
    private final Pattern pattern;

    ParameterCheck(Parameter annotation) {
        notNull = annotation.notNull();
        notEmpty = annotation.notEmpty();
        valueSet = annotation.valueSet();
        interval = annotation.interval().isEmpty() ? null : Interval.parse(annotation.interval());
        pattern = annotation.pattern().isEmpty() ? null : Pattern.compile(annotation.pattern());
    }

    /** What is wrong with the value, or null. */
    String problem(Object value) {
        if (value == null) {
            return notNull ? "has to be set" : null;
        }
        if (notEmpty && isEmpty(value)) {
            return "must not be empty";
        }
        if (!value.getClass().isArray()) {
            return elementProblem(value);
        }
        int length = Array.getLength(value);
        String problem = null;
        for (int i = 0; i < length && problem == null; i++) {
            String ofElement = elementProblem(Array.get(value, i));
            problem = ofElement == null || length == 1 ? ofElement : "has '" + text(Array.get(value, i)) + "', which " + ofElement;
        }
        return problem;
    }

    private static boolean isEmpty(Object value) {
        return value.getClass().isArray() ? Array.getLength(value) == 0 : value.toString().isBlank();
    }

    private static String text(Object element) {
        return element == null ? "" : ParameterText.format(element);
    }

    private String elementProblem(Object element) {
        String text = text(element);
        if (valueSet.length > 0 && !Arrays.asList(valueSet).contains(text)) {
            return "is not one of " + String.join(", ", valueSet);
        }
        if (interval != null && element instanceof Number number && !interval.contains(number.doubleValue())) {
            return "is not in the interval " + interval;
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            return "does not match the pattern " + pattern;
        }
        return null;
    }
}
