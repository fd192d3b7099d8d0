package org.insardask.ui.series;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Does requests on one worker thread, the latest of each key only: a newer one replaces an older one of the same key that waits, and
 * makes one that runs obsolete. Thread-safe. The thread is a daemon and ends when there is nothing to do.
 *
 * @param <K> key, such as the name of a pin
 */
final class LatestRequests<K> {

    private final String threadName;
    private final Executor delivery;
    private final Map<K, Request<?>> waiting = new LinkedHashMap<>();
    private final Map<K, Long> newest = new HashMap<>();
    private long count;
    private boolean running;

    /**
     * What is done on the worker thread.
     *
     * @param <R> result
     */
    @FunctionalInterface
    interface Work<R> {

        /**
         * Does it.
         *
         * @param obsolete true once nobody wants the result any more; then null may be returned
         */
        R run(BooleanSupplier obsolete) throws Exception;
    }

    private final class Request<R> {
        private final K key;
        private final long number;
        private final Work<R> work;
        private final Consumer<R> done;
        private final Consumer<Exception> failed;

        Request(K key, long number, Work<R> work, Consumer<R> done, Consumer<Exception> failed) {
            this.key = key;
            this.number = number;
            this.work = work;
            this.done = done;
            this.failed = failed;
        }

        void run() {
            BooleanSupplier obsolete = () -> !isNewest(key, number);
            if (obsolete.getAsBoolean()) {
                return;
            }
            try {
                R result = work.run(obsolete);
                deliver(() -> done.accept(result), obsolete);
            } catch (Exception e) {
                deliver(() -> failed.accept(e), obsolete);
            }
        }

        private void deliver(Runnable report, BooleanSupplier obsolete) {
            delivery.execute(() -> {
                if (!obsolete.getAsBoolean()) {
                    report.run();
                }
            });
        }
    }

    /**
     * Makes a queue.
     *
     * @param delivery gets the reports, such as SwingUtilities::invokeLater; a report that became obsolete on the way is dropped
     */
    LatestRequests(String threadName, Executor delivery) {
        this.threadName = threadName;
        this.delivery = delivery;
    }

    /** Asks for something; what was asked with this key before is forgotten. Returns at once. */
    <R> void submit(K key, Work<R> work, Consumer<R> done, Consumer<Exception> failed) {
        synchronized (waiting) {
            count++;
            newest.put(key, count);
            waiting.remove(key);
            waiting.put(key, new Request<>(key, count, work, done, failed));
            if (!running) {
                running = true;
                Thread worker = new Thread(this::work, threadName);
                worker.setDaemon(true);
                worker.start();
            }
        }
    }

    /** Forgets what was asked with a key. */
    void cancel(K key) {
        synchronized (waiting) {
            newest.remove(key);
            waiting.remove(key);
        }
    }

    /** Forgets everything. */
    void cancelAll() {
        synchronized (waiting) {
            newest.clear();
            waiting.clear();
        }
    }

    private boolean isNewest(K key, long number) {
        synchronized (waiting) {
            Long latest = newest.get(key);
            return latest != null && latest == number;
        }
    }

    private void work() {
        boolean ended = false;
        try {
            for (Request<?> request = next(); request != null; request = next()) {
                request.run();
            }
            ended = true;
        } finally {
            if (!ended) {
                // An error ends this thread; the next request gets a new one.
                synchronized (waiting) {
                    running = false;
                }
            }
        }
    }

    private Request<?> next() {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                running = false;
                return null;
            }
            K first = waiting.keySet().iterator().next();
            return waiting.remove(first);
        }
    }
}
