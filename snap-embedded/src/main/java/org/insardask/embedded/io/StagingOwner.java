package org.insardask.embedded.io;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a staging folder belongs to, as the folder's name tells it: host, its start, process number and when that process
 * started, so that a number given anew is not taken for the old process.
 *
 * @param host name of the machine, letters, digits, points and underscores only
 * @param boot what the kernel calls the time since the machine was started, eight letters and digits; tells two machines of one name apart,
 *     and a machine from itself before it was started anew. 0 where nobody knows
 * @param pid number of the process
 * @param start when it started (milliseconds since 1970)
 */
record StagingOwner(String host, String boot, long pid, long start) {
    private static final Pattern TEXT = Pattern.compile("([\\w.]+)-(\\w{1,8})-(\\d{1,18})-([0-9a-z]{1,12})-[0-9a-f]{8}");
    private static final int LONGEST_HOST = 40;
    /** The same process may report starts that differ by what the clock was set since. */
    private static final long START_TOLERANCE_MILLIS = 10_000;
    private static final int BOOT_DIGITS = 8;

    /** What can be said about a process. */
    enum State {
        /** It works on its folder, or may do so. */
        ALIVE,
        /** It does not. */
        DEAD,
        /** It ended on this host, if it is not one of another container; its journal belongs to somebody else and tells nothing. */
        CLOSED
    }

    /** Returns the process that this code runs in. */
    static StagingOwner current() {
        ProcessHandle process = ProcessHandle.current();
        return new StagingOwner(hostName(), bootName(), process.pid(), startOf(process));
    }

    /** Returns an owner on the same host that is dead for everybody. */
    StagingOwner gone() {
        return new StagingOwner(host, boot, 0, 0);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String bootName() {
        try {
            Path kernel = Path.of("/proc/sys/kernel/random/boot_id");
            String name = Files.isReadable(kernel) ? Files.readString(kernel).replaceAll("\\W", "") : "";
            return name.length() < BOOT_DIGITS ? "0" : name.substring(0, BOOT_DIGITS);
        } catch (IOException e) {
            return "0";
        }
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
        return String.format("%s-%s-%d-%s-%08x", host, boot, pid, Long.toString(start, 36), number);
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
        return Optional.of(new StagingOwner(matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4), 36)));
    }

    /**
     * Returns whether the owner still works on its folder. On this host the process numbers tell, and a lock on the journal, which also
     * shows processes of other containers. The folder of another host, or of this one before it was started anew, is watched for a while:
     * see {@link Heartbeat}. Clocks are not compared, because those of two hosts may differ.
     *
     * @param journal the journal in the folder; it may be missing
     * @param patience how long to watch for a sign of life
     * @return the state; alive where that cannot be told for another host
     */
    State state(Path journal, Duration patience) {
        if (pid == 0) {
            return State.DEAD;
        }
        StagingOwner self = current();
        boolean here = host.equals(self.host) && boot.equals(self.boot);
        if (here && isProcessAlive()) {
            return State.ALIVE;
        }
        State locked = lockState(journal);
        if (here || locked == State.ALIVE) {
            return locked;
        }
        return showsLife(Files.exists(journal) ? journal : journal.getParent(), patience) ? State.ALIVE : State.DEAD;
    }

    private boolean isProcessAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        long found = startOf(process.get());
        return found == 0 || start == 0 || Math.abs(found - start) <= START_TOLERANCE_MILLIS;
    }

    /** One look at a time in this process, and with a shared lock, so that two that look do not take each other for the owner. */
    private static synchronized State lockState(Path journal) {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            try {
                return channel.tryLock(0, Long.MAX_VALUE, true) == null ? State.ALIVE : State.DEAD;
            } catch (OverlappingFileLockException e) {
                return State.ALIVE;
            } catch (IOException e) {
                return State.DEAD; // A file system without locks.
            }
        } catch (NoSuchFileException e) {
            return State.DEAD;
        } catch (IOException e) {
            return State.CLOSED;
        }
    }

    /** What changes with a sign of life. */
    private record Look(FileTime time, long size) {
        /** Opens the file first: that makes a network file system ask for the time anew. */
        static Look at(Path file) throws IOException {
            if (Files.isRegularFile(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    return new Look(Files.getLastModifiedTime(file), channel.size());
                }
            }
            return new Look(Files.getLastModifiedTime(file), 0);
        }
    }

    private static boolean showsLife(Path file, Duration patience) {
        try {
            Look before = Look.at(file);
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() - end < 0) {
                Thread.sleep(Math.min(1000, patience.toMillis()));
                if (!Look.at(file).equals(before)) {
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
