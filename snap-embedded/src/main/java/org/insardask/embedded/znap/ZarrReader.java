package org.insardask.embedded.znap;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.OpenFiles;
import org.insardask.embedded.io.RasterFile;
import org.insardask.embedded.io.RasterLayout;
import org.insardask.embedded.io.RasterSource;
import org.insardask.embedded.io.SampleCodec;

/**
 * Reads rectangles of an array. Plain chunks are read at file positions; compressed chunks, and those in an archive, are decoded as a
 * whole, and the one decoded last is kept while memory lasts. A chunk that is missing holds the fill value, as Zarr has it.
 *
 * <p>Safe for any thread without a lock.
 */
final class ZarrReader implements RasterSource {
    private final Path folder;
    private final ZarrHeader header;
    private final boolean positional;
    private final AtomicReference<SoftReference<Decoded>> last = new AtomicReference<>(new SoftReference<>(null));

    private record Decoded(int row, int column, Object samples) {
    }

    ZarrReader(Path folder, ZarrHeader header) {
        this.folder = folder;
        this.header = header;
        this.positional = header.compressor() == null && folder.getFileSystem().equals(FileSystems.getDefault());
    }

    @Override
    public RasterLayout layout() {
        return new RasterLayout(header.chunkWidth(), header.chunkHeight(), !positional);
    }

    @Override
    public void read(int x, int y, int w, int h, Object samples, OpenFiles files) throws IOException {
        ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
            Path chunk = folder.resolve(header.chunkName(row, column));
            if (!Files.exists(chunk)) {
                for (int i = 0; i < ch; i++) {
                    Fill.run(samples, offset + i * w, offset + i * w + cw, header.fill());
                }
            } else if (positional) {
                new RasterFile(chunk, 0, header.order(), header.type(), header.chunkWidth(), header.chunkHeight())
                        .read(cx, cy, cw, ch, samples, offset, w, files);
            } else {
                Object decoded = decoded(chunk, row, column);
                for (int i = 0; i < ch; i++) {
                    System.arraycopy(decoded, (cy + i) * header.chunkWidth() + cx, samples, offset + i * w, cw);
                }
            }
        });
    }

    /** Reads a whole chunk, with its samples beyond the edge of the array. */
    void readChunk(int row, int column, Object samples) throws IOException {
        Object decoded = decode(folder.resolve(header.chunkName(row, column)));
        System.arraycopy(decoded, 0, samples, 0, header.chunkWidth() * header.chunkHeight());
    }

    private Object decoded(Path chunk, int row, int column) throws IOException {
        Decoded kept = last.get().get();
        if (kept == null || kept.row != row || kept.column != column) {
            kept = new Decoded(row, column, decode(chunk));
            last.set(new SoftReference<>(kept));
        }
        return kept.samples;
    }

    private Object decode(Path chunk) throws IOException {
        int count = Math.multiplyExact(header.chunkWidth(), header.chunkHeight());
        byte[] bytes = uncompressed(chunk);
        if (bytes.length != (long) count * header.type().bytes()) {
            throw new IOException(chunk + ": holds " + bytes.length + " bytes, expected " + (long) count * header.type().bytes() + " ("
                    + header.chunkWidth() + " x " + header.chunkHeight() + " samples of " + header.type().bytes() + " bytes)");
        }
        Object samples = ProductData.createInstance(header.type().productDataType(), count).getElems();
        SampleCodec.decode(ByteBuffer.wrap(bytes).order(header.order()), samples, 0, count);
        return samples;
    }

    private byte[] uncompressed(Path chunk) throws IOException {
        try {
            byte[] stored = Files.readAllBytes(chunk);
            if (header.compressor() == null) {
                return stored;
            }
            return ChunkCodec.restore(header.compressor(), stored, header.chunkBytes());
        } catch (IOException e) {
            throw new IOException(chunk + ": cannot be read as a chunk: " + IoMessages.reason(e, chunk), e);
        } catch (LinkageError e) {
            throw new IOException(chunk + ": the library for compressor '" + header.compressor().getId() + "' is not installed", e);
        }
    }
}
