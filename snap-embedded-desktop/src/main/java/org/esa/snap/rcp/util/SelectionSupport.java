package org.esa.snap.rcp.util;

/** Tells handlers what is selected now. */
public interface SelectionSupport<T> {

    void addHandler(Handler<T> handler);

    void removeHandler(Handler<T> handler);

    /** Is told of a change; either value may be null. */
    interface Handler<T> {

        void selectionChange(T oldValue, T newValue);
    }
}
