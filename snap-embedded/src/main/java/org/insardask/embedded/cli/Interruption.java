package org.insardask.embedded.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.insardask.embedded.gpf.TileEngine;

/**
 * Stops a run when the process is told to end (Ctrl-C, SIGTERM): asks the operators to stop, waits until they have cleaned up, and deletes
 * what is still half written where they take too long.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 5;

    private final TileEngine engine;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");

    Interruption(TileEngine engine) {
        this.engine = engine;
    }

    /** What is to be stopped when the process ends. */
    interface Task {

        void run() throws Exception;
    }

    /** Runs a task. */
    void guard(Task task) throws Exception {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            task.run();
        } finally {
            finished.countDown();
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending and the hook is running: it sees that the task is finished.
            engine.cancellation().request();
        }
    }

    private void stop() {
        engine.cancellation().request();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                engine.openOutputs().abortAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
