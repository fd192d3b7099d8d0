package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.io.File;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.function.Function;

/**
 * Text to parameter values and back, as SNAP's value converters do it: arrays are separated by commas (a comma inside an element is
 * written <code>&#92;u002C</code>), rectangles are {@code x,y,width,height}, numbers may start with a plus sign, and empty text is
 * no value. Truth values are true and false alone: what else SNAP's gpt takes for false without a word is refused.
 */
public final class ParameterText {

    private static final String ESCAPED_COMMA = "\\u002C";

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
            short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
            double.class, Double.class, char.class, Character.class);

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            String.class, text -> text,
            File.class, File::new,
            Byte.class, Byte::valueOf,
            Short.class, Short::valueOf,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            Float.class, Float::valueOf,
            Double.class, Double::valueOf,
            Boolean.class, ParameterText::parseBoolean,
            Rectangle.class, ParameterText::parseRectangle);

    private ParameterText() {
    }

    /** The value, or null for empty text. Throws an {@link IllegalArgumentException} that says why the text is no value of the type. */
    public static Object parse(Class<?> type, String text) {
        if (text.isEmpty()) {
            return type == String.class ? "" : null;
        }
        return type.isArray() ? parseArray(type.getComponentType(), text) : parseScalar(box(type), text);
    }

    private static Object parseArray(Class<?> component, String text) {
        StringTokenizer tokens = new StringTokenizer(text, ",");
        Object array = Array.newInstance(component, tokens.countTokens());
        for (int i = 0; tokens.hasMoreTokens(); i++) {
            String token = tokens.nextToken().replace(ESCAPED_COMMA, ",");
            Array.set(array, i, parseScalar(box(component), token.trim()));
        }
        return array;
    }

    private static Object parseScalar(Class<?> type, String text) {
        if (type.isEnum()) {
            return parseEnum(type, text.trim());
        }
        Function<String, Object> parser = PARSERS.get(type);
        if (parser == null) {
            throw new IllegalArgumentException("cannot be converted to a " + type.getSimpleName());
        }
        try {
            return parser.apply(Number.class.isAssignableFrom(type) ? withoutPlus(text.trim()) : text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(type == Rectangle.class ? "is not a rectangle, expected x,y,width,height"
                    : "is not a number of type " + typeName(type), e);
        }
    }

    private static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    private static Object parseEnum(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("is not one of " + String.join(", ", enumNames(type)));
    }

    private static Object parseBoolean(String text) {
        String value = text.trim().toLowerCase(Locale.ENGLISH);
        if (value.equals("true")) {
            return true;
        }
        if (value.equals("false")) {
            return false;
        }
        throw new IllegalArgumentException("is neither true nor false");
    }

    private static Object parseRectangle(String text) {
        String[] parts = text.split("\\s*,\\s*");
        if (parts.length != 4) {
            throw new IllegalArgumentException("is not of the form x,y,width,height");
        }
        int[] v = Arrays.stream(parts).mapToInt(part -> Integer.parseInt(part.trim())).toArray();
        return new Rectangle(v[0], v[1], v[2], v[3]);
    }

    /** The value as text, such that {@link #parse} gives the value back. */
    public static String format(Object value) {
        if (value.getClass().isArray()) {
            StringJoiner joined = new StringJoiner(",");
            for (int i = 0; i < Array.getLength(value); i++) {
                Object element = Array.get(value, i);
                joined.add(element == null ? "" : format(element).replace(",", ESCAPED_COMMA));
            }
            return joined.toString();
        }
        if (value instanceof Rectangle r) {
            return r.x + "," + r.y + "," + r.width + "," + r.height;
        }
        if (value instanceof File file) {
            return file.getPath();
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    static Class<?> box(Class<?> type) {
        return BOXES.getOrDefault(type, type);
    }

    /** The constants of an enum or of an array of one; empty for other types. */
    static String[] enumNames(Class<?> type) {
        Class<?> scalar = type.isArray() ? type.getComponentType() : type;
        return scalar.isEnum()
                ? Arrays.stream(scalar.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toArray(String[]::new)
                : new String[0];
    }

    /** The type as help texts name it. */
    static String typeName(Class<?> type) {
        if (type.isArray()) {
            String item = typeName(type.getComponentType());
            return item + "," + item + "," + item + ",...";
        }
        String name = type.getSimpleName();
        if (type == Integer.class) {
            return "int";
        }
        return box(type) == type && !PARSERS.containsKey(type) ? name : name.toLowerCase(Locale.ENGLISH);
    }
}
