package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on a fixed number of threads, of which the calling thread is one: a team of one runs everything on the caller.
 * A task that starts tasks itself runs them on its own thread. Thread-safe.
 */
final class WorkerTeam {

    /** The thread for which the current thread works. */
    private static final ThreadLocal<Thread> ROOT = new ThreadLocal<>();

    private final int size;

    WorkerTeam(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A team needs at least one thread, not " + size + ".");
        }
        this.size = size;
    }

    int size() {
        return size;
    }

    /** The thread for which the current thread works; itself where it works for nobody. */
    Thread rootThread() {
        Thread caller = ROOT.get();
        return caller == null ? Thread.currentThread() : caller;
    }

    /** Runs the tasks 0 to count - 1 in about that order. The first failure stops the others and is thrown, as it is. */
    void forEach(int count, IntConsumer task) {
        int helpers = Math.min(size, count) - 1;
        if (helpers < 1 || ROOT.get() != null) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
            return;
        }
        runTogether(helpers, new Share(count, task, Thread.currentThread()));
    }

    private void runTogether(int helpers, Share share) {
        List<FutureTask<Void>> parts = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            FutureTask<Void> part = new FutureTask<>(share, null);
            parts.add(part);
            Thread thread = new Thread(part, "tile-worker-" + (i + 1));
            thread.setDaemon(true);
            thread.start();
        }
        FutureTask<Void> own = new FutureTask<>(share, null);
        parts.add(own);
        own.run();
        share.rethrow(parts);
    }

    private static final class Share implements Runnable {

        private final int count;
        private final IntConsumer task;
        private final Thread caller;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean failed = new AtomicBoolean();

        Share(int count, IntConsumer task, Thread caller) {
            this.count = count;
            this.task = task;
            this.caller = caller;
        }

        @Override
        public void run() {
            ROOT.set(caller);
            boolean done = false;
            try {
                for (int i = next.getAndIncrement(); i < count && !failed.get(); i = next.getAndIncrement()) {
                    task.accept(i);
                }
                done = true;
            } finally {
                if (!done) {
                    failed.set(true);
                }
                ROOT.remove();
            }
        }

        void rethrow(List<FutureTask<Void>> parts) {
            Failure failure = new Failure();
            for (FutureTask<Void> part : parts) {
                try {
                    part.get();
                } catch (ExecutionException e) {
                    failure.add(e.getCause());
                } catch (InterruptedException e) {
                    failed.set(true);
                    Thread.currentThread().interrupt();
                    failure.add(new IllegalStateException("Interrupted.", e));
                }
            }
            failure.throwIfAny();
        }
    }
}
