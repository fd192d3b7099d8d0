package org.insardask.embedded.gpf;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** Reads and sets a private field of an operator. */
final class FieldAccess {

    private final Field field;

    FieldAccess(Field field) {
        if (Modifier.isFinal(field.getModifiers()) || Modifier.isStatic(field.getModifiers())) {
            throw new OperatorException("Field " + field.getDeclaringClass().getName() + "." + field.getName()
                    + " is annotated, so it must be neither final nor static.");
        }
        field.setAccessible(true);
        this.field = field;
    }

    String name() {
        return field.getName();
    }

    Class<?> type() {
        return field.getType();
    }

    boolean isDeprecated() {
        return field.isAnnotationPresent(Deprecated.class);
    }

    Object get(Operator operator) {
        try {
            return field.get(operator);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Operator operator, Object value) {
        try {
            field.set(operator, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
