package org.insardask.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/** A button that shows and hides what stands under it. */
final class Fold extends JPanel {

    private final JComponent content;

    Fold(String title, JComponent content) {
        super(new BorderLayout(0, 2));
        this.content = content;
        JToggleButton button = new JToggleButton();
        button.setName("fold");
        button.setHorizontalAlignment(JToggleButton.LEFT);
        button.setContentAreaFilled(false);
        button.setBorderPainted(false);
        button.setFocusPainted(true);
        button.setText(text(title, false));
        button.addActionListener(e -> {
            content.setVisible(button.isSelected());
            button.setText(text(title, button.isSelected()));
            revalidate();
        });
        content.setVisible(false);
        add(button, BorderLayout.NORTH);
        add(content, BorderLayout.CENTER);
    }

    private static String text(String title, boolean open) {
        return (open ? "\u25BE " : "\u25B8 ") + title;
    }

    /** As wide as the content needs, whether it is shown or not. */
    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return new Dimension(Math.max(size.width, content.getPreferredSize().width), size.height);
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }
}
