package org.insardask.ui.dialog;

import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.UIManager;

/** A parameter as a line of text. */
final class TextField extends ParameterField {

    private final JTextField field;

    TextField(ParameterInfo info, int columns) {
        super(info);
        field = new JTextField(columns);
        field.setName(info.name());
        field.setToolTipText(tip());
        field.setMinimumSize(field.getPreferredSize());
        new TextChanges(field, this::changed);
    }

    @Override
    JComponent component() {
        return field;
    }

    @Override
    void showProblem(String problem) {
        super.showProblem(problem);
        field.setForeground(problem == null ? UIManager.getColor("TextField.foreground") : Wrong.COLOUR);
    }

    @Override
    String shown() {
        return field.getText().strip();
    }

    @Override
    void show(String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
