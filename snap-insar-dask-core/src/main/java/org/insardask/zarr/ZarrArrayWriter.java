package org.insardask.zarr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes an array of Zarr format 2 whose first dimension grows: rows are put one after the other, full chunks are compressed by Blosc (LZ4,
 * shuffled) and written. For one thread.
 */
public final class ZarrArrayWriter {

    private static final int LEVEL = 5;

    private final Path folder;
    private final String dtype;
    private final int typeSize;
    private final int rowsOfChunk;
    private final int columns;
    private final boolean hasColumns;
    private final Object fill;
    private final ObjectNode attributes;
    private final ByteBuffer chunk;
    private final byte[] fillRow;
    private int rows;

    /**
     * Creates the folder.
     *
     * @param dtype type as numpy writes it, little-endian
     * @param typeSize bytes of an element; of a complex one, of both parts
     * @param rowsOfChunk rows of a chunk
     * @param columns elements of the second dimension, which are one chunk; 0 where there is none
     * @param fill fill value: a number, "NaN", or null for none
     * @param attributes the attributes, dimensions included
     */
    public ZarrArrayWriter(Path folder, String dtype, int typeSize, int rowsOfChunk, int columns, Object fill, ObjectNode attributes)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.dtype = dtype;
        this.typeSize = typeSize;
        this.rowsOfChunk = rowsOfChunk;
        this.hasColumns = columns > 0;
        this.columns = Math.max(1, columns);
        this.fill = fill;
        this.attributes = attributes;
        this.chunk = ByteBuffer.allocate(Math.multiplyExact(rowsOfChunk, Math.multiplyExact(this.columns, typeSize)))
                .order(ByteOrder.LITTLE_ENDIAN);
        this.fillRow = new byte[this.columns * typeSize];
    }

    /** The buffer of the next row, to be filled with its elements in little-endian order; then {@link #endRow} is to be called. */
    public ByteBuffer row() {
        return chunk;
    }

    /** Ends a row. */
    public void endRow() throws IOException {
        rows++;
        if (!chunk.hasRemaining()) {
            writeChunk();
        }
    }

    private void writeChunk() throws IOException {
        int index = (rows - 1) / rowsOfChunk;
        byte[] bytes = BloscFrame.compress(chunk.array(), Math.min(typeSize, 255));
        Files.write(folder.resolve(hasColumns ? index + ".0" : Integer.toString(index)), bytes);
        chunk.clear();
    }

    /** Writes the last chunk, filled up with zeros, and the headers. */
    public void finish(ObjectNode consolidated) throws IOException {
        if (chunk.position() > 0) {
            while (chunk.hasRemaining()) {
                chunk.put(fillRow);
            }
            writeChunk();
        }
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode header = mapper.createObjectNode();
        sizes(header.putArray("chunks"), rowsOfChunk);
        header.putObject("compressor").put("blocksize", 0).put("clevel", LEVEL).put("cname", "lz4").put("id", "blosc").put("shuffle", 1);
        header.put("dtype", dtype).set("fill_value", mapper.valueToTree(fill));
        header.putNull("filters").put("order", "C");
        sizes(header.putArray("shape"), rows);
        header.put("zarr_format", 2);
        String name = folder.getFileName().toString();
        write(folder.resolve(ZarrArray.HEADER), header, consolidated, name + "/" + ZarrArray.HEADER);
        write(folder.resolve(".zattrs"), attributes, consolidated, name + "/.zattrs");
    }

    private void sizes(ArrayNode sizes, int first) {
        sizes.add(first);
        if (hasColumns) {
            sizes.add(columns);
        }
    }

    /** Writes the headers of the group around arrays. */
    public static void writeGroup(Path folder, ObjectNode groupAttributes, ObjectNode consolidated) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        write(folder.resolve(".zgroup"), mapper.createObjectNode().put("zarr_format", 2), consolidated, ".zgroup");
        write(folder.resolve(".zattrs"), groupAttributes, consolidated, ".zattrs");
        ObjectNode all = mapper.createObjectNode();
        all.set("metadata", consolidated);
        all.put("zarr_consolidated_format", 1);
        Files.write(folder.resolve(".zmetadata"), mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    }

    private static void write(Path file, ObjectNode node, ObjectNode consolidated, String key) throws IOException {
        Files.write(file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        consolidated.set(key, node);
    }
}
