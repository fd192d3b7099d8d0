package org.insardask.embedded.gpf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.SampleBuffers;

/**
 * Keeps blocks of samples that nobody uses any more, for the next tiles of the same size on the same thread: they are in the caches of its
 * core, while a new one is zeroed, touched for the first time and collected. Thread-safe; each thread has its own blocks.
 */
final class BlockPool {

    private final long mostBytes;
    private final ThreadLocal<Blocks> blocks = ThreadLocal.withInitial(Blocks::new);

    private static final class Blocks {

        private final Map<Long, Deque<ProductData>> free = new HashMap<>();
        private long bytes;
    }

    /** Keeps at most so many bytes for each thread. */
    BlockPool(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A block with any samples in it. */
    ProductData take(int type, int count) {
        ProductData block = poll(type, count);
        return block == null ? ProductData.createInstance(type, count) : block;
    }

    /** A block of zeros. */
    ProductData takeCleared(int type, int count) {
        ProductData block = poll(type, count);
        if (block == null) {
            return ProductData.createInstance(type, count);
        }
        SampleBuffers.clear(block);
        return block;
    }

    private ProductData poll(int type, int count) {
        Blocks own = blocks.get();
        Deque<ProductData> free = own.free.get(size(type, count));
        ProductData block = free == null ? null : free.pollLast();
        own.bytes -= block == null ? 0 : bytes(block);
        return block;
    }

    /** Takes back a block that nobody will use. */
    void give(ProductData block) {
        Blocks own = blocks.get();
        if (own.bytes + bytes(block) > mostBytes) {
            own.free.clear(); // Tiles of another size have begun.
            own.bytes = 0;
        }
        own.free.computeIfAbsent(size(block.getType(), block.getNumElems()), size -> new ArrayDeque<>()).addLast(block);
        own.bytes += bytes(block);
    }

    private static Long size(int type, int count) {
        return (long) type << Integer.SIZE | count;
    }

    private static long bytes(ProductData block) {
        return (long) block.getNumElems() * block.getElemSize();
    }
}
