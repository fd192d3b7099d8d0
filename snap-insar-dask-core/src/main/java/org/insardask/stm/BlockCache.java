package org.insardask.stm;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pieces of a file that were used last, up to some bytes. Safe for threads; two threads that miss the same piece at once both read it.
 */
final class BlockCache<K, V> {

    private final long most;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Holds pieces of so many bytes in all, and at least one. */
    BlockCache(long most) {
        this.most = most;
    }

    private record Entry<V>(V value, long bytes) {
    }

    /** Reads a piece. */
    interface Loader<V> {
        V load() throws IOException;
    }

    V get(K key, long size, Loader<V> loader) throws IOException {
        synchronized (entries) {
            Entry<V> found = entries.get(key);
            if (found != null) {
                return found.value();
            }
        }
        V loaded = loader.load();
        synchronized (entries) {
            if (entries.put(key, new Entry<>(loaded, size)) == null) {
                bytes += size;
            }
            Iterator<Entry<V>> oldest = entries.values().iterator();
            while (bytes > most && entries.size() > 1) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return loaded;
    }
}
