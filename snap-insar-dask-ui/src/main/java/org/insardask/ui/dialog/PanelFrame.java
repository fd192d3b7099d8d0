package org.insardask.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/**
 * The sections with their own scroll bar, and the operator's objection below, which is always to be seen. Inside of a scroll pane, as in
 * SNAP's operator dialog, it takes the size that there is, so that there are no scroll bars around scroll bars.
 */
final class PanelFrame extends JPanel implements Scrollable {

    private static final int NARROWEST = 380;
    private static final int LOWEST = 200;

    PanelFrame(Scroll sections, JComponent objection) {
        super(new BorderLayout());
        add(sections, BorderLayout.CENTER);
        add(objection, BorderLayout.SOUTH);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visibleRect, int orientation, int direction) {
        return 16;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visibleRect, int orientation, int direction) {
        return visibleRect.height;
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
