package org.insardask.ui.dialog;

import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** A parameter as a choice among words; where it is open, any other text may be typed. */
final class ChoiceField extends ParameterField {

    private final JComboBox<String> box;
    private final boolean open;
    private boolean filling;

    private ChoiceField(ParameterInfo info, boolean open, List<String> words) {
        super(info);
        this.open = open;
        box = new JComboBox<>(words.toArray(new String[0]));
        box.setName(info.name());
        box.setEditable(open);
        box.setToolTipText(tip());
        if (open) {
            box.setSelectedItem("");
            box.setPrototypeDisplayValue("temporal_coherence_1");
            new TextChanges(box.getEditor().getEditorComponent(), this::edited);
        }
        box.addActionListener(e -> edited());
    }

    /** A choice among the words that the operator takes. */
    static ChoiceField among(ParameterInfo info) {
        return new ChoiceField(info, false, info.values());
    }

    /** A choice among words that are offered later, or any other text. */
    static ChoiceField open(ParameterInfo info) {
        return new ChoiceField(info, true, List.of());
    }

    /** Offers words; the text stays. */
    void offer(List<String> words) {
        String text = shown();
        filling = true;
        box.setModel(new DefaultComboBoxModel<>(words.toArray(new String[0])));
        box.setSelectedItem(text);
        filling = false;
    }

    private void edited() {
        if (!filling) {
            changed();
        }
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    String shown() {
        Object item = open ? box.getEditor().getItem() : box.getSelectedItem();
        return item == null ? "" : item.toString().strip();
    }

    @Override
    void show(String text) {
        if (!shown().equals(text)) {
            box.setSelectedItem(text);
        }
    }
}
