package org.insardask.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * An SQLite file opened for reading what a stranger wrote: nothing is written, a view may call harmless functions only, no value
 * is longer than the file, and a query that takes far more steps than the file can need is stopped (a view can go on for ever).
 */
final class GeoPackageFile implements AutoCloseable {
    private static final int STEPS_BETWEEN_LOOKS = 1_000_000;
    private static final long STEPS_FREE = 50_000_000;
    private static final long STEPS_PER_BYTE = 1000;
    private static final int HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int WRITE_VERSION_AT = 18;
    private static final int CHANGES_AT = 24;
    private static final int PAGE_COUNT_AT = 28;
    private static final int VALID_FOR_AT = 92;
    private static final int WAL = 2;

    private final Connection connection;
    private final long bytes;
    private final AtomicLong stepsLeft;

    GeoPackageFile(VectorRequest request) throws SQLException, IOException {
        bytes = Files.size(request.file());
        requireWhole(request);
        stepsLeft = new AtomicLong(STEPS_FREE + STEPS_PER_BYTE * bytes);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        connection = JDBC.createConnection("jdbc:sqlite:" + url(request.file()), config.toProperties());
        try {
            restrict();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A file in write-ahead mode without its -wal file is complete, but SQLite wants to make files beside it, which a folder that cannot be
     * written to does not allow; so it is told that nobody will change the file.
     */
    private static String url(Path file) throws IOException {
        String url = file.toUri().toString();
        return isWriteAhead(file) && Files.notExists(Path.of(file + "-wal")) ? url + "?immutable=1" : url;
    }

    private static boolean isWriteAhead(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(WRITE_VERSION_AT + 1);
            return head.length > WRITE_VERSION_AT && head[WRITE_VERSION_AT] == WAL;
        }
    }

    /** SQLite itself may read a file without its last pages as if it had fewer rows. */
    private void requireWhole(VectorRequest request) throws IOException {
        try (InputStream in = Files.newInputStream(request.file())) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEADER));
            if (head.limit() < HEADER || Files.exists(Path.of(request.file() + "-wal"))) {
                return;
            }
            int pageSize = Short.toUnsignedInt(head.getShort(PAGE_SIZE_AT));
            long expected = Integer.toUnsignedLong(head.getInt(PAGE_COUNT_AT)) * (pageSize == 1 ? 1 << 16 : pageSize);
            if (head.getInt(CHANGES_AT) == head.getInt(VALID_FOR_AT) && bytes < expected) {
                throw request.failure("is truncated: " + expected + " bytes were expected, it has " + bytes);
            }
        }
    }

    private void restrict() throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, (int) Math.min(Math.max(bytes, 1_000_000), 1_000_000_000));
        ProgressHandler.setHandler(sqlite, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return stepsLeft.addAndGet(-STEPS_BETWEEN_LOOKS) < 0 ? 1 : 0;
            }
        });
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
        }
    }

    Connection connection() {
        return connection;
    }

    /** Returns the length of the file. */
    long bytes() {
        return bytes;
    }

    /** Returns the line for a failure of SQLite. */
    VectorFileException failure(VectorRequest request, SQLException e) {
        return stepsLeft.get() < 0 ? request.failure("one of its views does not come to an end", e) : corrupt(request, e);
    }

    /** Returns the line for a failure to open or read a file. */
    static VectorFileException corrupt(VectorRequest request, SQLException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown failure");
        return request.failure("is corrupt or cannot be read as a GeoPackage (" + reason + ")", e);
    }

    @Override
    public void close() throws SQLException {
        ProgressHandler.clearHandler(connection);
        connection.close();
    }
}
