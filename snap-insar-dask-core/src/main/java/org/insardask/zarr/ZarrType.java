package org.insardask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The type of the elements of an array, as numpy writes it: {@code <f4}.
 *
 * @param order byte order
 * @param kind f floating point, c complex, i and u integers, b booleans, M times, m durations, U text of UTF-32, S bytes
 * @param size bytes of an element
 * @param unit of times, such as ns; else empty
 */
public record ZarrType(ByteOrder order, char kind, int size, String unit) {

    /** Parses what numpy writes. */
    static ZarrType parse(String text) throws IOException {
        int bracket = text.indexOf('[');
        String unit = bracket < 0 ? "" : text.substring(bracket + 1, text.length() - 1);
        String digits = text.substring(Math.min(2, text.length()), bracket < 0 ? text.length() : bracket);
        if (text.length() < 3 || "<>|".indexOf(text.charAt(0)) < 0 || !digits.matches("[0-9]{1,6}")) {
            throw new IOException("type '" + text + "' is not known, expected one such as <f4");
        }
        char kind = text.charAt(1);
        int count = Integer.parseInt(digits);
        int size = kind == 'U' ? 4 * count : count;
        ByteOrder order = text.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ZarrType type = new ZarrType(order, kind, size, unit);
        if (!type.isText() && !type.isNumeric()) {
            throw new IOException("type '" + text + "' cannot be read, expected numbers, complex numbers, booleans, times or fixed "
                    + "texts");
        }
        return type;
    }

    /** Whether elements are texts. */
    public boolean isText() {
        return kind == 'U' || kind == 'S';
    }

    /** Whether elements have a real and an imaginary part. */
    public boolean isComplex() {
        return kind == 'c';
    }

    private boolean isNumeric() {
        return switch (kind) {
            case 'f' -> size == 4 || size == 8;
            case 'c' -> size == 8 || size == 16;
            case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
            case 'M', 'm' -> size == 8;
            case 'b' -> size == 1;
            default -> false;
        };
    }

    /** Whether elements are integers or times, so that {@link #integer} has no rounding. */
    public boolean isInteger() {
        return "iuMmb".indexOf(kind) >= 0;
    }

    /** The number at an index of bytes; of a complex one part 0 (real) or 1 (imaginary). */
    double number(ByteBuffer bytes, int at, int part) {
        if (kind == 'f' || kind == 'c') {
            int half = kind == 'c' ? size / 2 : size;
            return half == 4 ? bytes.getFloat(at + 4 * part) : bytes.getDouble(at + 8 * part);
        }
        return integer(bytes, at);
    }

    /** The integer at an index of bytes; a time that is "not a time" is the smallest long. */
    long integer(ByteBuffer bytes, int at) {
        boolean unsigned = kind == 'u' || kind == 'b';
        return switch (size) {
            case 1 -> unsigned ? bytes.get(at) & 0xff : bytes.get(at);
            case 2 -> unsigned ? bytes.getShort(at) & 0xffff : bytes.getShort(at);
            case 4 -> unsigned ? bytes.getInt(at) & 0xffffffffL : bytes.getInt(at);
            default -> bytes.getLong(at);
        };
    }

    /** The text at an index of bytes, without the zeros at its end. */
    String text(ByteBuffer bytes, int at) {
        StringBuilder text = new StringBuilder();
        if (kind == 'U') {
            for (int k = 0; k < size; k += 4) {
                int point = bytes.getInt(at + k);
                if (point != 0) {
                    text.appendCodePoint(point);
                }
            }
            return text.toString();
        }
        byte[] raw = new byte[size];
        bytes.get(at, raw);
        int end = size;
        while (end > 0 && raw[end - 1] == 0) {
            end--;
        }
        return new String(raw, 0, end, StandardCharsets.UTF_8);
    }
}
