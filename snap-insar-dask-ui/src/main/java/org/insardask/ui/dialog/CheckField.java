package org.insardask.ui.dialog;

import java.util.Locale;
import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** A parameter that is true or false. */
final class CheckField extends ParameterField {

    private final JCheckBox box;

    CheckField(ParameterInfo info) {
        super(info);
        box = new JCheckBox(info.label());
        box.setName(info.name());
        box.setToolTipText(tip());
        box.addActionListener(e -> changed());
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    String shown() {
        return String.valueOf(box.isSelected());
    }

    @Override
    void show(String text) {
        box.setSelected(text.toLowerCase(Locale.ROOT).equals("true"));
    }
}
