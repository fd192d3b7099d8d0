package org.insardask.ui.dialog;

import java.awt.Component;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Tells of every change of the text of a component. */
final class TextChanges implements DocumentListener {

    private final Runnable listener;

    /** Listens to a component; nothing where it has no text. */
    TextChanges(Component component, Runnable listener) {
        this.listener = listener;
        if (component instanceof JTextComponent text) {
            text.getDocument().addDocumentListener(this);
        }
    }

    @Override
    public void insertUpdate(DocumentEvent e) {
        listener.run();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
        listener.run();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
        listener.run();
    }
}
