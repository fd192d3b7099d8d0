package org.insardask.stm;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the table of a Shapefile: dBASE III, records of fixed length, texts in UTF-8. Numbers have 20 characters, and 10 decimals where
 * they are not whole; numbers from 1e8 on have no room. For one thread.
 */
final class DbfSink implements AutoCloseable {

    /** Bytes of a text at most. */
    static final int LONGEST_TEXT = 254;
    private static final int NUMBER = 20;
    private static final int DECIMALS = 10;
    private static final double SCALE = 1e10;
    /** Up to here a number times the scale is a whole one that a double holds. */
    private static final double PLAIN = 9e5;
    private static final int DESCRIPTOR = 32;
    private static final byte END_OF_DESCRIPTORS = 0x0d;
    private static final byte END_OF_FILE = 0x1a;
    private static final int COUNT_AT = 4;
    private static final byte VERSION = 3;

    /**
     * A field.
     *
     * @param name up to 10 characters of ASCII
     * @param text whether it holds texts
     * @param length its bytes
     * @param decimals 0 for whole numbers and texts
     */
    record Field(String name, boolean text, int length, int decimals) {

        static Field ofText(String name, int length) {
            return new Field(name, true, Math.max(1, Math.min(LONGEST_TEXT, length)), 0);
        }

        static Field ofNumber(String name, boolean whole) {
            return new Field(name, false, NUMBER, whole ? 0 : DECIMALS);
        }
    }

    private final Path file;
    private final List<Field> fields;
    private final OutputStream out;
    private final byte[] record;
    private int records;

    /** Creates the file. */
    DbfSink(Path file, List<Field> fields) throws IOException {
        this.file = file;
        this.fields = fields;
        record = new byte[1 + fields.stream().mapToInt(Field::length).sum()];
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(header());
    }

    /** The day of the last change, which every table has, is always the same, so that equal points give equal bytes. */
    private byte[] header() {
        int size = DESCRIPTOR * (fields.size() + 1) + 1;
        ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        header.put(VERSION).put((byte) 100).put((byte) 1).put((byte) 1).putInt(0).putShort((short) size).putShort((short) record.length);
        for (int k = 0; k < fields.size(); k++) {
            Field field = fields.get(k);
            header.position(DESCRIPTOR * (k + 1)).put(field.name().getBytes(StandardCharsets.US_ASCII));
            header.position(DESCRIPTOR * (k + 1) + 11).put((byte) (field.text() ? 'C' : 'N'));
            header.position(DESCRIPTOR * (k + 1) + 16).put((byte) field.length()).put((byte) field.decimals());
        }
        header.put(size - 1, END_OF_DESCRIPTORS);
        return header.array();
    }

    /** Writes a record: Long, Double or String of each field; null for none. */
    void write(Object[] values) throws IOException {
        Arrays.fill(record, (byte) ' ');
        int at = 1;
        for (int k = 0; k < values.length; k++) {
            Field field = fields.get(k);
            if (values[k] instanceof String text) {
                putText(text, at, field.length());
            } else if (values[k] instanceof Long number) {
                putWhole(number, at + field.length());
            } else if (values[k] instanceof Double number) {
                putDecimal(number, at + field.length());
            }
            at += field.length();
        }
        out.write(record);
        records++;
    }

    /** Whole characters only. */
    private void putText(String text, int at, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int count = Math.min(bytes.length, length);
        while (count > 0 && count < bytes.length && (bytes[count] & 0xc0) == 0x80) {
            count--;
        }
        System.arraycopy(bytes, 0, record, at, count);
    }

    private void putWhole(long number, int end) {
        byte[] digits = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, record, end - digits.length, digits.length);
    }

    private void putDecimal(double number, int end) {
        if (Math.abs(number) > PLAIN) {
            String text = new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
            byte[] digits = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, record, end - digits.length, digits.length);
            return;
        }
        long whole = Math.round(Math.abs(number) * SCALE);
        boolean negative = number < 0 && whole > 0;
        int at = end;
        for (int digits = 0; digits <= DECIMALS || whole > 0; digits++) {
            if (digits == DECIMALS) {
                record[--at] = '.';
            }
            record[--at] = (byte) ('0' + whole % 10);
            whole /= 10;
        }
        if (negative) {
            record[--at] = '-';
        }
    }

    /** Ends the table: after this its number of records is in its header. */
    void finish() throws IOException {
        out.write(END_OF_FILE);
        out.close();
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.seek(COUNT_AT);
            header.writeInt(Integer.reverseBytes(records));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
