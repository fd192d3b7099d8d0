package org.esa.snap.core.datamodel;

/**
 * Elements that are whole numbers: every conversion in terms of three primitives. Setting from a fraction rounds half up.
 */
abstract class IntegralData extends ProductData {

    IntegralData(int type) {
        super(type);
    }

    /** The element with its sign bit taken as the type says: never negative for unsigned types. */
    abstract long valueAt(int index);

    /** The element with its highest bit taken as a sign, whatever the type. */
    abstract long signedAt(int index);

    /** Stores the low bits. */
    abstract void put(int index, long value);

    @Override
    public int getElemIntAt(int index) {
        return (int) valueAt(index);
    }

    @Override
    public long getElemUIntAt(int index) {
        return valueAt(index);
    }

    @Override
    public long getElemLongAt(int index) {
        return signedAt(index);
    }

    @Override
    public float getElemFloatAt(int index) {
        return valueAt(index);
    }

    @Override
    public double getElemDoubleAt(int index) {
        return valueAt(index);
    }

    @Override
    public String getElemStringAt(int index) {
        return String.valueOf(valueAt(index));
    }

    @Override
    public void setElemIntAt(int index, int value) {
        put(index, value);
    }

    @Override
    public void setElemUIntAt(int index, long value) {
        put(index, value);
    }

    @Override
    public void setElemLongAt(int index, long value) {
        put(index, value);
    }

    @Override
    public void setElemFloatAt(int index, float value) {
        put(index, Math.round(value));
    }

    @Override
    public void setElemDoubleAt(int index, double value) {
        put(index, Math.round(value));
    }

    @Override
    public void setElems(Object data) {
        if (data instanceof String[] texts && texts.length == getNumElems()) {
            parseElems(texts);
        } else {
            copyElems(data);
        }
    }

    private void parseElems(String[] texts) {
        int bits = 8 * getElemSize();
        for (int i = 0; i < texts.length; i++) {
            long value = java.lang.Long.parseLong(texts[i].trim());
            if (!fits(value, bits)) {
                throw new NumberFormatException("Value out of range. The value '" + texts[i] + "' is not of type " + getTypeString() + ".");
            }
            put(i, value);
        }
    }

    private boolean fits(long value, int bits) {
        if (bits == 64) {
            return true;
        }
        long limit = isUnsigned() ? 1L << bits : 1L << (bits - 1);
        return value < limit && value >= (isUnsigned() ? 0 : -limit);
    }
}
