package org.insardask.ui.dialog;

import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
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
            placeLabel(field.label(), field.component());
            place(field.component(), 1, field.info().unit().isEmpty() ? 2 : 1, true);
            if (!field.info().unit().isEmpty()) {
                place(new JLabel(field.info().unit()), 2, 1, false);
            }
        }
        row++;
    }

    /** Adds a row of a label and a component. */
    void add(JLabel label, JComponent component) {
        placeLabel(label, component);
        place(component, 1, 2, true);
        row++;
    }

    /** Adds a component over the whole width. */
    void addWide(JComponent component) {
        place(component, 0, 3, true);
        row++;
    }

    /** A label stands beside the first line of what it belongs to. */
    private void placeLabel(JLabel label, JComponent component) {
        int line = new JCheckBox("x").getPreferredSize().height;
        boolean high = component.getPreferredSize().height > 2 * line;
        label.setBorder(high ? BorderFactory.createEmptyBorder((line - label.getPreferredSize().height) / 2, 0, 0, 0) : null);
        place(label, 0, 1, false);
        if (high) {
            GridBagLayout layout = (GridBagLayout) getLayout();
            GridBagConstraints top = layout.getConstraints(label);
            top.anchor = GridBagConstraints.NORTHWEST;
            layout.setConstraints(label, top);
        }
    }

    private void place(JComponent component, int column, int width, boolean wide) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.weightx = wide ? 1 : 0;
        place.fill = wide ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE;
        place.anchor = GridBagConstraints.WEST;
        place.insets = new Insets(2, 2, 2, 2);
        add(component, place);
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }
}
