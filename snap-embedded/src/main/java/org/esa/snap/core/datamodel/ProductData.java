package org.esa.snap.core.datamodel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.DateFormat;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * A typed array of elements. The array given to a constructor is used, not copied, and so is the one that
 * {@link #getElems} hands out. Reading from several threads is safe while none writes.
 */
@SuppressWarnings("JavaLangClash") // the names of the nested classes are SNAP's
public abstract class ProductData implements Cloneable {

    public static final int TYPE_UNDEFINED = 0;
    public static final int TYPE_INT8 = 10;
    public static final int TYPE_INT16 = 11;
    public static final int TYPE_INT32 = 12;
    public static final int TYPE_INT64 = 13;
    public static final int TYPE_UINT8 = 20;
    public static final int TYPE_UINT16 = 21;
    public static final int TYPE_UINT32 = 22;
    public static final int TYPE_UINT64 = 23;
    public static final int TYPE_FLOAT32 = 30;
    public static final int TYPE_FLOAT64 = 31;
    public static final int TYPE_ASCII = 41;
    public static final int TYPE_UTC = 51;

    public static final String TYPESTRING_INT8 = "int8";
    public static final String TYPESTRING_INT16 = "int16";
    public static final String TYPESTRING_INT32 = "int32";
    public static final String TYPESTRING_INT64 = "int64";
    public static final String TYPESTRING_UINT8 = "uint8";
    public static final String TYPESTRING_UINT16 = "uint16";
    public static final String TYPESTRING_UINT32 = "uint32";
    public static final String TYPESTRING_UINT64 = "uint64";
    public static final String TYPESTRING_FLOAT32 = "float32";
    public static final String TYPESTRING_FLOAT64 = "float64";
    public static final String TYPESTRING_ASCII = "ascii";
    public static final String TYPESTRING_UTC = "utc";

    private final int type;

    protected ProductData(int type) {
        this.type = type;
    }

    /** One element of the type. */
    public static ProductData createInstance(int type) {
        return createInstance(type, 1);
    }

    /**
     * Elements of the type, all zero. A UTC always has three: days since 1 January 2000, seconds, microseconds.
     *
     * @throws IllegalArgumentException where the type is unknown or there is to be no element
     */
    public static ProductData createInstance(int type, int numElems) {
        if (numElems < 1 && type != TYPE_UTC) {
            throw new IllegalArgumentException("numElems is less than one");
        }
        return switch (type) {
            case TYPE_INT8 -> new Byte(numElems);
            case TYPE_INT16 -> new Short(numElems);
            case TYPE_INT32 -> new Int(numElems);
            case TYPE_INT64 -> new Long(numElems);
            case TYPE_UINT8 -> new UByte(numElems);
            case TYPE_UINT16 -> new UShort(numElems);
            case TYPE_UINT32 -> new UInt(numElems);
            case TYPE_FLOAT32 -> new Float(numElems);
            case TYPE_FLOAT64 -> new Double(numElems);
            case TYPE_ASCII -> new ASCII(numElems);
            case TYPE_UTC -> new UTC();
            default -> throw unknownType(type);
        };
    }

    /**
     * Elements of the type in the given array: {@code byte[]} to {@code double[]}, {@code int[3]} for a UTC, any object
     * for text.
     */
    public static ProductData createInstance(int type, Object data) {
        return switch (type) {
            case TYPE_INT8 -> new Byte((byte[]) data);
            case TYPE_INT16 -> new Short((short[]) data);
            case TYPE_INT32 -> new Int((int[]) data);
            case TYPE_INT64 -> new Long((long[]) data);
            case TYPE_UINT8 -> new UByte((byte[]) data);
            case TYPE_UINT16 -> new UShort((short[]) data);
            case TYPE_UINT32 -> new UInt((int[]) data);
            case TYPE_FLOAT32 -> new Float((float[]) data);
            case TYPE_FLOAT64 -> new Double((double[]) data);
            case TYPE_ASCII -> new ASCII(data.toString());
            case TYPE_UTC -> new UTC((int[]) data);
            default -> throw unknownType(type);
        };
    }

    private static IllegalArgumentException unknownType(int type) {
        return new IllegalArgumentException("Unknown type " + type + ". Cannot create product data instance.");
    }

    public static ProductData createInstance(byte[] elems) {
        return new Byte(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createUnsignedInstance(byte[] elems) {
        return new UByte(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createInstance(short[] elems) {
        return new Short(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createUnsignedInstance(short[] elems) {
        return new UShort(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createInstance(int[] elems) {
        return new Int(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createUnsignedInstance(int[] elems) {
        return new UInt(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createInstance(long[] elems) {
        return new Long(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createInstance(float[] elems) {
        return new Float(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createInstance(double[] elems) {
        return new Double(ProductNode.requireNonNull(elems, "elems"));
    }

    public static ProductData createInstance(String strData) {
        return new ASCII(ProductNode.requireNonNull(strData, "strData"));
    }

    /** The type's name, such as {@code float32}, or null where the type is unknown. */
    public static String getTypeString(int type) {
        return switch (type) {
            case TYPE_INT8 -> TYPESTRING_INT8;
            case TYPE_INT16 -> TYPESTRING_INT16;
            case TYPE_INT32 -> TYPESTRING_INT32;
            case TYPE_INT64 -> TYPESTRING_INT64;
            case TYPE_UINT8 -> TYPESTRING_UINT8;
            case TYPE_UINT16 -> TYPESTRING_UINT16;
            case TYPE_UINT32 -> TYPESTRING_UINT32;
            case TYPE_UINT64 -> TYPESTRING_UINT64;
            case TYPE_FLOAT32 -> TYPESTRING_FLOAT32;
            case TYPE_FLOAT64 -> TYPESTRING_FLOAT64;
            case TYPE_ASCII -> TYPESTRING_ASCII;
            case TYPE_UTC -> TYPESTRING_UTC;
            default -> null;
        };
    }

    /** The type of this name, or {@link #TYPE_UNDEFINED}. */
    public static int getType(String type) {
        return switch (type) {
            case TYPESTRING_INT8 -> TYPE_INT8;
            case TYPESTRING_INT16 -> TYPE_INT16;
            case TYPESTRING_INT32 -> TYPE_INT32;
            case TYPESTRING_INT64 -> TYPE_INT64;
            case TYPESTRING_UINT8 -> TYPE_UINT8;
            case TYPESTRING_UINT16 -> TYPE_UINT16;
            case TYPESTRING_UINT32 -> TYPE_UINT32;
            case TYPESTRING_UINT64 -> TYPE_UINT64;
            case TYPESTRING_FLOAT32 -> TYPE_FLOAT32;
            case TYPESTRING_FLOAT64 -> TYPE_FLOAT64;
            case TYPESTRING_ASCII -> TYPE_ASCII;
            case TYPESTRING_UTC -> TYPE_UTC;
            default -> TYPE_UNDEFINED;
        };
    }

    /** Bytes per element. */
    public static int getElemSize(int type) {
        return switch (type) {
            case TYPE_INT8, TYPE_UINT8, TYPE_ASCII -> 1;
            case TYPE_INT16, TYPE_UINT16 -> 2;
            case TYPE_INT32, TYPE_UINT32, TYPE_FLOAT32, TYPE_UTC -> 4;
            case TYPE_INT64, TYPE_UINT64, TYPE_FLOAT64 -> 8;
            default -> throw new IllegalArgumentException("illegal data type " + type);
        };
    }

    public static boolean isIntType(int type) {
        return type >= TYPE_INT8 && type < TYPE_FLOAT32;
    }

    public static boolean isUIntType(int type) {
        return type >= TYPE_UINT8 && type < TYPE_FLOAT32;
    }

    public static boolean isFloatingPointType(int type) {
        return type >= TYPE_FLOAT32 && type < 40;
    }

    /** The type. As in SNAP a {@link UTC} says {@link #TYPE_UINT32} here; its {@link #getTypeString} says {@code utc}. */
    public int getType() {
        return type;
    }

    public int getElemSize() {
        return getElemSize(type);
    }

    public String getTypeString() {
        return getTypeString(type);
    }

    public boolean isInt() {
        return isIntType(type);
    }

    public boolean isSigned() {
        return !isUnsigned();
    }

    public boolean isUnsigned() {
        return isUIntType(type);
    }

    public boolean isScalar() {
        return getNumElems() == 1;
    }

    public abstract int getNumElems();

    public int getElemInt() {
        return getElemIntAt(0);
    }

    public long getElemUInt() {
        return getElemUIntAt(0);
    }

    public long getElemLong() {
        return getElemLongAt(0);
    }

    public float getElemFloat() {
        return getElemFloatAt(0);
    }

    public double getElemDouble() {
        return getElemDoubleAt(0);
    }

    public boolean getElemBoolean() {
        return getElemBooleanAt(0);
    }

    /** All elements as text, with commas between them. */
    public String getElemString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < getNumElems(); i++) {
            text.append(i > 0 ? "," : "").append(getElemStringAt(i));
        }
        return text.toString();
    }

    public abstract int getElemIntAt(int index);

    /** The element, not negative where the type is unsigned. */
    public abstract long getElemUIntAt(int index);

    /** The element; as in SNAP the highest bit is a sign here even where the type is unsigned, see {@link #getElemUIntAt}. */
    public abstract long getElemLongAt(int index);

    public abstract float getElemFloatAt(int index);

    public abstract double getElemDoubleAt(int index);

    public abstract String getElemStringAt(int index);

    public boolean getElemBooleanAt(int index) {
        return getElemIntAt(index) != 0;
    }

    public void setElemInt(int value) {
        setElemIntAt(0, value);
    }

    public void setElemUInt(long value) {
        setElemUIntAt(0, value);
    }

    public void setElemLong(long value) {
        setElemLongAt(0, value);
    }

    public void setElemFloat(float value) {
        setElemFloatAt(0, value);
    }

    public void setElemDouble(double value) {
        setElemDoubleAt(0, value);
    }

    public void setElemBoolean(boolean value) {
        setElemBooleanAt(0, value);
    }

    public void setElemString(String value) {
        setElemStringAt(0, value);
    }

    public abstract void setElemIntAt(int index, int value);

    public abstract void setElemUIntAt(int index, long value);

    public abstract void setElemLongAt(int index, long value);

    public abstract void setElemFloatAt(int index, float value);

    public abstract void setElemDoubleAt(int index, double value);

    /** Sets an element from text that holds a number. */
    public void setElemStringAt(int index, String value) {
        setElemDoubleAt(index, java.lang.Double.parseDouble(value));
    }

    public void setElemBooleanAt(int index, boolean value) {
        setElemIntAt(index, value ? 1 : 0);
    }

    /** The array behind this object. */
    public abstract Object getElems();

    /**
     * Copies the elements of an array of the same kind and length, or reads them from a {@code String[]} of that length.
     *
     * @throws IllegalArgumentException where it is another kind or length
     */
    public abstract void setElems(Object data);

    public void readFrom(ImageInputStream input) throws IOException {
        readFrom(0, getNumElems(), input);
    }

    public abstract void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException;

    public void writeTo(ImageOutputStream output) throws IOException {
        writeTo(0, getNumElems(), output);
    }

    public abstract void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException;

    @Override
    public String toString() {
        return getElemString();
    }

    @Override
    public final int hashCode() {
        return super.hashCode();
    }

    /** Identity; see {@link #equalElems}. */
    @Override
    public final boolean equals(Object other) {
        return super.equals(other);
    }

    /** Whether the two hold equal arrays of the same kind. */
    public boolean equalElems(ProductData other) {
        return Objects.deepEquals(getElems(), other.getElems());
    }

    protected abstract ProductData createDeepClone();

    public abstract void dispose();

    final void copyElems(Object data) {
        Object elems = getElems();
        boolean sameKind = data != null && data.getClass() == elems.getClass();
        if (!sameKind || java.lang.reflect.Array.getLength(data) != getNumElems()) {
            throw new IllegalArgumentException("data is not a " + elems.getClass().getComponentType() + "[" + getNumElems() + "]");
        }
        System.arraycopy(data, 0, elems, 0, getNumElems());
    }

    /** Signed 8 bit. */
    public static class Byte extends IntegralData {

        private byte[] array;

        public Byte(int numElems) {
            this(new byte[numElems], TYPE_INT8);
        }

        public Byte(byte[] array) {
            this(array, TYPE_INT8);
        }

        Byte(byte[] array, int type) {
            super(type);
            this.array = array;
        }

        @Override
        long valueAt(int index) {
            return array[index];
        }

        @Override
        final long signedAt(int index) {
            return array[index];
        }

        @Override
        final void put(int index, long value) {
            array[index] = (byte) value;
        }

        @Override
        public int getNumElems() {
            return array.length;
        }

        public final byte[] getArray() {
            return array;
        }

        @Override
        public Object getElems() {
            return array;
        }

        @Override
        public void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException {
            input.readFully(array, startPos, numElems);
        }

        @Override
        public void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException {
            output.write(array, startPos, numElems);
        }

        @Override
        protected ProductData createDeepClone() {
            return new Byte(array.clone());
        }

        @Override
        public void dispose() {
            array = null;
        }
    }

    /** Unsigned 8 bit. */
    public static class UByte extends Byte {

        public UByte(int numElems) {
            this(new byte[numElems]);
        }

        public UByte(byte[] array) {
            super(array, TYPE_UINT8);
        }

        @Override
        long valueAt(int index) {
            return getArray()[index] & 0xff;
        }

        @Override
        protected ProductData createDeepClone() {
            return new UByte(getArray().clone());
        }
    }

    /** Signed 16 bit. */
    public static class Short extends IntegralData {

        private short[] array;

        public Short(int numElems) {
            this(new short[numElems], TYPE_INT16);
        }

        public Short(short[] array) {
            this(array, TYPE_INT16);
        }

        Short(short[] array, int type) {
            super(type);
            this.array = array;
        }

        @Override
        long valueAt(int index) {
            return array[index];
        }

        @Override
        final long signedAt(int index) {
            return array[index];
        }

        @Override
        final void put(int index, long value) {
            array[index] = (short) value;
        }

        @Override
        public int getNumElems() {
            return array.length;
        }

        public final short[] getArray() {
            return array;
        }

        @Override
        public Object getElems() {
            return array;
        }

        @Override
        public void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException {
            input.readFully(array, startPos, numElems);
        }

        @Override
        public void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException {
            output.writeShorts(array, startPos, numElems);
        }

        @Override
        protected ProductData createDeepClone() {
            return new Short(array.clone());
        }

        @Override
        public void dispose() {
            array = null;
        }
    }

    /** Unsigned 16 bit. */
    public static class UShort extends Short {

        public UShort(int numElems) {
            this(new short[numElems]);
        }

        public UShort(short[] array) {
            super(array, TYPE_UINT16);
        }

        @Override
        long valueAt(int index) {
            return getArray()[index] & 0xffff;
        }

        @Override
        protected ProductData createDeepClone() {
            return new UShort(getArray().clone());
        }
    }

    /** Signed 32 bit. */
    public static class Int extends IntegralData {

        private int[] array;

        public Int(int numElems) {
            this(new int[numElems], TYPE_INT32);
        }

        public Int(int[] array) {
            this(array, TYPE_INT32);
        }

        Int(int[] array, int type) {
            super(type);
            this.array = array;
        }

        @Override
        long valueAt(int index) {
            return array[index];
        }

        @Override
        final long signedAt(int index) {
            return array[index];
        }

        @Override
        final void put(int index, long value) {
            array[index] = (int) value;
        }

        @Override
        public int getNumElems() {
            return array.length;
        }

        public final int[] getArray() {
            return array;
        }

        @Override
        public Object getElems() {
            return array;
        }

        @Override
        public void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException {
            input.readFully(array, startPos, numElems);
        }

        @Override
        public void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException {
            output.writeInts(array, startPos, numElems);
        }

        @Override
        protected ProductData createDeepClone() {
            return new Int(array.clone());
        }

        @Override
        public void dispose() {
            array = null;
        }
    }

    /** Unsigned 32 bit. */
    public static class UInt extends Int {

        public UInt(int numElems) {
            this(new int[numElems]);
        }

        public UInt(int[] array) {
            super(array, TYPE_UINT32);
        }

        @Override
        long valueAt(int index) {
            return getArray()[index] & 0xffffffffL;
        }

        @Override
        protected ProductData createDeepClone() {
            return new UInt(getArray().clone());
        }
    }

    /** Signed 64 bit. */
    public static class Long extends IntegralData {

        private long[] array;

        public Long(int numElems) {
            this(new long[numElems]);
        }

        public Long(long[] array) {
            super(TYPE_INT64);
            this.array = array;
        }

        @Override
        final long valueAt(int index) {
            return array[index];
        }

        @Override
        final long signedAt(int index) {
            return array[index];
        }

        @Override
        final void put(int index, long value) {
            array[index] = value;
        }

        @Override
        public int getNumElems() {
            return array.length;
        }

        public final long[] getArray() {
            return array;
        }

        @Override
        public Object getElems() {
            return array;
        }

        @Override
        public void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException {
            input.readFully(array, startPos, numElems);
        }

        @Override
        public void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException {
            output.writeLongs(array, startPos, numElems);
        }

        @Override
        protected ProductData createDeepClone() {
            return new Long(array.clone());
        }

        @Override
        public void dispose() {
            array = null;
        }
    }

    /** 32 bit floating point. */
    public static class Float extends ProductData {

        private float[] array;

        public Float(float[] array) {
            super(TYPE_FLOAT32);
            this.array = array;
        }

        public Float(int numElems) {
            this(new float[numElems]);
        }

        @Override
        public int getElemIntAt(int index) {
            return Math.round(array[index]);
        }

        @Override
        public long getElemUIntAt(int index) {
            return Math.round(array[index]);
        }

        @Override
        public long getElemLongAt(int index) {
            return Math.round(array[index]);
        }

        @Override
        public float getElemFloatAt(int index) {
            return array[index];
        }

        @Override
        public double getElemDoubleAt(int index) {
            return array[index];
        }

        @Override
        public String getElemStringAt(int index) {
            return String.valueOf(array[index]);
        }

        @Override
        public void setElemIntAt(int index, int value) {
            array[index] = value;
        }

        @Override
        public void setElemUIntAt(int index, long value) {
            array[index] = value;
        }

        @Override
        public void setElemLongAt(int index, long value) {
            array[index] = value;
        }

        @Override
        public void setElemFloatAt(int index, float value) {
            array[index] = value;
        }

        @Override
        public void setElemDoubleAt(int index, double value) {
            array[index] = (float) value;
        }

        @Override
        public void setElems(Object data) {
            if (data instanceof String[] texts && texts.length == getNumElems()) {
                for (int i = 0; i < texts.length; i++) {
                    array[i] = java.lang.Float.parseFloat(texts[i]);
                }
            } else {
                copyElems(data);
            }
        }

        @Override
        public int getNumElems() {
            return array.length;
        }

        public final float[] getArray() {
            return array;
        }

        @Override
        public Object getElems() {
            return array;
        }

        @Override
        public void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException {
            input.readFully(array, startPos, numElems);
        }

        @Override
        public void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException {
            output.writeFloats(array, startPos, numElems);
        }

        @Override
        protected ProductData createDeepClone() {
            return new Float(array.clone());
        }

        @Override
        public void dispose() {
            array = null;
        }
    }

    /** 64 bit floating point. */
    public static class Double extends ProductData {

        private double[] array;

        public Double(double[] array) {
            super(TYPE_FLOAT64);
            this.array = array;
        }

        public Double(int numElems) {
            this(new double[numElems]);
        }

        @Override
        public int getElemIntAt(int index) {
            return (int) Math.round(array[index]);
        }

        @Override
        public long getElemUIntAt(int index) {
            return Math.round(array[index]);
        }

        @Override
        public long getElemLongAt(int index) {
            return Math.round(array[index]);
        }

        @Override
        public float getElemFloatAt(int index) {
            return (float) array[index];
        }

        @Override
        public double getElemDoubleAt(int index) {
            return array[index];
        }

        @Override
        public String getElemStringAt(int index) {
            return String.valueOf(array[index]);
        }

        @Override
        public void setElemIntAt(int index, int value) {
            array[index] = value;
        }

        @Override
        public void setElemUIntAt(int index, long value) {
            array[index] = value;
        }

        @Override
        public void setElemLongAt(int index, long value) {
            array[index] = value;
        }

        @Override
        public void setElemFloatAt(int index, float value) {
            array[index] = value;
        }

        @Override
        public void setElemDoubleAt(int index, double value) {
            array[index] = value;
        }

        @Override
        public void setElems(Object data) {
            if (data instanceof String[] texts && texts.length == getNumElems()) {
                for (int i = 0; i < texts.length; i++) {
                    array[i] = java.lang.Double.parseDouble(texts[i]);
                }
            } else {
                copyElems(data);
            }
        }

        @Override
        public int getNumElems() {
            return array.length;
        }

        public final double[] getArray() {
            return array;
        }

        @Override
        public Object getElems() {
            return array;
        }

        @Override
        public void readFrom(int startPos, int numElems, ImageInputStream input) throws IOException {
            input.readFully(array, startPos, numElems);
        }

        @Override
        public void writeTo(int startPos, int numElems, ImageOutputStream output) throws IOException {
            output.writeDoubles(array, startPos, numElems);
        }

        @Override
        protected ProductData createDeepClone() {
            return new Double(array.clone());
        }

        @Override
        public void dispose() {
            array = null;
        }
    }

    /** Text, one byte (UTF-8) an element. Setting another text changes the number of elements. */
    public static class ASCII extends Byte {

        public ASCII(int length) {
            super(new byte[length], TYPE_ASCII);
        }

        public ASCII(String data) {
            super(data.getBytes(StandardCharsets.UTF_8), TYPE_ASCII);
        }

        @Override
        public String getElemString() {
            return new String(getArray(), StandardCharsets.UTF_8);
        }

        @Override
        public String getElemStringAt(int index) {
            return String.valueOf((char) getArray()[index]);
        }

        /**
         * Sets the text.
         *
         * @throws IllegalArgumentException where it is empty, or no String, char[] or byte[]
         */
        @Override
        public void setElems(Object data) {
            byte[] bytes;
            if (data instanceof byte[] raw) {
                bytes = raw;
            } else if (data instanceof char[] chars) {
                bytes = String.valueOf(chars).getBytes(StandardCharsets.UTF_8);
            } else {
                bytes = data instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
            }
            if (bytes.length == 0) {
                throw new IllegalArgumentException("data is not an instance of String, char[] or byte[] or its length is less than one");
            }
            ((Byte) this).array = bytes;
        }

        @Override
        protected ProductData createDeepClone() {
            return new ASCII(getElemString());
        }
    }

    /** A time: days since 1 January 2000, seconds of the day, microseconds. */
    @SuppressWarnings("JavaUtilDate") // SNAP's API is made of Date and Calendar
    public static class UTC extends UInt {

        public static final TimeZone UTC_TIME_ZONE = TimeZone.getTimeZone("UTC");
        public static final String DATE_FORMAT_PATTERN = "dd-MMM-yyyy HH:mm:ss";

        private static final double SECONDS_PER_DAY = 86400.0;
        private static final double MICROS_PER_SECOND = 1.0e6;

        public UTC() {
            super(3);
        }

        public UTC(int[] elems) {
            super(Arrays.copyOf(elems, 3));
        }

        public UTC(int days, int seconds, int microSeconds) {
            super(new int[] {days, seconds, microSeconds});
        }

        /** @param mjd days since 1 January 2000, with their fraction */
        public UTC(double mjd) {
            super(splitDays(mjd));
        }

        private static int[] splitDays(double mjd) {
            int seconds = (int) ((mjd * SECONDS_PER_DAY) % SECONDS_PER_DAY);
            int micros = (int) Math.round((mjd * SECONDS_PER_DAY * MICROS_PER_SECOND) % MICROS_PER_SECOND);
            if (micros < 0) {
                micros += (int) MICROS_PER_SECOND;
                seconds--;
            }
            return new int[] {(int) mjd, seconds, Math.min(micros, 999_999)};
        }

        /** The time of {@code date}, whole seconds, plus {@code micros}. */
        public static UTC create(Date date, long micros) {
            return UtcText.fromDate(date, micros);
        }

        /** A UTC calendar at 1 January 2000. */
        public static Calendar createCalendar() {
            Calendar calendar = GregorianCalendar.getInstance(UTC_TIME_ZONE, Locale.ENGLISH);
            calendar.clear();
            calendar.set(2000, Calendar.JANUARY, 1);
            return calendar;
        }

        public static DateFormat createDateFormat() {
            return createDateFormat(DATE_FORMAT_PATTERN);
        }

        /** A format in UTC with English names of months. */
        public static DateFormat createDateFormat(String pattern) {
            SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ENGLISH);
            format.setCalendar(createCalendar());
            return format;
        }

        /** Reads {@code dd-MMM-yyyy HH:mm:ss} with up to six digits of a second after a dot. */
        public static UTC parse(String text) throws ParseException {
            return UtcText.parse(text);
        }

        public static UTC parse(String text, String pattern) throws ParseException {
            return parse(text, createDateFormat(pattern));
        }

        public static UTC parse(String text, DateFormat dateFormat) throws ParseException {
            return UtcText.parse(text, dateFormat);
        }

        /** The time as {@code 05-MAR-2023 17:30:01.000250}. */
        public String format() {
            return UtcText.format(this);
        }

        @Override
        public String getElemString() {
            return format();
        }

        @Override
        public String getTypeString() {
            return TYPESTRING_UTC;
        }

        /** The time to the millisecond. */
        public Calendar getAsCalendar() {
            Calendar calendar = createCalendar();
            calendar.add(Calendar.DATE, getDaysFraction());
            calendar.add(Calendar.SECOND, (int) getSecondsFraction());
            calendar.add(Calendar.MILLISECOND, (int) Math.round(getMicroSecondsFraction() / 1000.0));
            return calendar;
        }

        public Date getAsDate() {
            return getAsCalendar().getTime();
        }

        /** Days since 1 January 2000, with their fraction. */
        public double getMJD() {
            return getDaysFraction() + (getSecondsFraction() + getMicroSecondsFraction() / MICROS_PER_SECOND) / SECONDS_PER_DAY;
        }

        public int getDaysFraction() {
            return getElemIntAt(0);
        }

        public long getSecondsFraction() {
            return getElemIntAt(1);
        }

        public long getMicroSecondsFraction() {
            return getElemIntAt(2);
        }

        @Override
        protected ProductData createDeepClone() {
            return new UTC(getArray());
        }
    }
}
