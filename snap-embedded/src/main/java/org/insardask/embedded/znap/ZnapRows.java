package org.insardask.embedded.znap;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.OpenFiles;
import org.insardask.embedded.io.RasterFile;

/**
 * Chunks of an array out of raw rows that were computed in parts. The bytes of a chunk are those that the writer of products makes. No
 * state, safe for any thread.
 */
public final class ZnapRows {

    private ZnapRows() {
    }

    /**
     * Raw rows of an array.
     *
     * @param file big-endian samples, row by row
     * @param y the first row of the array that it holds
     * @param rows number of rows
     */
    public record Part(Path file, int y, int rows) {
    }

    /** Rows of a chunk of arrays of so many rows. */
    public static int chunkRows(int height) {
        return ChunkGrid.chunkLength(height);
    }

    /**
     * Writes the chunks that lie in some rows with all of their own.
     *
     * @param array folder of the array, with its header
     * @param file the rows
     * @param y first row
     * @param rows number of rows
     * @param folder where the chunks go
     * @return how many of the rows lie in such chunks
     */
    public static int pack(Path array, Path file, int y, int rows, Path folder) throws IOException {
        ZarrHeader header = ZarrHeader.read(array);
        Files.createDirectories(folder);
        int packed = 0;
        for (int row = 0; row * (long) header.chunkHeight() < header.height(); row++) {
            if (isWhole(header, row, y, rows)) {
                write(header, row, List.of(new Part(file, y, rows)), folder);
                packed += end(header, row) - row * header.chunkHeight();
            }
        }
        return packed;
    }

    /**
     * Writes the chunks whose rows lie in several parts.
     *
     * @param array folder of the array, with its header
     * @param parts all rows of the array, from top to bottom
     * @param folder where the chunks go
     */
    public static void join(Path array, List<Part> parts, Path folder) throws IOException {
        ZarrHeader header = ZarrHeader.read(array);
        for (int row = 0; row * (long) header.chunkHeight() < header.height(); row++) {
            int number = row;
            if (parts.stream().noneMatch(part -> isWhole(header, number, part.y, part.rows))) {
                write(header, row, parts, folder);
            }
        }
    }

    private static boolean isWhole(ZarrHeader header, int row, int y, int rows) {
        return row * header.chunkHeight() >= y && end(header, row) <= y + rows;
    }

    private static int end(ZarrHeader header, int row) {
        return (int) Math.min(header.height(), (row + 1L) * header.chunkHeight());
    }

    /** Rows of chunks are written column by column of chunks, so that memory does not grow with the width. */
    private static void write(ZarrHeader header, int row, List<Part> parts, Path folder) throws IOException {
        int top = row * header.chunkHeight();
        int rows = end(header, row) - top;
        List<Part> met = new ArrayList<>(parts);
        met.removeIf(part -> part.y >= top + rows || part.y + part.rows <= top);
        ZarrWriter writer = new ZarrWriter(folder, header, OpenFiles.forWriting());
        for (int x = 0; x < header.width(); x += header.chunkWidth()) {
            int columns = Math.min(header.chunkWidth(), header.width() - x);
            ProductData samples = ProductData.createInstance(header.type().productDataType(), columns * rows);
            for (Part part : met) {
                int from = Math.max(top, part.y);
                int to = Math.min(top + rows, part.y + part.rows);
                new RasterFile(part.file, 0, ByteOrder.BIG_ENDIAN, header.type(), header.width(), part.rows)
                        .read(x, from - part.y, columns, to - from, samples.getElems(), (from - top) * columns, columns);
            }
            writer.write(x, top, columns, rows, samples);
        }
    }
}
