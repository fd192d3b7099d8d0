package org.insardask.embedded.dimap;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.RasterFile;
import org.insardask.embedded.io.SampleType;

/**
 * What an ENVI header ({@code .hdr}) says about the raw samples beside it.
 *
 * <p>SNAP writes these headers but does not read them: where one is missing, samples are big-endian from byte 0 on, as SNAP takes them.
 */
final class EnviHeader {
    private final Path path;
    private final Map<String, String> fields;

    private EnviHeader(Path path, Map<String, String> fields) {
        this.path = path;
        this.fields = fields;
    }

    /**
     * Reads a header.
     *
     * @param path the file; it may be missing
     * @return the header, without fields where the file is missing
     * @throws IOException where the file cannot be read or is no ENVI header
     */
    static EnviHeader read(Path path) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        if (!Files.exists(path)) {
            return new EnviHeader(path, fields);
        }
        String text;
        try {
            text = Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be read: " + IoMessages.reason(e, path), e);
        }
        if (!text.startsWith("ENVI")) {
            throw new IOException(path + ": not an ENVI header, expected 'ENVI' in its first line");
        }
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
            }
        });
        return new EnviHeader(path, fields);
    }

    /**
     * Describes the raw file that belongs to the header.
     *
     * @param image the raw file
     * @param type type of its samples as the product's header has it
     * @param width samples in a row as the product's header has it
     * @param height number of rows as the product's header has it
     * @return the raw file
     * @throws IOException where the two headers contradict each other
     */
    RasterFile describe(Path image, SampleType type, int width, int height) throws IOException {
        expect("samples", width);
        expect("lines", height);
        expect("bands", 1);
        checkType(type);
        long offset = number("header offset", 0);
        long order = number("byte order", 1);
        if (offset < 0 || order < 0 || order > 1) {
            throw new IOException(path + ": header offset " + offset + " and byte order " + order + ", expected at least 0, and 0 or 1");
        }
        return new RasterFile(image, offset, order == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, type, width, height);
    }

    /** SNAP writes the code of a signed type for unsigned 32-bit samples, so that only sizes and kinds are compared. */
    private void checkType(SampleType type) throws IOException {
        long code = number("data type", type.enviCode());
        for (SampleType stored : SampleType.values()) {
            if (stored.enviCode() == code && stored.bytes() == type.bytes() && stored.isFloatingPoint() == type.isFloatingPoint()) {
                return;
            }
        }
        throw new IOException(path + ": 'data type' is " + code + ", expected " + type.enviCode() + " (" + type.typeName() + ")");
    }

    private void expect(String field, long expected) throws IOException {
        long found = number(field, expected);
        if (found != expected) {
            throw new IOException(path + ": '" + field + "' is " + found + ", expected " + expected + " as in the product's header");
        }
    }

    private long number(String field, long missing) throws IOException {
        String text = fields.get(field);
        if (text == null) {
            return missing;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(path + ": '" + field + "' is '" + text + "', expected an integer", e);
        }
    }

    /**
     * Returns the text of a header for big-endian samples, laid out as SNAP's.
     *
     * @param name name of the raster
     * @param description description of the raster
     * @param type type of its samples
     * @param width samples in a row
     * @param height number of rows
     * @param gain scaling factor
     * @param bias scaling offset
     * @return bytes of the file
     */
    static byte[] format(String name, String description, SampleType type, int width, int height, double gain, double bias) {
        String text = "ENVI\n"
                + "description = {" + oneLine(description) + "}\n"
                + "samples = " + width + "\n"
                + "lines = " + height + "\n"
                + "bands = 1\n"
                + "header offset = 0\n"
                + "file type = ENVI Standard\n"
                + "data type = " + type.enviCode() + "\n"
                + "interleave = bsq\n"
                + "byte order = 1\n"
                + "band names = { " + oneLine(name) + " }\n"
                + "data gain values = {" + gain + "}\n"
                + "data offset values = {" + bias + "}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s{}=]+", " ").trim();
    }
}
