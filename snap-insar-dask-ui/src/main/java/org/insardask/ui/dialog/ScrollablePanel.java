package org.insardask.ui.dialog;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** A panel that a scroll pane moves by a line or by what is visible. */
abstract class ScrollablePanel extends JPanel implements Scrollable {

    /** Pixels of a step of the scroll bar. */
    static final int STEP = 16;

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visibleRect, int orientation, int direction) {
        return STEP;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visibleRect, int orientation, int direction) {
        return visibleRect.height;
    }
}
