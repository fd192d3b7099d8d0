package org.insardask.ui.dialog;

import java.awt.Dimension;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A sentence or two that break into lines; a reserved number of lines keeps the layout still when the text changes. */
final class NoteLabel extends JTextArea {

    NoteLabel(String text, int lines) {
        super(text, lines, 20);
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
        setFont(UIManager.getFont("Label.font"));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(80, getPreferredSize().height);
    }
}
