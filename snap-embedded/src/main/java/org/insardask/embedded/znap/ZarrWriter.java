package org.insardask.embedded.znap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.RasterFile;
import org.insardask.embedded.io.RasterTarget;
import org.insardask.embedded.io.SampleBuffers;

/**
 * Writes rectangles of an array that is not compressed. A rectangle that holds a whole chunk is one write; any other goes row by row to its
 * positions in chunk files that hold the fill value before. Samples of a chunk beyond the edge of the array hold the fill value. The
 * bytes do not depend on the tiling or the order of writes.
 *
 * <p>Safe for any thread; only the creation of a chunk file waits for another thread that creates the same file.
 */
final class ZarrWriter implements RasterTarget {
    private final Path folder;
    private final ZarrHeader header;
    private final ConcurrentHashMap<String, RasterFile> chunks = new ConcurrentHashMap<>();

    ZarrWriter(Path folder, ZarrHeader header) {
        this.folder = folder;
        this.header = header;
    }

    @Override
    public void write(int x, int y, int w, int h, ProductData data) throws IOException {
        Object samples = SampleBuffers.inType(data, header.type());
        ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
            boolean whole = cx == 0 && cy == 0 && cw == Math.min(header.chunkWidth(), header.width() - column * header.chunkWidth())
                    && ch == Math.min(header.chunkHeight(), header.height() - row * header.chunkHeight());
            RasterFile chunk = chunk(row, column, whole && cw == header.chunkWidth() && ch == header.chunkHeight());
            if (whole && cw < header.chunkWidth()) {
                Object padded = filled(ch);
                for (int i = 0; i < ch; i++) {
                    System.arraycopy(samples, offset + i * w, padded, i * header.chunkWidth(), cw);
                }
                chunk.write(0, 0, header.chunkWidth(), ch, padded, 0, header.chunkWidth());
            } else {
                chunk.write(cx, cy, cw, ch, samples, offset, w);
            }
        });
    }

    /** Returns the file of a chunk, created once with the fill value in it, unless all of it is to be written at once. */
    private RasterFile chunk(int row, int column, boolean overwritten) throws IOException {
        try {
            return chunks.computeIfAbsent(header.chunkName(row, column), key -> create(key, row, column, overwritten));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A chunk that an interrupted run left keeps its samples, but those beyond the edge of the array may be missing. */
    private RasterFile create(String name, int row, int column, boolean overwritten) {
        RasterFile file = new RasterFile(folder.resolve(name), 0, header.order(), header.type(), header.chunkWidth(), header.chunkHeight());
        try {
            boolean left = Files.exists(file.path());
            file.create();
            if (left) {
                writePadding(file, row, column);
            } else if (!overwritten && !Fill.isZero(header.fill())) {
                file.write(0, 0, header.chunkWidth(), header.chunkHeight(), filled(header.chunkHeight()), 0, header.chunkWidth());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writePadding(RasterFile file, int row, int column) throws IOException {
        int width = Math.min(header.chunkWidth(), header.width() - column * header.chunkWidth());
        int height = Math.min(header.chunkHeight(), header.height() - row * header.chunkHeight());
        Object fill = filled(header.chunkHeight());
        if (width < header.chunkWidth()) {
            file.write(width, 0, header.chunkWidth() - width, height, fill, 0, header.chunkWidth());
        }
        if (height < header.chunkHeight()) {
            file.write(0, height, header.chunkWidth(), header.chunkHeight() - height, fill, 0, header.chunkWidth());
        }
    }

    private Object filled(int rows) {
        int count = Math.multiplyExact(rows, header.chunkWidth());
        Object samples = ProductData.createInstance(header.type().productDataType(), count).getElems();
        Fill.run(samples, 0, count, header.fill());
        return samples;
    }
}
