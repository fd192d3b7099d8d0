package org.esa.snap.ui;

import javax.swing.JPanel;

/** The content of a document window. */
public abstract class BasicView extends JPanel {

    public BasicView() {
    }

    /** Lets go of what this view holds. */
    public void dispose() {
    }
}
