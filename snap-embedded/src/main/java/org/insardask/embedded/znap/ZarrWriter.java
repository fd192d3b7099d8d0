package org.insardask.embedded.znap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.OpenFiles;
import org.insardask.embedded.io.RasterFile;
import org.insardask.embedded.io.RasterTarget;
import org.insardask.embedded.io.SampleBuffers;
import org.insardask.embedded.io.SampleCodec;
import org.insardask.embedded.io.StagedRaster;

/**
 * Writes rectangles of an array, in any order. A rectangle that holds a whole chunk is one write; any other goes to its place in the
 * file of the chunk. Chunks that are compressed grow in a plain file beside their own ({@code .part} at the end of the name) and are
 * compressed by whoever writes their last samples, so that no chunk waits in memory. Samples of a chunk beyond the edge of the array hold
 * the fill value. The bytes do not depend on the tiling or the order of writes.
 *
 * <p>A run that is killed may leave a chunk and a {@code .part} beside it. A chunk that can be decompressed is then what counts, since it
 * is what finished tiles are read back from; its {@code .part} is made anew from it. Both files get their names only when they are whole.
 * Where there is only a {@code .part}, finished tiles are read back from that, and count as written ({@link #keep}). Only such chunks as
 * were compressed and are written to again are compressed by {@link #finish}, since nobody knows how many samples are still to come.
 *
 * <p>Safe for any thread; only the creation of a chunk file waits for another thread that creates the same file.
 */
final class ZarrWriter implements RasterTarget, StagedRaster.ReadBack {
    private static final String PART = ".part";
    /** A {@link #PART} that is not filled yet, and a chunk that is not written yet. */
    private static final String NEW_PART = ".new.part";
    private static final String NEW_CHUNK = ".chunk.part";

    private final Path folder;
    private final ZarrHeader header;
    private final OpenFiles files;
    /** The chunks of which a part is written. */
    private final Map<ChunkPlace, Growing> growing = new ConcurrentHashMap<>();
    /** The chunks of which finished tiles were read back, so that they must not be lost. */
    private final Set<ChunkPlace> readBack = ConcurrentHashMap.newKeySet();
    private final ChunkReadBack compressed;

    /** A chunk of which a part is written, and how many samples of it. */
    private static final class Growing {
        private final RasterFile file;
        private final AtomicLong written = new AtomicLong();
        private boolean open;

        Growing(RasterFile file) {
            this.file = file;
        }
    }

    /**
     * Writes to an array that exists.
     *
     * @param folder of the array
     * @param header what it says
     * @param files opens the files of chunks of which a part is written
     */
    ZarrWriter(Path folder, ZarrHeader header, OpenFiles files) {
        this.folder = folder;
        this.header = header;
        this.files = files;
        compressed = new ChunkReadBack(folder, header, PART);
    }

    @Override
    public void write(int x, int y, int w, int h, ProductData data) throws IOException {
        Object samples = SampleBuffers.inType(data, header.type());
        ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
            ChunkPlace place = ChunkPlace.of(header, row, column);
            if (cw == place.width() && ch == place.height()) {
                writeWhole(place, samples, offset, w);
            } else {
                writePart(place, cx, cy, cw, ch, samples, offset, w);
            }
        });
    }

    /**
     * Ends the array after the last samples: compresses chunks whose samples were written by two runs, and removes all that was only
     * there while chunks were incomplete, of this run and of others.
     */
    void finish() throws IOException {
        for (ChunkPlace place : growing.keySet()) {
            complete(place);
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    private void writeWhole(ChunkPlace place, Object samples, int offset, int stride) throws IOException {
        boolean full = place.width() == header.chunkWidth() && place.height() == header.chunkHeight();
        Object chunk = full ? samples : padded(place.height(), header.chunkHeight(), 0, place.width(), samples, offset, stride);
        int from = full ? offset : 0;
        int step = full ? stride : header.chunkWidth();
        if (header.compressor() == null) {
            file(place, "").writeAll(chunk, from, step);
        } else {
            compress(place, chunk, from, step);
        }
    }

    private void writePart(ChunkPlace place, int cx, int cy, int cw, int ch, Object samples, int offset, int stride) throws IOException {
        Growing chunk = growing(place);
        if (cx + cw == place.width() && place.width() < header.chunkWidth()) {
            int width = header.chunkWidth() - cx;
            chunk.file.write(cx, cy, width, ch, padded(ch, ch, cx, cw, samples, offset, stride), 0, width, files);
        } else {
            chunk.file.write(cx, cy, cw, ch, samples, offset, stride, files);
        }
        count(place, chunk, (long) cw * ch);
    }

    private void count(ChunkPlace place, Growing chunk, long samples) throws IOException {
        if (chunk.written.addAndGet(samples) == (long) place.width() * place.height()) {
            complete(place);
        }
    }

    /** Rows with the fill value behind and below them: as wide as the chunk from a column on. */
    private Object padded(int rows, int allRows, int column, int width, Object samples, int offset, int stride) {
        int wide = header.chunkWidth() - column;
        Object padded = filled(allRows, wide);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(samples, offset + i * stride, padded, i * wide, width);
        }
        return padded;
    }

    private Object filled(int rows, int width) {
        int count = Math.multiplyExact(rows, width);
        Object samples = ProductData.createInstance(header.type().productDataType(), count).getElems();
        if (!Fill.isZero(header.fill())) {
            Fill.run(samples, 0, count, header.fill());
        }
        return samples;
    }

    private RasterFile file(ChunkPlace place, String suffix) {
        return new RasterFile(folder.resolve(place.name(header) + suffix), 0, header.order(), header.type(), header.chunkWidth(),
                header.chunkHeight());
    }

    /** The file in which a chunk grows. */
    private Growing growing(ChunkPlace place) throws IOException {
        Growing chunk = growing.computeIfAbsent(place, begun -> new Growing(file(begun, header.compressor() == null ? "" : PART)));
        synchronized (chunk) {
            if (!chunk.open) {
                chunk.written.set(begin(place, chunk.file) ? Long.MIN_VALUE : 0);
                chunk.open = true;
            }
        }
        return chunk;
    }

    /**
     * Finds what an earlier run has left, or creates the file. What is beyond the edge may be missing in either.
     *
     * @return whether the chunk was compressed, so that nobody knows how much of it is still to come
     */
    private boolean begin(ChunkPlace place, RasterFile file) throws IOException {
        if (header.compressor() != null && takeCompressed(place)) {
            return true;
        }
        file.create();
        int below = header.chunkHeight() - place.height();
        if (below > 0 && !Fill.isZero(header.fill())) {
            file.write(0, place.height(), header.chunkWidth(), below, filled(below, header.chunkWidth()), 0, header.chunkWidth());
        }
        return false;
    }

    /** Makes the file in which a chunk grows from the compressed one; false where that is missing or was torn, so that nothing counts. */
    private boolean takeCompressed(ChunkPlace place) throws IOException {
        if (!Files.exists(folder.resolve(place.name(header))) && !readBack.contains(place)) {
            return false;
        }
        Object samples = filled(header.chunkHeight(), header.chunkWidth());
        try {
            new ZarrReader(folder, header).readChunk(place.row(), place.column(), samples);
        } catch (IOException e) {
            if (readBack.contains(place)) {
                throw e; // Tiles of it count as finished.
            }
            return false;
        }
        RasterFile filled = file(place, NEW_PART);
        filled.create();
        filled.writeAll(samples, 0, header.chunkWidth());
        rename(filled.path(), place.name(header) + PART);
        return true;
    }

    private void rename(Path from, String name) throws IOException {
        try {
            Files.move(from, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(from + ": cannot be renamed to " + name + ": " + IoMessages.reason(e, from), e);
        }
    }

    /**
     * Reads samples of chunks that are written.
     *
     * @throws IOException where a chunk is not written yet, or was torn
     */
    @Override
    public void read(int x, int y, int w, int h, Object samples) throws IOException {
        if (header.compressor() != null) {
            compressed.read(x, y, w, h, samples);
            ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
                if (Files.exists(folder.resolve(header.chunkName(row, column)))) {
                    readBack.add(ChunkPlace.of(header, row, column));
                }
            });
            return;
        }
        ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
            Path chunk = folder.resolve(header.chunkName(row, column));
            if (!Files.exists(chunk)) {
                throw new IOException(chunk + ": not written yet");
            }
        });
        new ZarrReader(folder, header).read(x, y, w, h, samples, OpenFiles.oneByOne());
    }

    /**
     * Says that samples that were read back count as written; each once.
     *
     * @throws IOException where a chunk that is complete by that cannot be compressed
     */
    @Override
    public void keep(int x, int y, int w, int h) throws IOException {
        if (header.compressor() == null) {
            return;
        }
        ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
            ChunkPlace place = ChunkPlace.of(header, row, column);
            if (!readBack.contains(place)) {
                count(place, growing(place), (long) cw * ch);
            }
        });
    }

    private void complete(ChunkPlace place) throws IOException {
        Growing chunk = growing.remove(place);
        if (chunk == null) {
            return;
        }
        files.drop(chunk.file.path());
        if (header.compressor() == null) {
            return;
        }
        Object samples = filled(header.chunkHeight(), header.chunkWidth());
        chunk.file.read(0, 0, header.chunkWidth(), header.chunkHeight(), samples, 0, header.chunkWidth());
        compress(place, samples, 0, header.chunkWidth());
        Files.delete(chunk.file.path());
    }

    private void compress(ChunkPlace place, Object samples, int offset, int stride) throws IOException {
        ByteBuffer plain = ByteBuffer.allocate(header.chunkBytes()).order(header.order());
        for (int i = 0; i < header.chunkHeight(); i++) {
            SampleCodec.encode(samples, offset + i * stride, header.chunkWidth(), plain);
        }
        Path path = folder.resolve(place.name(header) + NEW_CHUNK);
        try {
            Files.write(path, ChunkCodec.compress(header.compressor(), plain.array()));
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: " + IoMessages.reason(e, path), e);
        }
        rename(path, place.name(header));
    }
}
