package org.insardask.ui.dialog;

import java.awt.GridLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A parameter that is a set of words, as check boxes. */
final class WordsField extends ParameterField {

    private final Map<String, JCheckBox> boxes = new LinkedHashMap<>();
    private final JPanel panel;

    /** @param columns how many boxes stand beside each other */
    WordsField(ParameterInfo info, int columns) {
        super(info);
        panel = new JPanel(new GridLayout(0, columns, 8, 0));
        panel.setName(info.name());
        for (String word : info.values()) {
            JCheckBox box = new JCheckBox(readable(word));
            box.setName(info.name() + "." + word);
            box.setToolTipText(tip());
            box.addActionListener(e -> changed());
            boxes.put(word, box);
            panel.add(box);
        }
    }

    /** The box of a word, for a layout of one's own. */
    JCheckBox box(String word) {
        return boxes.get(word);
    }

    List<String> words() {
        return List.copyOf(boxes.keySet());
    }

    static String readable(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.equals("id") ? "ID" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    @Override
    JComponent component() {
        return panel;
    }

    @Override
    void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        boxes.values().forEach(box -> box.setEnabled(enabled));
    }

    @Override
    String shown() {
        return boxes.entrySet().stream().filter(entry -> entry.getValue().isSelected()).map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    @Override
    void show(String text) {
        List<String> words = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        boxes.forEach((word, box) -> box.setSelected(words.stream().anyMatch(word::equalsIgnoreCase)));
    }
}
