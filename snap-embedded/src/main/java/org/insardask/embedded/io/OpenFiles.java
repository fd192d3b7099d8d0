package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps files open while a run needs them again and again, the least recently used are closed first. Between {@link #keep} and
 * {@link #close} files stay open, outside of that each is opened for one use: opening one takes as long as reading 100 KB of it.
 *
 * <p>A file that is replaced by another one of its name in between goes on to be read as it was. A use that fails on a file that was open
 * already is tried once more on one that is opened for it: another thread may have closed it by being interrupted, and a network file
 * system may have forgotten it.
 *
 * <p>All objects together keep no more than half of the files that the system allows the process, so that the products of a graph leave
 * it the files that it needs besides. Thread-safe; no lock is held while a file is opened or used.
 */
public final class OpenFiles implements AutoCloseable {
    private static final int MOST = 1024;
    private static final int MOST_WHERE_UNKNOWN = 128;
    private static final int PART_OF_LIMIT = 4;
    private static final int PART_OF_LIMIT_FOR_ALL = 2;
    private static final int MOST_FOR_ALL = 1 << 20;
    private static final Pattern LIMIT = Pattern.compile("Max open files +([0-9]+) .*");
    private static final Path LIMITS = Path.of("/proc/self/limits");
    /** One permit for each file that any object of the process may keep: the limit is one of the process. */
    private static final Semaphore PERMITS = new Semaphore(limit(LIMITS, PART_OF_LIMIT_FOR_ALL, MOST_FOR_ALL));

    private final int most;
    private final Semaphore permits;
    private final OpenOption option;
    private final Map<Path, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int keepers;

    /** What is done with an open file; it uses positions only, since others may use the file at the same time. */
    @FunctionalInterface
    interface Use {
        void of(FileChannel channel) throws IOException;
    }

    /** An open file. The fields are guarded by the lock of the owner. */
    private static final class Entry {
        private final Path path;
        private final FileChannel channel;
        private int users = 1;
        private boolean kept;

        Entry(Path path, FileChannel channel) {
            this.path = path;
            this.channel = channel;
        }

        /** What was written may turn out not to be stored only now. */
        void close() throws IOException {
            try {
                channel.close();
            } catch (IOException e) {
                throw new IOException(path + ": cannot be closed: " + IoMessages.reason(e, path), e);
            }
        }
    }

    private OpenFiles(int most, Semaphore permits, OpenOption option) {
        this.most = most;
        this.permits = permits;
        this.option = option;
    }

    /** Files to be read; nothing is kept yet. */
    public static OpenFiles forReading() {
        return new OpenFiles(limit(LIMITS), PERMITS, StandardOpenOption.READ);
    }

    /** Files that exist and are to be written to; nothing is kept yet. */
    public static OpenFiles forWriting() {
        return new OpenFiles(limit(LIMITS), PERMITS, StandardOpenOption.WRITE);
    }

    /** Files to be read, each opened for one use. */
    public static OpenFiles oneByOne() {
        return forReading(0);
    }

    /** Files to be read, at most so many are kept. */
    static OpenFiles forReading(int most) {
        return forReading(most, PERMITS);
    }

    /** The same with permits shared by several objects, one for each file that is kept. */
    static OpenFiles forReading(int most, Semaphore permits) {
        return new OpenFiles(most, permits, StandardOpenOption.READ);
    }

    /** A quarter of what the system allows this process, at most 1024. */
    static int limit(Path limits) {
        return limit(limits, PART_OF_LIMIT, MOST);
    }

    private static int limit(Path limits, int part, int most) {
        try {
            for (String line : Files.readAllLines(limits)) {
                Matcher matcher = LIMIT.matcher(line);
                if (matcher.matches()) {
                    return (int) Math.min(most, Long.parseLong(matcher.group(1)) / part);
                }
            }
        } catch (IOException e) {
            return MOST_WHERE_UNKNOWN * PART_OF_LIMIT / part; // Only Linux has that file.
        }
        return most;
    }

    /** Begins to keep files open, until {@link #close} is called as often. */
    public synchronized void keep() {
        keepers++;
    }

    /**
     * Ends what {@link #keep} began: closes all files; those in use are closed when they are no longer used.
     *
     * @throws IOException where a file cannot be closed, after all others were; what was written to it may be lost
     */
    @Override
    public void close() throws IOException {
        List<Entry> idle;
        synchronized (this) {
            keepers = Math.max(0, keepers - 1);
            idle = keepers > 0 ? List.of() : removeAll();
        }
        closeAll(idle);
    }

    /**
     * Closes a file that will not be used any more, where it was kept.
     *
     * @param path the file
     * @throws IOException where it cannot be closed; what was written to it may be lost
     */
    public void drop(Path path) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = entries.remove(path);
            if (entry == null) {
                return;
            }
            keepNoLonger(entry);
            entry.users++;
        }
        release(entry);
    }

    /** How many files are open and kept. */
    synchronized int count() {
        return entries.size();
    }

    /**
     * Uses a file, opening it where it is not open.
     *
     * @param path the file
     * @param use what is done with it; may be done twice
     * @throws IOException where the file cannot be opened, or as thrown by {@code use}
     */
    void with(Path path, Use use) throws IOException {
        Entry open = find(path);
        if (open == null) {
            Entry opened = add(new Entry(path, open(path)));
            try {
                use.of(opened.channel);
            } finally {
                release(opened);
            }
        } else if (!succeeds(open, use)) {
            try (FileChannel channel = open(path)) {
                use.of(channel);
            }
        }
    }

    private boolean succeeds(Entry open, Use use) throws IOException {
        try {
            use.of(open.channel);
            return true;
        } catch (ClosedByInterruptException e) {
            remove(open);
            throw e;
        } catch (IOException e) {
            remove(open);
            return false;
        } finally {
            release(open);
        }
    }

    private FileChannel open(Path path) throws IOException {
        try {
            return FileChannel.open(path, option);
        } catch (IOException e) {
            List<Entry> idle;
            synchronized (this) {
                idle = removeAll();
            }
            if (idle.isEmpty()) {
                throw e;
            }
            closeAll(idle);
            return FileChannel.open(path, option); // The system may have refused to open more files.
        }
    }

    private synchronized Entry find(Path path) {
        Entry found = entries.get(path);
        if (found != null && !found.channel.isOpen()) {
            entries.remove(path);
            keepNoLonger(found);
            return null;
        }
        if (found != null) {
            found.users++;
        }
        return found;
    }

    /** Keeps an open file, if any are kept and nobody else has opened it meanwhile; where there is no more room, instead of another one. */
    private Entry add(Entry opened) throws IOException {
        Entry idle = null;
        synchronized (this) {
            if (keepers > 0 && most > 0 && !entries.containsKey(opened.path)) {
                boolean room = entries.size() < most && permits.tryAcquire();
                if (!room && !entries.isEmpty()) {
                    idle = removeEldest();
                    room = permits.tryAcquire();
                }
                if (room) {
                    entries.put(opened.path, opened);
                    opened.kept = true;
                }
            }
        }
        if (idle != null) {
            idle.close();
        }
        return opened;
    }

    /** Called with the lock. */
    private void keepNoLonger(Entry entry) {
        if (entry.kept) {
            entry.kept = false;
            permits.release();
        }
    }

    /** Takes out the file that was not used for the longest time and returns it, where somebody has to close it now. */
    private Entry removeEldest() {
        Iterator<Entry> all = entries.values().iterator();
        Entry eldest = all.next();
        all.remove();
        keepNoLonger(eldest);
        return eldest.users == 0 ? eldest : null;
    }

    private List<Entry> removeAll() {
        List<Entry> idle = new ArrayList<>();
        for (Entry entry : entries.values()) {
            keepNoLonger(entry);
            if (entry.users == 0) {
                idle.add(entry);
            }
        }
        entries.clear();
        return idle;
    }

    private synchronized void remove(Entry entry) {
        keepNoLonger(entry);
        entries.remove(entry.path, entry);
    }

    private void release(Entry entry) throws IOException {
        boolean last;
        synchronized (this) {
            entry.users--;
            last = entry.users == 0 && !entry.kept;
        }
        if (last) {
            entry.close();
        }
    }

    private static void closeAll(List<Entry> idle) throws IOException {
        IOException failure = null;
        for (Entry entry : idle) {
            try {
                entry.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
