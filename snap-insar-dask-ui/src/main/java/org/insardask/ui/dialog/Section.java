package org.insardask.ui.dialog;

import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Rows of label, component and unit under a title. */
final class Section extends JPanel {

    private int row;

    /** @param title the title, or null for none */
    Section(String title) {
        super(new GridBagLayout());
        if (title != null) {
            setBorder(BorderFactory.createCompoundBorder(BorderFactory.createTitledBorder(title),
                    BorderFactory.createEmptyBorder(0, 4, 4, 4)));
        }
    }

    /** Adds a field: its label, its component, its unit. A check box has no label of its own. */
    void add(ParameterField field) {
        if (field instanceof CheckField) {
            place(field.component(), 0, 3, true);
        } else {
            place(field.label(), 0, 1, false);
            place(field.component(), 1, field.info().unit().isEmpty() ? 2 : 1, true);
            if (!field.info().unit().isEmpty()) {
                place(new JLabel(field.info().unit()), 2, 1, false);
            }
        }
        row++;
    }

    /** Adds a row of a label and a component. */
    void add(JLabel label, JComponent component) {
        place(label, 0, 1, false);
        place(component, 1, 2, true);
        row++;
    }

    /** Adds a component over the whole width. */
    void addWide(JComponent component) {
        place(component, 0, 3, true);
        row++;
    }

    private void place(JComponent component, int column, int width, boolean wide) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.weightx = wide ? 1 : 0;
        place.fill = wide ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE;
        place.anchor = component instanceof NoteLabel || !(component instanceof JPanel) ? GridBagConstraints.WEST
                : GridBagConstraints.NORTHWEST;
        place.insets = new Insets(2, 2, 2, 2);
        add(component, place);
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }
}
