package org.insardask.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * An array of Zarr format 2 in a folder: its header, and its chunks by their places. Immutable but for what lies in the folder; safe for
 * threads.
 */
public final class ZarrArray {

    /** The file that makes a folder an array. */
    public static final String HEADER = ".zarray";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MOST_CHUNK_BYTES = 1L << 30;

    private final Path folder;
    private final ZarrType type;
    private final int[] shape;
    private final int[] chunks;
    private final String compressor;
    private final char separator;
    private final double fill;

    private ZarrArray(Path folder, JsonNode header) throws IOException {
        this.folder = folder;
        type = ZarrType.parse(header.path("dtype").asText());
        shape = sizes(header.path("shape"), "shape");
        chunks = sizes(header.path("chunks"), "chunks");
        compressor = header.path("compressor").isNull() ? "" : header.path("compressor").path("id").asText();
        separator = header.path("dimension_separator").asText(".").charAt(0);
        fill = fillValue(header.path("fill_value"));
        requireReadable(header);
    }

    /**
     * Reads the header of an array.
     *
     * @throws IOException where the folder is none, or the array has a type, order or filters that cannot be read
     */
    public static ZarrArray open(Path folder) throws IOException {
        try {
            return new ZarrArray(folder, MAPPER.readTree(Files.readAllBytes(folder.resolve(HEADER))));
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "no Zarr array, it has no " + HEADER : e.getMessage();
            throw new IOException(folder + ": " + reason, e);
        }
    }

    private static int[] sizes(JsonNode node, String name) throws IOException {
        int[] sizes = new int[node.size()];
        for (int d = 0; d < sizes.length; d++) {
            long size = node.get(d).asLong(-1);
            if (size < 0 || size > Integer.MAX_VALUE) {
                throw new IOException(name + " has " + node.get(d) + ", expected 0 to " + Integer.MAX_VALUE);
            }
            sizes[d] = (int) size;
        }
        return sizes;
    }

    private static double fillValue(JsonNode node) {
        if (node.isTextual()) {
            return switch (node.asText()) {
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> Double.NaN;
            };
        }
        return node.asDouble(0.0);
    }

    private void requireReadable(JsonNode header) throws IOException {
        if (header.path("zarr_format").asInt() != 2) {
            throw new IOException("'zarr_format' is " + header.path("zarr_format") + ", expected 2");
        }
        if (shape.length != chunks.length || Arrays.stream(chunks).anyMatch(chunk -> chunk < 1)) {
            throw new IOException("chunks " + Arrays.toString(chunks) + " do not fit to the shape " + Arrays.toString(shape));
        }
        if (!header.path("order").asText("C").equals("C") && shape.length > 1) {
            throw new IOException("order " + header.path("order") + ", expected C");
        }
        if (header.path("filters").size() > 0) {
            throw new IOException("filters " + header.path("filters") + ", expected none");
        }
        long bytes = type.size();
        for (int chunk : chunks) {
            bytes *= chunk;
            if (bytes > MOST_CHUNK_BYTES) {
                throw new IOException("chunks of more than 1 GB");
            }
        }
    }

    /** Type of the elements. */
    public ZarrType type() {
        return type;
    }

    /** The number of dimensions. */
    public int rank() {
        return shape.length;
    }

    /** Elements along a dimension. */
    public int size(int dimension) {
        return shape[dimension];
    }

    /** Elements of a chunk along a dimension. */
    public int chunkSize(int dimension) {
        return chunks[dimension];
    }

    /** Bytes of a chunk that is not compressed. */
    public int chunkBytes() {
        int bytes = type.size();
        for (int chunk : chunks) {
            bytes *= chunk;
        }
        return bytes;
    }

    /**
     * Reads a chunk.
     *
     * @param place index of the chunk along each dimension
     * @return its bytes in the byte order of the type; those of a chunk that was never written are of the fill value
     */
    public ByteBuffer chunk(int... place) throws IOException {
        StringBuilder name = new StringBuilder();
        for (int index : place) {
            name.append(name.length() == 0 ? "" : separator).append(index);
        }
        Path file = folder.resolve(place.length == 0 ? "0" : name.toString());
        try {
            byte[] bytes = decompress(Files.readAllBytes(file));
            if (bytes.length != chunkBytes()) {
                throw new IOException(bytes.length + " bytes, expected " + chunkBytes());
            }
            return ByteBuffer.wrap(bytes).order(type.order());
        } catch (NoSuchFileException e) {
            return filled();
        } catch (IOException | MalformedInputException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private ByteBuffer filled() {
        ByteBuffer bytes = ByteBuffer.allocate(chunkBytes()).order(type.order());
        if (fill != 0.0 && !type.isText()) {
            int part = type.isComplex() ? type.size() / 2 : type.size();
            for (int at = 0; at < bytes.capacity(); at += part) {
                put(bytes, at, part);
            }
        }
        return bytes;
    }

    private void put(ByteBuffer bytes, int at, int size) {
        if (type.kind() == 'f' || type.kind() == 'c') {
            if (size == 4) {
                bytes.putFloat(at, (float) fill);
            } else {
                bytes.putDouble(at, fill);
            }
            return;
        }
        switch (size) {
            case 1 -> bytes.put(at, (byte) (long) fill);
            case 2 -> bytes.putShort(at, (short) (long) fill);
            case 4 -> bytes.putInt(at, (int) (long) fill);
            default -> bytes.putLong(at, (long) fill);
        }
    }

    private byte[] decompress(byte[] stored) throws IOException {
        return switch (compressor) {
            case "" -> stored;
            case "blosc" -> BloscFrame.decompress(stored);
            case "zlib" -> new InflaterInputStream(new ByteArrayInputStream(stored)).readNBytes(chunkBytes() + 1);
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(stored)).readNBytes(chunkBytes() + 1);
            case "zstd" -> zstd(stored);
            case "lz4" -> lz4(stored);
            default -> throw new IOException("compressor '" + compressor + "' is not known, expected blosc, zlib, gzip, zstd or lz4");
        };
    }

    private byte[] zstd(byte[] stored) {
        byte[] out = new byte[chunkBytes()];
        int written = new ZstdDecompressor().decompress(stored, 0, stored.length, out, 0, out.length);
        return Arrays.copyOf(out, written);
    }

    /** numcodecs writes the length first. */
    private byte[] lz4(byte[] stored) throws IOException {
        int length = stored.length < 4 ? -1 : ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length != chunkBytes()) {
            throw new IOException("lz4 of " + length + " bytes, expected " + chunkBytes());
        }
        byte[] out = new byte[length];
        int written = new Lz4Decompressor().decompress(stored, 4, stored.length - 4, out, 0, length);
        return Arrays.copyOf(out, written);
    }

    /** The element at a place of a chunk. */
    public double number(ByteBuffer chunk, int index, int part) {
        return type.number(chunk, index * type.size(), part);
    }

    /** The integer at a place of a chunk. */
    public long integer(ByteBuffer chunk, int index) {
        return type.integer(chunk, index * type.size());
    }

    /** The text at a place of a chunk. */
    public String text(ByteBuffer chunk, int index) {
        return type.text(chunk, index * type.size());
    }

    /** Attributes of an array or a group; empty where it has none. */
    public static JsonNode attributes(Path folder) throws IOException {
        Path file = folder.resolve(".zattrs");
        return Files.exists(file) ? MAPPER.readTree(Files.readAllBytes(file)) : MAPPER.createObjectNode();
    }
}
