package org.insardask.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the values of one attribute and finds the type that all of them fit: integers and floats become floats, any other mixture texts.
 * Texts are trimmed; an empty text is no value.
 */
final class AttributeBuilder {
    private final String name;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final BitSet present = new BitSet();
    private long[] values = new long[64];
    private int size;
    private AttributeType type;
    private AttributeType declared = AttributeType.FLOAT;

    AttributeBuilder(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Sets the type of an attribute without any value. */
    void declare(AttributeType declaredType) {
        declared = declaredType;
    }

    /** Begins the next feature, without a value. */
    void next() {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = 0;
    }

    void setInteger(long value) {
        switch (typeFor(AttributeType.INTEGER)) {
            case INTEGER -> put(value);
            case FLOAT -> put(Double.doubleToRawLongBits((double) value));
            default -> putText(Long.toString(value));
        }
    }

    /** Sets a float; NaN is no value. */
    void setFloat(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (typeFor(AttributeType.FLOAT) == AttributeType.FLOAT) {
            put(Double.doubleToRawLongBits(value));
        } else {
            putText(Double.toString(value));
        }
    }

    void setBoolean(boolean value) {
        if (typeFor(AttributeType.BOOLEAN) == AttributeType.BOOLEAN) {
            put(value ? 1 : 0);
        } else {
            putText(Boolean.toString(value));
        }
    }

    void setText(String value) {
        String text = value.strip();
        if (!text.isEmpty()) {
            typeFor(AttributeType.STRING);
            putText(text);
        }
    }

    Attribute build() {
        return new Attribute(name, type == null ? declared : type, Arrays.copyOf(values, size), present, List.copyOf(texts));
    }

    private void put(long value) {
        values[size - 1] = value;
        present.set(size - 1);
    }

    private void putText(String text) {
        put(code(text));
    }

    private int code(String text) {
        Integer code = codes.putIfAbsent(text, texts.size());
        if (code == null) {
            texts.add(text);
            return texts.size() - 1;
        }
        return code;
    }

    /** Returns the type that the values so far and one of another type fit, after turning the values so far into it. */
    private AttributeType typeFor(AttributeType other) {
        if (type == null) {
            type = other;
        } else if (type != other && type != AttributeType.STRING) {
            boolean numbers = type != AttributeType.BOOLEAN && (other == AttributeType.INTEGER || other == AttributeType.FLOAT);
            if (!numbers) {
                turnToTexts();
            } else if (type == AttributeType.INTEGER) {
                turnToFloats();
            }
        }
        return type;
    }

    private void turnToFloats() {
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            values[i] = Double.doubleToRawLongBits((double) values[i]);
        }
        type = AttributeType.FLOAT;
    }

    private void turnToTexts() {
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            values[i] = code(textOf(values[i]));
        }
        type = AttributeType.STRING;
    }

    private String textOf(long value) {
        return switch (type) {
            case FLOAT -> Double.toString(Double.longBitsToDouble(value));
            case BOOLEAN -> Boolean.toString(value != 0);
            default -> Long.toString(value);
        };
    }
}
