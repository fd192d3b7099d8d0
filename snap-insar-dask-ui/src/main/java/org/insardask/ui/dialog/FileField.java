package org.insardask.ui.dialog;

import java.awt.BorderLayout;
import java.io.File;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.filechooser.FileNameExtensionFilter;

/** A parameter that is a file: a line of text and a button that opens a file chooser. */
final class FileField extends ParameterField {

    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final JTextField field = new JTextField(24);
    private final JButton browse = new JButton("Browse...");
    private final FileNameExtensionFilter filter;

    /**
     * @param filter the files to show first, or null
     * @param saving whether the file is one to write
     */
    FileField(ParameterInfo info, FileNameExtensionFilter filter, boolean saving) {
        super(info);
        this.filter = filter;
        panel.add(field, BorderLayout.CENTER);
        panel.add(browse, BorderLayout.EAST);
        field.setName(info.name());
        field.setToolTipText(tip());
        browse.setName(info.name() + ".browse");
        browse.addActionListener(e -> browse(chooser -> saving ? chooser.showSaveDialog(panel) : chooser.showOpenDialog(panel)));
        new TextChanges(field, this::changed);
    }

    /** Opens the chooser in the folder of the present file. */
    private void browse(Function<JFileChooser, Integer> opener) {
        String text = shown();
        JFileChooser chooser = text.isEmpty() ? new JFileChooser() : new JFileChooser(new File(text).getAbsoluteFile().getParentFile());
        chooser.setDialogTitle(info().label());
        if (filter != null) {
            chooser.setFileFilter(filter);
        }
        if (opener.apply(chooser) == JFileChooser.APPROVE_OPTION) {
            show(chooser.getSelectedFile().getPath());
        }
    }

    @Override
    JComponent component() {
        return panel;
    }

    @Override
    void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        field.setEnabled(enabled);
        browse.setEnabled(enabled);
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
