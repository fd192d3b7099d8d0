package org.insardask.ui.dialog;

import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

/** A sentence or two that break into lines; a reserved number of lines keeps the layout still when the text changes. */
final class NoteLabel extends JTextArea {

    private static final int USUAL_WIDTH = 240;

    NoteLabel(String text, int lines) {
        super(text, lines, 20);
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
        if (getCaret() instanceof DefaultCaret caret) {
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE); // else a new text would scroll the panel to this place
        }
        setFont(UIManager.getFont("Label.font"));
    }

    /** A width that asks for nothing: the width that a wrapped text prefers is the one that it has. */
    @Override
    public Dimension getPreferredSize() {
        Insets insets = getInsets();
        return new Dimension(USUAL_WIDTH, getRows() * getRowHeight() + insets.top + insets.bottom);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(80, getPreferredSize().height);
    }
}
