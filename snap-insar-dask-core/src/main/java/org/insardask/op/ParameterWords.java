package org.insardask.op;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.esa.snap.core.gpf.OperatorException;

/** Words of parameters as constants, in capitals or not. */
final class ParameterWords {

    private ParameterWords() {
    }

    /**
     * Returns the constant of a word.
     *
     * @throws OperatorException that names the parameter, the word and what was expected
     */
    static <E extends Enum<E>> E one(Class<E> type, String word, String parameter) {
        if (word == null || word.isBlank()) {
            throw new OperatorException(parameter + " is empty, expected one of " + expected(type));
        }
        try {
            return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new OperatorException(parameter + ": '" + word + "' is not known, expected " + expected(type), e);
        }
    }

    /**
     * Returns the constants of some words.
     *
     * @throws OperatorException that names the parameter and what was expected, also where there is no word
     */
    static <E extends Enum<E>> Set<E> set(Class<E> type, String[] words, String parameter) {
        Set<E> set = EnumSet.noneOf(type);
        for (String word : words == null ? new String[0] : words) {
            set.add(one(type, word, parameter));
        }
        if (set.isEmpty()) {
            throw new OperatorException(parameter + " is empty, expected some of " + expected(type));
        }
        return set;
    }

    private static String expected(Class<?> type) {
        return Arrays.toString(type.getEnumConstants());
    }
}
