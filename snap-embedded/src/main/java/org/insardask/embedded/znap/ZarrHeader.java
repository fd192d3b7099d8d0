package org.insardask.embedded.znap;

import com.bc.zarr.ArrayParams;
import com.bc.zarr.Compressor;
import com.bc.zarr.CompressorFactory;
import com.bc.zarr.DataType;
import com.bc.zarr.DimensionSeparator;
import com.bc.zarr.ZarrArray;
import com.bc.zarr.ZarrGroup;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insardask.embedded.io.SampleType;

/**
 * The header of a two-dimensional array ({@code .zarray}).
 *
 * @param type type of the samples
 * @param order byte order of the samples
 * @param width samples in a row
 * @param height number of rows
 * @param chunkWidth samples in a row of a chunk
 * @param chunkHeight number of rows of a chunk
 * @param separator between row and column in the names of chunks
 * @param fill value of samples that were never written
 * @param compressor of the chunks, null where they are not compressed
 */
record ZarrHeader(SampleType type, ByteOrder order, int width, int height, int chunkWidth, int chunkHeight, String separator, Number fill,
        Compressor compressor) {
    static final String FILE_NAME = ".zarray";

    /**
     * Reads the header in the folder of an array.
     *
     * @param folder the folder
     * @return the header
     * @throws IOException where it is missing, broken, or describes what is not supported
     */
    static ZarrHeader read(Path folder) throws IOException {
        Path path = folder.resolve(FILE_NAME);
        if (!Files.exists(path)) {
            throw new IOException(path + ": no such file, expected the header of a Zarr array");
        }
        JsonNode json = Json.read(path);
        check(path, json.path("zarr_format").asInt() == 2, "zarr_format", json, "2");
        int[] shape = pair(path, json, "shape");
        int[] chunks = pair(path, json, "chunks");
        String dtype = json.path("dtype").asText();
        SampleType type = type(dtype);
        check(path, type != null, "dtype", json, "one of f4, f8, i1, i2, i4, i8, u1, u2, u4 after >, < or |");
        check(path, json.path("order").asText("C").equals("C"), "order", json, "\"C\"");
        check(path, json.path("filters").isEmpty(), "filters", json, "null");
        check(path, (long) chunks[0] * chunks[1] * type.bytes() < Integer.MAX_VALUE, "chunks", json, "less than 2 GiB a chunk");
        ZarrArray array = open(path, folder);
        ByteOrder order = dtype.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Compressor compressor = json.hasNonNull("compressor") ? array.getCompressor() : null;
        return new ZarrHeader(type, order, shape[1], shape[0], chunks[1], chunks[0], separator(json, folder), array.getFillValue(),
                compressor);
    }

    /** A header without a separator stands for '.', unless there are nested chunks, as in jzarr. */
    private static String separator(JsonNode json, Path folder) {
        if (json.hasNonNull("dimension_separator")) {
            return json.get("dimension_separator").asText();
        }
        return Files.isDirectory(folder.resolve("0")) ? "/" : ".";
    }

    private static ZarrArray open(Path path, Path folder) throws IOException {
        try {
            return ZarrArray.open(folder);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": not a Zarr array that can be read: " + e.getMessage(), e);
        }
    }

    private static SampleType type(String dtype) {
        for (SampleType type : SampleType.values()) {
            if (dtype.matches("[<>|]?" + type.zarrCode())) {
                return type;
            }
        }
        return null;
    }

    private static int[] pair(Path path, JsonNode json, String field) throws IOException {
        JsonNode values = json.path(field);
        boolean valid = values.size() == 2 && isSize(values.get(0)) && isSize(values.get(1));
        check(path, valid, field, json, "two positive integers, rows and columns");
        return new int[] {values.get(0).asInt(), values.get(1).asInt()};
    }

    private static boolean isSize(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0;
    }

    private static void check(Path path, boolean valid, String field, JsonNode json, String expected) throws IOException {
        if (!valid) {
            JsonNode found = json.path(field);
            throw new IOException(path + ": '" + field + "' is " + (found.isMissingNode() ? "missing" : found) + ", expected " + expected);
        }
    }

    /**
     * Makes a header for an array that is written as SNAP does: big-endian.
     *
     * @param type type of the samples
     * @param width samples in a row
     * @param height number of rows
     * @param chunkWidth samples in a row of a chunk
     * @param chunkHeight number of rows of a chunk
     * @param noData value of samples that were never written
     * @param compressor of the chunks, null for none
     * @return the header
     */
    static ZarrHeader of(SampleType type, int width, int height, int chunkWidth, int chunkHeight, double noData, Compressor compressor) {
        return new ZarrHeader(type, ByteOrder.BIG_ENDIAN, width, height, chunkWidth, chunkHeight, ".", fill(type, noData), compressor);
    }

    private static Number fill(SampleType type, double value) {
        if (type == SampleType.FLOAT64) {
            return value;
        }
        if (type == SampleType.FLOAT32) {
            return (float) value;
        }
        return (long) value;
    }

    /**
     * Creates the array in a group, where an interrupted run has not left it with the same header. An array with another header is
     * emptied first, since its chunks cannot be gone on with.
     *
     * @param group the group
     * @param folder folder of the group
     * @param name name of the array
     * @throws IOException where the header cannot be written
     */
    void create(ZarrGroup group, Path folder, String name) throws IOException {
        Path array = folder.resolve(name);
        if (Files.exists(array.resolve(FILE_NAME))) {
            ZarrHeader there = readable(array);
            if (there != null && isSame(there)) {
                return;
            }
            if (there != null) {
                empty(array);
            }
        }
        group.createArray(name, new ArrayParams().dataType(DataType.valueOf(type.zarrCode())).shape(height, width)
                .chunks(chunkHeight, chunkWidth).byteOrder(order).fillValue(fill)
                .compressor(compressor == null ? CompressorFactory.nullCompressor : compressor)
                .dimensionSeparator(DimensionSeparator.DOT));
    }

    /** The header in a folder, null where it was torn and has to be written anew. */
    private static ZarrHeader readable(Path array) {
        try {
            return read(array);
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isSame(ZarrHeader there) {
        return type == there.type && (order.equals(there.order) || type.bytes() == 1) && width == there.width && height == there.height
                && chunkWidth == there.chunkWidth && chunkHeight == there.chunkHeight && separator.equals(there.separator)
                && text(compressor).equals(text(there.compressor))
                && there.fill != null && fill(type, fill.doubleValue()).equals(fill(type, there.fill.doubleValue()));
    }

    private static String text(Compressor compressor) {
        return compressor == null ? "" : compressor.toString();
    }

    private static void empty(Path array) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(array, Files::isRegularFile)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Returns the bytes of a chunk that is not compressed. */
    int chunkBytes() {
        return Math.multiplyExact(Math.multiplyExact(chunkWidth, chunkHeight), type.bytes());
    }

    /** Returns the file name of a chunk. */
    String chunkName(int row, int column) {
        return row + separator + column;
    }
}
