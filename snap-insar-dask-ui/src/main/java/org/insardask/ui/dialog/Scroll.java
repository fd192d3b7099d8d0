package org.insardask.ui.dialog;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

/**
 * Sections below each other, as wide as there is room, with a scroll bar where they are too high. SNAP puts the panel into a scroll pane of
 * its own in the operator dialog and not in the Graph Builder.
 */
final class Scroll extends JScrollPane {

    private static final int HEIGHT = 520;

    Scroll(Column column) {
        super(column, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        setBorder(BorderFactory.createEmptyBorder());
        getVerticalScrollBar().setUnitIncrement(ScrollablePanel.STEP);
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension content = getViewport().getView().getPreferredSize();
        int bar = getVerticalScrollBar().getPreferredSize().width;
        return new Dimension(content.width + bar + 2, Math.min(content.height + 2, HEIGHT));
    }

    /** The sections. */
    static final class Column extends ScrollablePanel {

        Column() {
            setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        }

        /** Adds a component at the bottom. */
        void addBelow(JComponent component) {
            component.setAlignmentX(LEFT_ALIGNMENT);
            add(component);
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return false;
        }
    }
}
