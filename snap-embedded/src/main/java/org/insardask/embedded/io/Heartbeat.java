package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Touches a file every few seconds, so that other hosts see that its owner is alive. Thread-safe. */
final class Heartbeat implements AutoCloseable {
    /** Seconds from touch to touch. */
    static final int PERIOD_SECONDS = 10;

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Begins.
     *
     * @param file an existing file
     */
    Heartbeat(Path file) {
        Thread thread = new Thread(() -> beat(file), "staging-heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    private void beat(Path file) {
        try {
            while (!stopped.await(PERIOD_SECONDS, TimeUnit.SECONDS)) {
                touch(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (NoSuchFileException e) {
            stopped.countDown(); // The output was moved into place or given up.
        } catch (IOException e) {
            LOG.log(Level.FINE, "no sign of life this time", e);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
