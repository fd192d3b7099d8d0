package org.insardask.vector;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;

/**
 * A column of a .dbf (dBase III and IV, FoxPro).
 *
 * @param name name, at most 10 characters
 * @param type letter of the type
 * @param offset first byte in a record
 * @param length number of bytes
 * @param decimals number of decimals of a number
 */
record DbfField(String name, char type, int offset, int length, int decimals) {
    private static final int INTEGER_DIGITS = 18;

    /** True for a type whose values can be read. */
    boolean isReadable() {
        return switch (type) {
            case 'C', 'N', 'F', 'L' -> true;
            case 'D' -> length == 8;
            case 'I' -> length == 4;
            case 'B', 'Y', 'T' -> length == 8;
            default -> false;
        };
    }

    AttributeType attributeType() {
        return switch (type) {
            case 'N' -> decimals == 0 ? AttributeType.INTEGER : AttributeType.FLOAT;
            case 'I' -> AttributeType.INTEGER;
            case 'L' -> AttributeType.BOOLEAN;
            case 'F', 'B', 'Y' -> AttributeType.FLOAT;
            default -> AttributeType.STRING;
        };
    }

    /**
     * Gives the value in a record to an attribute; blanks, and the asterisks that programs write for numbers that do not fit, are none.
     *
     * @return false where the bytes are no value of the type; the value is null then
     */
    boolean set(ByteBuffer chunk, int record, Charset charset, AttributeBuilder attribute) {
        int at = record + offset;
        switch (type) {
            case 'C' -> attribute.setText(text(chunk, at, charset));
            case 'I' -> attribute.setInteger(chunk.getInt(at));
            case 'B' -> attribute.setFloat(chunk.getDouble(at));
            case 'Y' -> attribute.setFloat(chunk.getLong(at) / 10_000.0);
            case 'L' -> {
                return setTruth(chunk.get(at), attribute);
            }
            case 'D' -> {
                return setDate(text(chunk, at, StandardCharsets.ISO_8859_1).strip(), attribute);
            }
            case 'T' -> {
                return setTime(chunk.getInt(at), chunk.getInt(at + 4), attribute);
            }
            default -> {
                return setNumber(text(chunk, at, StandardCharsets.ISO_8859_1).strip(), attribute);
            }
        }
        return true;
    }

    private String text(ByteBuffer chunk, int at, Charset charset) {
        int end = length;
        while (end > 0 && (chunk.get(at + end - 1) == ' ' || chunk.get(at + end - 1) == 0)) {
            end--;
        }
        return new String(chunk.array(), chunk.arrayOffset() + at, end, charset);
    }

    private static boolean setTruth(byte letter, AttributeBuilder attribute) {
        switch (letter) {
            case 'T', 't', 'Y', 'y' -> attribute.setBoolean(true);
            case 'F', 'f', 'N', 'n' -> attribute.setBoolean(false);
            default -> {
                return letter == '?' || letter == ' ' || letter == 0;
            }
        }
        return true;
    }

    private static boolean setDate(String digits, AttributeBuilder attribute) {
        if (digits.isEmpty() || digits.chars().allMatch(c -> c == '0')) {
            return true;
        }
        if (digits.length() != 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int day = Integer.parseInt(digits);
        try {
            attribute.setText(LocalDate.of(day / 10_000, day / 100 % 100, day % 100).toString());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A Julian day number and milliseconds. */
    private static boolean setTime(int day, int milliseconds, AttributeBuilder attribute) {
        if (day == 0) {
            return true;
        }
        if (day < 0 || day > 6_000_000 || milliseconds < 0 || milliseconds >= 86_400_000) {
            return false;
        }
        LocalDateTime start = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day).atStartOfDay();
        attribute.setText(start.plus(milliseconds, ChronoUnit.MILLIS).toString());
        return true;
    }

    private boolean setNumber(String text, AttributeBuilder attribute) {
        if (text.isEmpty() || text.chars().allMatch(c -> c == '*' || c == '?') || text.equalsIgnoreCase("nan")) {
            return true;
        }
        if (attributeType() == AttributeType.INTEGER && text.length() <= INTEGER_DIGITS + 1 && text.matches("[-+]?[0-9]{1,18}")) {
            attribute.setInteger(Long.parseLong(text));
            return true;
        }
        if (!NumberText.isDecimal(text)) {
            return false;
        }
        attribute.setFloat(NumberText.parse(text.toCharArray(), 0, text.length()));
        return true;
    }
}
