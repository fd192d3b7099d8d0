package org.insardask.op;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A value that is made on first demand and kept: by {@code doExecute} where SNAP calls that, else by the first tile. A maker that fails is
 * asked again. Thread-safe; others wait while the value is made.
 */
final class Once<T> {

    private final Supplier<T> maker;
    private final Object lock = new Object();
    private volatile T value;

    /** For a maker that does not give null. */
    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T made = value;
        if (made == null) {
            synchronized (lock) {
                made = value;
                if (made == null) {
                    made = maker.get();
                    value = made;
                }
            }
        }
        return made;
    }

    /** Gives the value to a consumer where it has been made. */
    void ifMade(Consumer<? super T> consumer) {
        T made = value;
        if (made != null) {
            consumer.accept(made);
        }
    }
}
