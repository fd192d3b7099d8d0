package org.insardask.embedded.gpf;

import java.lang.reflect.Field;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.descriptor.ParameterDescriptor;

/** A parameter of an operator class: its annotation, and how its value is converted, checked and set. Immutable. */
public final class ParameterModel implements ParameterDescriptor {

    private final FieldAccess field;
    private final Parameter annotation;
    private final String operatorName;
    private final ParameterCheck check;

    ParameterModel(Field field, Parameter annotation, String operatorName) {
        this.field = new FieldAccess(field);
        this.annotation = annotation;
        this.operatorName = operatorName;
        check = new ParameterCheck(annotation);
    }

    /** The alias, or the field's name: what users write. */
    public String getPublicName() {
        return annotation.alias().isEmpty() ? field.name() : annotation.alias();
    }

    /** Sets the default value where there is one. */
    void setDefault(Operator operator) {
        if (!annotation.defaultValue().isEmpty()) {
            field.set(operator, fromText(annotation.defaultValue()));
        }
    }

    Object get(Operator operator) {
        return field.get(operator);
    }

    /** Sets a value of the field's type, or text that is converted to it; checks it. */
    void set(Operator operator, Object value) {
        Object converted = value instanceof CharSequence ? fromText(value.toString()) : value;
        if (converted == null && field.type().isPrimitive()) {
            throw failure(null, "needs a value");
        }
        if (converted != null && !ParameterText.box(field.type()).isInstance(converted)) {
            throw failure(converted, "is of type " + converted.getClass().getSimpleName() + ", but "
                    + ParameterText.typeName(field.type()) + " is expected");
        }
        requireValid(converted);
        field.set(operator, converted);
    }

    /** Throws where the value that the operator has is not allowed. */
    void validate(Operator operator) {
        requireValid(field.get(operator));
    }

    private void requireValid(Object value) {
        String problem = check.problem(value);
        if (problem != null) {
            throw failure(value, problem);
        }
    }

    private Object fromText(String text) {
        try {
            return ParameterText.parse(field.type(), text);
        } catch (IllegalArgumentException e) {
            throw failure(text, e.getMessage());
        }
    }

    private OperatorException failure(Object value, String problem) {
        String shown = value == null ? "" : " '" + ParameterText.format(value) + "'";
        return new OperatorException(String.format("Parameter '%s' of operator '%s':%s %s.",
                getPublicName(), operatorName, shown, problem));
    }

    /** The value as text, or null. */
    String format(Operator operator) {
        Object value = field.get(operator);
        return value == null ? null : ParameterText.format(value);
    }

    /** The values that are allowed: those of the annotation, or the constants of an enum; empty where any is. */
    @Override
    public String[] getValueSet() {
        return annotation.valueSet().length > 0 ? annotation.valueSet().clone() : ParameterText.enumNames(field.type());
    }

    /** The type in help texts, for example {@code double} or {@code string,string,string,...}. */
    public String getTypeName() {
        return ParameterText.typeName(field.type());
    }

    @Override
    public String getName() {
        return field.name();
    }

    @Override
    public String getAlias() {
        return Text.orNull(annotation.alias());
    }

    @Override
    public String getLabel() {
        return Text.orNull(annotation.label());
    }

    @Override
    public String getDescription() {
        return Text.orNull(annotation.description());
    }

    @Override
    public Class<?> getDataType() {
        return field.type();
    }

    @Override
    public String getItemAlias() {
        return Text.orNull(annotation.itemAlias());
    }

    @Override
    public String getDefaultValue() {
        return Text.orNull(annotation.defaultValue());
    }

    @Override
    public String getUnit() {
        return Text.orNull(annotation.unit());
    }

    @Override
    public String getInterval() {
        return Text.orNull(annotation.interval());
    }

    @Override
    public String getCondition() {
        return Text.orNull(annotation.condition());
    }

    @Override
    public String getPattern() {
        return Text.orNull(annotation.pattern());
    }

    @Override
    public String getFormat() {
        return Text.orNull(annotation.format());
    }

    @Override
    public boolean isNotNull() {
        return annotation.notNull();
    }

    @Override
    public boolean isNotEmpty() {
        return annotation.notEmpty();
    }

    @Override
    public boolean isDeprecated() {
        return field.isDeprecated();
    }

    @Override
    public Class<? extends RasterDataNode> getRasterDataNodeClass() {
        return annotation.rasterDataNodeType() == RasterDataNode.class ? null : annotation.rasterDataNodeType();
    }
}
