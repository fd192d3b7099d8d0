package org.insardask.ui.dialog;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The terms of a model: for each a check box, and beside it the prior sigma with its unit. */
final class TermsField extends ParameterField {

    private final WordsField words;
    private final Map<String, ParameterField> priors = new LinkedHashMap<>();
    private final JPanel panel = new JPanel(new GridBagLayout());

    /** @param fields all fields of the panel by name; sigmaHeight is the prior of the term height, and so on */
    TermsField(ParameterInfo info, Map<String, ParameterField> fields) {
        super(info);
        words = new WordsField(info, 1);
        words.onChange(this::enablePriors);
        int row = 0;
        for (String word : words.words()) {
            place(words.box(word), 0, row, 0);
            ParameterField prior = fields.get(priorName(word));
            if (prior != null) {
                priors.put(word, prior);
                place(new JLabel("prior sigma"), 1, row, 0);
                place(prior.component(), 2, row, 1);
                place(new JLabel(prior.info().unit()), 3, row, 0);
            }
            row++;
        }
    }

    private static String priorName(String word) {
        return "sigma" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private void place(JComponent component, int column, int row, double weight) {
        panel.add(component, new GridBagConstraints(column, row, 1, 1, weight, 0, GridBagConstraints.WEST,
                weight > 0 ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE, new Insets(1, 2, 1, 10), 0, 0));
    }

    private void enablePriors() {
        priors.forEach((word, prior) -> prior.setEnabled(has(word)));
        changed();
    }

    /** Whether a term is chosen. */
    boolean has(String word) {
        return Optional.ofNullable(words.box(word)).filter(box -> box.isSelected()).isPresent();
    }

    @Override
    JComponent component() {
        return panel;
    }

    @Override
    String shown() {
        return words.shown();
    }

    @Override
    void show(String text) {
        words.show(text);
        priors.forEach((word, prior) -> prior.setEnabled(has(word)));
    }
}
