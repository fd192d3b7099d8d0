package org.insardask.embedded.desktop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.esa.snap.rcp.util.SelectionSupport;

/** What is selected, and who wants to know of it. For the event dispatch thread. */
public final class Selection<T> implements SelectionSupport<T> {

    private final List<Handler<T>> handlers = new CopyOnWriteArrayList<>();
    private T selected;

    /** What is selected, or null. */
    public T get() {
        return selected;
    }

    /** Selects this, or nothing where it is null, and tells the handlers. */
    public void set(T value) {
        T before = selected;
        if (before != value) {
            selected = value;
            handlers.forEach(handler -> handler.selectionChange(before, value));
        }
    }

    @Override
    public void addHandler(Handler<T> handler) {
        handlers.add(handler);
    }

    @Override
    public void removeHandler(Handler<T> handler) {
        handlers.remove(handler);
    }
}
