package org.insardask.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the values of one attribute and finds the type that all of them fit: integers and floats become floats, any other mixture texts.
 * Texts are trimmed; an empty text is no value. Where a format has no types, texts can be taken for what they look like.
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
    private boolean untyped;

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

    /** Says that the file gives texts only: where all of them are numbers, they become numbers. */
    void inferType() {
        untyped = true;
        declared = AttributeType.STRING;
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

    /**
     * Sets a value that is written as text.
     *
     * @param type its type, null for a text that may look like something else
     * @throws NumberFormatException where it is not of the type
     */
    void setTyped(String value, AttributeType type) {
        if (type == AttributeType.INTEGER) {
            setInteger(Long.parseLong(value));
        } else if (type == AttributeType.FLOAT) {
            setFloat(Double.parseDouble(value));
        } else if (type == AttributeType.BOOLEAN && value.matches("(?i)true|1")) {
            setBoolean(true);
        } else if (type == AttributeType.BOOLEAN && value.matches("(?i)false|0")) {
            setBoolean(false);
        } else if (type == AttributeType.BOOLEAN) {
            throw new NumberFormatException(value);
        } else {
            untyped &= type == null;
            setText(value);
        }
    }

    /** True where the value of the last feature is a text with a character. */
    boolean lastTextHas(char character) {
        return type == AttributeType.STRING && present.get(size - 1) && texts.get((int) values[size - 1]).indexOf(character) >= 0;
    }

    Attribute build() {
        if (untyped && type == AttributeType.STRING) {
            turnToWhatTextsLookLike();
        }
        return new Attribute(name, type == null ? declared : type, Arrays.copyOf(values, size), present, List.copyOf(texts));
    }

    /** Whole numbers without leading zeros, which codes have, become integers; other numbers floats. */
    private void turnToWhatTextsLookLike() {
        boolean whole = texts.stream().allMatch(NumberText::isInteger);
        if (!whole && !texts.stream().allMatch(NumberText::isNumber)) {
            return;
        }
        type = whole ? AttributeType.INTEGER : AttributeType.FLOAT;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            String text = texts.get((int) values[i]);
            values[i] = whole ? Long.parseLong(text) : Double.doubleToRawLongBits(Double.parseDouble(text));
        }
        texts.clear();
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
