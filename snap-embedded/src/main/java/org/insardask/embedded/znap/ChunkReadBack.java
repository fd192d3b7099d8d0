package org.insardask.embedded.znap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.RasterFile;

/**
 * Reads back what was written of an array with compressed chunks, tile by tile. A tile is some rows of many chunks, so a chunk is expanded
 * once for all of its tiles, into a plain file beside it that is deleted when as many samples were read as the chunk has. Chunks that
 * still grow are read as they are.
 *
 * <p>Safe for any thread; the first one that wants a chunk decompresses it, others that want the same one wait.
 */
final class ChunkReadBack {
    /** Ends as all files do that are only there while an array is written. */
    private static final String EXPANDED = ".read.part";

    private final Path folder;
    private final ZarrHeader header;
    private final String growing;
    private final Map<ChunkPlace, Expanded> expanded = new ConcurrentHashMap<>();

    private static final class Expanded {
        private final AtomicLong read = new AtomicLong();
        private boolean there;
    }

    /**
     * For an array.
     *
     * @param folder of the array
     * @param header what it says; with a compressor
     * @param growing what the names of chunks have at their end that are not compressed yet
     */
    ChunkReadBack(Path folder, ZarrHeader header, String growing) {
        this.folder = folder;
        this.header = header;
        this.growing = growing;
    }

    /**
     * Reads a rectangle.
     *
     * @param samples receives {@code w * h} samples, in the type of the array
     * @throws IOException where a chunk was never begun, or was torn
     */
    void read(int x, int y, int w, int h, Object samples) throws IOException {
        ChunkGrid.visit(header, x, y, w, h, (row, column, cx, cy, cw, ch, offset) -> {
            ChunkPlace place = ChunkPlace.of(header, row, column);
            if (!Files.exists(folder.resolve(place.name(header)))) {
                file(place, growing).read(cx, cy, cw, ch, samples, offset, w);
                return;
            }
            Expanded chunk = expand(place);
            file(place, EXPANDED).read(cx, cy, cw, ch, samples, offset, w);
            if (chunk.read.addAndGet((long) cw * ch) >= (long) place.width() * place.height() && expanded.remove(place, chunk)) {
                Files.deleteIfExists(file(place, EXPANDED).path());
            }
        });
    }

    private Expanded expand(ChunkPlace place) throws IOException {
        Expanded chunk = expanded.computeIfAbsent(place, begun -> new Expanded());
        synchronized (chunk) {
            if (!chunk.there) {
                int count = Math.multiplyExact(header.chunkWidth(), header.chunkHeight());
                Object samples = ProductData.createInstance(header.type().productDataType(), count).getElems();
                new ZarrReader(folder, header).readChunk(place.row(), place.column(), samples);
                file(place, EXPANDED).writeAll(samples, 0, header.chunkWidth());
                chunk.there = true;
            }
        }
        return chunk;
    }

    private RasterFile file(ChunkPlace place, String suffix) {
        return new RasterFile(folder.resolve(place.name(header) + suffix), 0, header.order(), header.type(), header.chunkWidth(),
                header.chunkHeight());
    }
}
