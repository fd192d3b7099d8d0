package org.insardask.vector;

import java.util.BitSet;
import java.util.List;

/** The values of one attribute for all features, in file order. Immutable. */
public final class Attribute {
    private final String name;
    private final AttributeType type;
    private final long[] values;
    private final BitSet present;
    private final List<String> texts;

    Attribute(String name, AttributeType type, long[] values, BitSet present, List<String> texts) {
        this.name = name;
        this.type = type;
        this.values = values;
        this.present = present;
        this.texts = texts;
    }

    /** Returns the name in the file. */
    public String name() {
        return name;
    }

    /** Returns the type that all values fit. */
    public AttributeType type() {
        return type;
    }

    /** Returns the number of features. */
    public int size() {
        return values.length;
    }

    /** True where a feature has no value. */
    public boolean isNull(int feature) {
        return !present.get(feature);
    }

    /** Returns the value of a feature: an integer, the index of a text in {@link #texts()}, or 1 for true and 0 for false. */
    public long integer(int feature) {
        if (type == AttributeType.FLOAT) {
            throw new IllegalArgumentException("attribute '" + name + "' holds floats");
        }
        return values[feature];
    }

    /** Returns the value of a feature of a FLOAT or INTEGER attribute as a double, NaN where it has none. */
    public double number(int feature) {
        if (isNull(feature)) {
            return Double.NaN;
        }
        return type == AttributeType.FLOAT ? Double.longBitsToDouble(values[feature]) : values[feature];
    }

    /** Returns the text of a feature of a STRING attribute, null where it has none. */
    public String text(int feature) {
        return isNull(feature) ? null : texts.get((int) values[feature]);
    }

    /**
     * Returns the attribute with the values of some features alone; the others have none. The type stays; texts are those left.
     *
     * @param features the features wanted, counted from 0
     */
    Attribute only(BitSet features) {
        BitSet kept = (BitSet) present.clone();
        kept.and(features);
        AttributeBuilder builder = new AttributeBuilder(name);
        builder.declare(type);
        for (int feature = 0; feature < values.length; feature++) {
            builder.next();
            if (kept.get(feature)) {
                switch (type) {
                    case INTEGER -> builder.setInteger(values[feature]);
                    case FLOAT -> builder.setFloat(number(feature));
                    case BOOLEAN -> builder.setBoolean(values[feature] != 0);
                    case STRING -> builder.setText(text(feature));
                }
            }
        }
        return builder.build();
    }

    /** Returns the different texts of a STRING attribute in the order of their first appearance in the file. */
    public List<String> texts() {
        return texts;
    }
}
