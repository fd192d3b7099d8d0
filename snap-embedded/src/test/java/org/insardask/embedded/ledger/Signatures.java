package org.insardask.embedded.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the public and protected members of a class as javap does. */
final class Signatures {

    private Signatures() {
    }

    static List<String> of(Class<?> type) throws IllegalAccessException {
        List<String> lines = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                lines.add(field(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic()) {
                lines.add(modifiers(constructor) + typeVariables(constructor) + type.getName() + tail(constructor));
            }
        }
        addMethods(type, lines);
        for (Class<?> hidden = type.getSuperclass(); isHidden(hidden); hidden = hidden.getSuperclass()) {
            addMethods(hidden, lines);
        }
        return lines;
    }

    /** Visible methods of a superclass that is not visible belong to the class itself. */
    private static boolean isHidden(Class<?> superclass) {
        return superclass != null && !isVisible(superclass.getModifiers());
    }

    private static void addMethods(Class<?> type, List<String> lines) {
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
                lines.add(method(method));
            }
        }
    }

    static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String method(Method method) {
        return modifiers(method) + (method.isDefault() ? "default " : "") + typeVariables(method)
                + method.getGenericReturnType().getTypeName() + " " + method.getName() + tail(method);
    }

    /** A field; with its value where javac would copy that into the classes that use it. */
    private static String field(Field field) throws IllegalAccessException {
        int modifiers = field.getModifiers();
        String line = Modifier.toString(modifiers & ~(Modifier.VOLATILE | Modifier.TRANSIENT)) + " "
                + field.getGenericType().getTypeName() + " " + field.getName();
        boolean inlined = Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers)
                && (field.getType().isPrimitive() || field.getType() == String.class);
        if (!inlined) {
            return line;
        }
        field.setAccessible(true);
        return line + " = " + constant(field.get(null));
    }

    private static String constant(Object value) {
        if (value instanceof String) {
            return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Float) {
            return value + "f";
        }
        if (value instanceof Double) {
            return value + "d";
        }
        return value instanceof Long ? value + "l" : String.valueOf(value);
    }

    private static String modifiers(Executable executable) {
        int shown = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
        String text = Modifier.toString(executable.getModifiers() & shown);
        return text + " ";
    }

    private static String typeVariables(Executable executable) {
        TypeVariable<?>[] variables = executable.getTypeParameters();
        if (variables.length == 0) {
            return "";
        }
        return Stream.of(variables).map(Signatures::typeVariable).collect(Collectors.joining(", ", "<", "> "));
    }

    private static String typeVariable(TypeVariable<?> variable) {
        String bounds = names(variable.getBounds(), " & ");
        return bounds.equals("java.lang.Object") ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    private static String tail(Executable executable) {
        String parameters = names(executable.getGenericParameterTypes(), ", ");
        if (executable.isVarArgs()) {
            parameters = parameters.substring(0, parameters.length() - 2) + "...";
        }
        Type[] exceptions = executable.getGenericExceptionTypes();
        return "(" + parameters + ")" + (exceptions.length == 0 ? "" : " throws " + names(exceptions, ", "));
    }

    private static String names(Type[] types, String separator) {
        return Stream.of(types).map(Type::getTypeName).collect(Collectors.joining(separator));
    }
}
