package org.insardask.vector;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The .dbf beside a .shp, row by row or any row. Strings are in the encoding of the request, else of the .cpg, else of the language byte of
 * the file. Only the columns of a request are decoded. Dates become ISO 8601 texts.
 */
final class DbfTable implements AutoCloseable {
    private static final int HEADER = 32;
    private static final int DESCRIPTOR = 32;
    private static final int END_OF_DESCRIPTORS = 0x0d;
    private static final int DBASE_7 = 4;
    private static final int CHUNK = 1 << 16;
    private static final int FEW = 1 << 12;
    private static final char NOT_DECODED = '\ufffd';

    private final VectorRequest request;
    private final FileChannel channel;
    private final Charset charset;
    private final int rows;
    private final int headerLength;
    private final int recordLength;
    private final List<DbfField> fields = new ArrayList<>();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private int chunkRow;
    private int chunkRows;
    private int row;

    DbfTable(Path dbf, VectorRequest request) throws IOException {
        this.request = request;
        channel = FileChannel.open(dbf);
        try {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            require(channel.size() >= HEADER + 1, "it has no header");
            readFully(0, header);
            require((header.get(0) & 7) != DBASE_7, "dBase 7 was not expected");
            rows = header.getInt(4);
            headerLength = Short.toUnsignedInt(header.getShort(8));
            recordLength = Short.toUnsignedInt(header.getShort(10));
            require(rows >= 0 && headerLength > HEADER && headerLength <= channel.size() && recordLength >= 1, "its header is not valid");
            charset = charset(Byte.toUnsignedInt(header.get(29)));
            readFields();
            if (headerLength + (long) rows * recordLength > channel.size()) {
                throw request.failure("its .dbf is truncated: " + rows + " rows of " + recordLength + " bytes were expected");
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Charset charset(int language) throws IOException {
        if (request.encoding() != null) {
            return request.encoding();
        }
        Path cpg = ShapefileReader.sibling(request.file(), "cpg");
        if (cpg == null) {
            return DbfEncoding.ofLanguage(language);
        }
        String name;
        try (InputStream in = Files.newInputStream(cpg)) {
            name = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1).strip();
        }
        try {
            return DbfEncoding.named(name);
        } catch (IllegalArgumentException e) {
            throw request.failure("its .cpg names an encoding that is not known: '" + name + "'; give the parameter encoding", e);
        }
    }

    private void readFields() throws IOException {
        ByteBuffer descriptors = ByteBuffer.allocate(headerLength - HEADER);
        readFully(HEADER, descriptors);
        int offset = 1;
        for (int at = 0; at + DESCRIPTOR <= descriptors.limit() && descriptors.get(at) != END_OF_DESCRIPTORS; at += DESCRIPTOR) {
            int nameLength = 0;
            while (nameLength < 11 && descriptors.get(at + nameLength) != 0) {
                nameLength++;
            }
            String name = new String(descriptors.array(), at, nameLength, charset).strip();
            char type = (char) Byte.toUnsignedInt(descriptors.get(at + 11));
            int length = Byte.toUnsignedInt(descriptors.get(at + 16));
            int decimals = Byte.toUnsignedInt(descriptors.get(at + 17));
            fields.add(new DbfField(name, type, offset, length, decimals));
            offset += length;
        }
        require(offset <= recordLength, "its columns have " + offset + " bytes and its rows " + recordLength);
    }

    private void require(boolean valid, String what) throws VectorFileException {
        if (!valid) {
            throw request.failure("its .dbf is corrupt: " + what);
        }
    }

    private void readFully(long position, ByteBuffer buffer) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException("its .dbf ended while it was read");
            }
            at += read;
        }
    }

    List<String> names() {
        return fields.stream().map(DbfField::name).toList();
    }

    int rows() {
        return rows;
    }

    /** Tells the types of the chosen columns to their attributes; refuses one whose type cannot be read. */
    void declare(int[] selected, LayerCollector collector) throws VectorFileException {
        for (int i = 0; i < selected.length; i++) {
            DbfField field = fields.get(selected[i]);
            if (!field.isReadable()) {
                throw request.failure("field '" + field.name() + "' is of the .dbf type '" + field.type() + "' (" + field.length()
                        + " bytes), which cannot be read");
            }
            collector.attribute(i).declare(field.attributeType());
        }
    }

    /** Goes to a row, counted from 0. Rows one after the other come from larger pieces of the file than rows here and there. */
    void go(int toRow) throws IOException {
        if (toRow < chunkRow || toRow >= chunkRow + chunkRows) {
            boolean isNext = toRow == chunkRow + chunkRows;
            int count = (int) Math.min(rows - (long) toRow, Math.max(1, (isNext ? CHUNK : FEW) / recordLength));
            if (chunk.capacity() < count * recordLength) {
                chunk = ByteBuffer.allocate(Math.max(count * recordLength, FEW)).order(ByteOrder.LITTLE_ENDIAN);
            }
            chunk.clear().limit(count * recordLength);
            readFully(headerLength + (long) toRow * recordLength, chunk);
            chunkRow = toRow;
            chunkRows = count;
        }
        row = toRow;
    }

    boolean isDeleted() {
        return chunk.get((row - chunkRow) * recordLength) == '*';
    }

    /** Gives the chosen values of the row to their attributes. */
    void read(int[] selected, LayerCollector collector) {
        for (int i = 0; i < selected.length; i++) {
            DbfField field = fields.get(selected[i]);
            AttributeBuilder attribute = collector.attribute(i);
            if (!field.set(chunk, (row - chunkRow) * recordLength, charset, attribute)) {
                collector.note("field '" + field.name() + "' has values in the .dbf that are not of its type; they are taken for none");
            }
            if (attribute.lastTextHas(NOT_DECODED)) {
                collector.note("field '" + field.name() + "' has texts that are not valid " + charset.name()
                        + "; the parameter encoding says what they are");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
