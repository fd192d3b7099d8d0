package org.insardask.ui.dialog;

import java.awt.BorderLayout;
import javax.swing.JComponent;

/**
 * The sections with their own scroll bar, and the operator's objection below, which is always to be seen. Inside of a scroll pane, as in
 * SNAP's operator dialog, it takes the size that there is, so that there are no scroll bars around scroll bars.
 */
final class PanelFrame extends ScrollablePanel {

    private static final int NARROWEST = 380;
    private static final int LOWEST = 200;

    PanelFrame(Scroll sections, JComponent objection) {
        setLayout(new BorderLayout());
        add(sections, BorderLayout.CENTER);
        add(objection, BorderLayout.SOUTH);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent().getWidth() >= NARROWEST;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() >= LOWEST;
    }
}
