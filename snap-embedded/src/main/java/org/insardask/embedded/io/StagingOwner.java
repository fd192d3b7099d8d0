package org.insardask.embedded.io;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a staging folder belongs to, as the folder's name tells it: host, process number and when that process started, so that
 * a number given anew is not taken for the old process.
 *
 * @param host name of the machine, letters, digits, points and underscores only
 * @param pid number of the process
 * @param start when it started (milliseconds since 1970)
 */
record StagingOwner(String host, long pid, long start) {
    private static final Pattern TEXT = Pattern.compile("([\\w.]+)-(\\d{1,18})-([0-9a-z]{1,12})-[0-9a-f]{8}");
    private static final int LONGEST_HOST = 40;
    /** The same process may report starts that differ by what the clock was set since. */
    private static final long START_TOLERANCE_MILLIS = 10_000;
    /** A folder of another host that was not touched for so long is dead, whatever the clocks of the two hosts. */
    private static final Duration SURELY_DEAD = Duration.ofMinutes(10);

    /** Returns the process that this code runs in. */
    static StagingOwner current() {
        ProcessHandle process = ProcessHandle.current();
        return new StagingOwner(hostName(), process.pid(), startOf(process));
    }

    /** Returns an owner on the same host that is dead for everybody. */
    StagingOwner gone() {
        return new StagingOwner(host, 0, 0);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        String name = System.getenv("HOSTNAME");
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            if (Files.isReadable(kernel)) {
                name = Files.readString(kernel);
            } else if (name == null || name.isBlank()) {
                name = InetAddress.getLocalHost().getHostName();
            }
        } catch (IOException e) {
            name = name == null ? "localhost" : name;
        }
        String plain = name.strip().replaceAll("[^\\w.]", "_");
        return plain.isEmpty() ? "localhost" : plain.substring(0, Math.min(LONGEST_HOST, plain.length()));
    }

    /**
     * Writes the owner as part of a folder's name.
     *
     * @param number tells folders of one owner apart
     * @return the text
     */
    String text(int number) {
        return String.format("%s-%d-%s-%08x", host, pid, Long.toString(start, 36), number);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text part of a folder's name
     * @return the owner; none where the text is something else
     */
    static Optional<StagingOwner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new StagingOwner(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3), 36)));
    }

    /**
     * Returns whether the owner still works on its folder. On this host the process numbers tell, and a lock on the journal, which also
     * shows processes of other containers. For a folder of another host its sign of life is watched for a while: see {@link Heartbeat}.
     *
     * @param journal the journal in the folder; it may be missing
     * @param patience how long to watch for a sign of life
     * @return false where the owner is dead
     */
    boolean isAlive(Path journal, Duration patience) {
        if (pid == 0) {
            return false;
        }
        if (host.equals(current().host)) {
            return isProcessAlive() || isLocked(journal);
        }
        return isLocked(journal) || showsLife(Files.exists(journal) ? journal : journal.getParent(), patience);
    }

    private boolean isProcessAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        long found = startOf(process.get());
        return found == 0 || start == 0 || Math.abs(found - start) <= START_TOLERANCE_MILLIS;
    }

    private static boolean isLocked(Path journal) {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            try {
                return channel.tryLock() == null;
            } catch (OverlappingFileLockException e) {
                return true;
            } catch (IOException e) {
                return false; // A file system without locks.
            }
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return true; // It belongs to somebody else, who may be alive; nothing can be done about it here.
        }
    }

    private static boolean showsLife(Path file, Duration patience) {
        try {
            Instant before = Files.getLastModifiedTime(file).toInstant();
            if (before.isBefore(Instant.now().minus(SURELY_DEAD))) {
                return false;
            }
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(Math.min(1000, patience.toMillis()));
                if (!Files.getLastModifiedTime(file).toInstant().equals(before)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
