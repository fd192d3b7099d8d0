package org.insardask.embedded.io;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The file beside a product that is being written which tells what of it is finished. One record a line, each with the CRC-32C of its own
 * text; a line that was torn does not count. A record of a tile holds the CRC-32C of its samples: whoever resumes reads the samples back
 * and compares, so that nothing depends on the order in which a file system stores bytes, and no write has to wait for the disk.
 *
 * <p>The journal is locked as long as it is open. Thread-safe.
 */
final class TileJournal implements Closeable {
    private static final String NAME = "journal";
    private static final String RUN = "run";
    private static final String TILE = "tile";
    private static final String COMMIT = "commit";
    private static final String UNDONE = "undone";
    private static final int LONGEST_LINE = 100_000;

    private final Path file;
    private final FileChannel channel;

    /**
     * What a journal says.
     *
     * @param fingerprint of the run; empty where it is not known
     * @param tiles CRC-32C of the samples of finished tiles by {@link #key}
     * @param parts names of the parts that were to be renamed, empty where the product is not complete
     */
    record Contents(String fingerprint, Map<String, Integer> tiles, List<String> parts) {
    }

    private TileJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Returns the path of the journal in a staging folder. */
    static Path in(Path staging) {
        return staging.resolve(NAME);
    }

    /**
     * Begins a journal, or goes on with that of a run that was interrupted.
     *
     * @param staging the staging folder
     * @param fingerprint of the run
     * @return the open journal
     * @throws IOException where it cannot be written
     */
    static TileJournal open(Path staging, String fingerprint) throws IOException {
        Path file = in(staging);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            TileJournal journal = new TileJournal(file, channel);
            journal.lock();
            if (channel.size() > 0) {
                journal.write("\n"); // Ends a line that was torn.
            }
            journal.record(RUN + " " + fingerprint);
            return journal;
        } catch (IOException e) {
            throw failure(file, "cannot be written", e);
        }
    }

    /** Without a lock, on file systems that have none, process numbers and signs of life tell who is alive. */
    private void lock() {
        try {
            channel.tryLock();
        } catch (IOException e) {
            System.getLogger(TileJournal.class.getName()).log(System.Logger.Level.DEBUG, file + ": cannot be locked", e);
        }
    }

    /** Returns what stands for a band in a journal: its name without spaces and line ends. */
    static String name(String band) {
        return URLEncoder.encode(band, StandardCharsets.UTF_8);
    }

    /** Returns what stands for a rectangle of a band, of which {@link #name} is given, in a journal. */
    static String key(String name, int x, int y, int w, int h) {
        return name + " " + x + " " + y + " " + w + " " + h;
    }

    /**
     * Records that the samples of a tile were written.
     *
     * @param key from {@link #key}
     * @param crc CRC-32C of its samples
     * @throws IOException where that cannot be written
     */
    void tile(String key, int crc) throws IOException {
        record(TILE + " " + key + " " + Integer.toHexString(crc));
    }

    /**
     * Records that all parts are complete and about to be renamed, and waits until that is on disk.
     *
     * @param parts their names, in the order in which they are renamed
     * @throws IOException where that cannot be written
     */
    void commit(List<String> parts) throws IOException {
        StringBuilder text = new StringBuilder(COMMIT);
        parts.forEach(part -> text.append('/').append(URLEncoder.encode(part, StandardCharsets.UTF_8)));
        record(text.toString());
        store();
    }

    /**
     * Records that the last {@link #commit} was taken back, and waits until that is on disk.
     *
     * @throws IOException where that cannot be written
     */
    void undone() throws IOException {
        record(UNDONE);
        store();
    }

    private void store() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw failure(file, "cannot be written", e);
        }
    }

    private void record(String text) throws IOException {
        try {
            write(text + " " + Integer.toHexString(crc(text)) + "\n");
        } catch (IOException e) {
            throw failure(file, "cannot be written", e);
        }
    }

    private synchronized void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static int crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /**
     * Reads the journal in a staging folder.
     *
     * @param staging the folder
     * @return what it says; nothing where it is missing
     * @throws IOException where it is there and cannot be read
     */
    static Contents read(Path staging) throws IOException {
        Path file = in(staging);
        Reading reading = new Reading();
        if (Files.exists(file)) {
            try (BufferedReader lines = new BufferedReader(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reading.take(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                }
            } catch (NoSuchFileException e) {
                return new Contents("", Map.of(), List.of()); // Somebody else deals with it at this moment.
            } catch (IOException e) {
                throw failure(file, "cannot be read", e);
            }
        }
        return new Contents(reading.fingerprint, reading.tiles, reading.parts);
    }

    private static IOException failure(Path file, String what, IOException e) {
        return new IOException(file + ": " + what + ": " + IoMessages.reason(e, file), e);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Takes the lines of a journal one by one. */
    private static final class Reading {
        private final Map<String, Integer> tiles = new HashMap<>();
        private String fingerprint = "";
        private List<String> parts = List.of();

        void take(String line) {
            int end = line.lastIndexOf(' ');
            if (end < 0 || line.length() > LONGEST_LINE) {
                return;
            }
            String text = line.substring(0, end);
            if (!Integer.toHexString(crc(text)).equals(line.substring(end + 1))) {
                return;
            }
            if (text.startsWith(RUN + " ")) {
                fingerprint = text.substring(RUN.length() + 1);
            } else if (text.startsWith(COMMIT + "/")) {
                parts = Arrays.stream(text.substring(COMMIT.length() + 1).split("/"))
                        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList();
            } else if (text.equals(UNDONE)) {
                parts = List.of();
            } else if (text.startsWith(TILE + " ")) {
                int last = text.lastIndexOf(' ');
                tiles.put(text.substring(TILE.length() + 1, last), Integer.parseUnsignedInt(text.substring(last + 1), 16));
            }
        }
    }
}
