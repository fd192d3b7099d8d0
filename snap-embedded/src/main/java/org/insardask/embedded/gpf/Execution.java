package org.insardask.embedded.gpf;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs something once, on the thread that asks first; others wait until it is done. Threads that work for that thread do not wait, so
 * that what runs may itself read tiles in parallel. After a failure the next call tries again. Thread-safe.
 */
final class Execution {

    private final TileEngine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean done;
    private volatile Thread runner;

    Execution(TileEngine engine) {
        this.engine = engine;
    }

    void once(Runnable action) {
        if (done || runner == engine.team().rootThread()) {
            return;
        }
        lock.lock();
        try {
            if (!done) {
                runner = engine.team().rootThread();
                action.run();
                done = true;
            }
        } finally {
            runner = null;
            lock.unlock();
        }
    }

    void reset() {
        done = false;
    }
}
