package org.insardask.ui.dialog;

import java.awt.BorderLayout;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.filechooser.FileNameExtensionFilter;

/** A parameter that is a file: a line of text and a button that opens a file chooser. */
final class FileField extends ParameterField {

    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final JTextField field = new JTextField(24);
    private final JButton browse = new JButton("Browse...");
    private final FileKind kind;

    FileField(ParameterInfo info, FileKind kind) {
        super(info);
        this.kind = kind;
        panel.add(field, BorderLayout.CENTER);
        panel.add(browse, BorderLayout.EAST);
        field.setName(info.name());
        field.setToolTipText(tip());
        browse.setName(info.name() + ".browse");
        browse.addActionListener(e -> browse());
        new TextChanges(field, this::changed);
    }

    /** Opens the chooser in the folder of the present file. */
    private void browse() {
        JFileChooser chooser = chooser();
        if ((kind.saving() ? chooser.showSaveDialog(panel) : chooser.showOpenDialog(panel)) == JFileChooser.APPROVE_OPTION) {
            show(chosen(chooser).getPath());
        }
    }

    /** The chooser that the button opens. */
    JFileChooser chooser() {
        JFileChooser chooser = new Chooser(kind.saving());
        String text = shown();
        if (!text.isEmpty()) {
            chooser.setSelectedFile(new File(text).getAbsoluteFile());
        }
        chooser.setDialogType(kind.saving() ? JFileChooser.SAVE_DIALOG : JFileChooser.OPEN_DIALOG);
        chooser.setDialogTitle(info().label());
        chooser.setFileSelectionMode(kind.folders() ? JFileChooser.FILES_AND_DIRECTORIES : JFileChooser.FILES_ONLY);
        kind.filters().forEach(chooser::addChoosableFileFilter);
        if (!kind.filters().isEmpty()) {
            chooser.setFileFilter(kind.filters().stream().filter(filter -> hasEnding(text, filter)).findFirst()
                    .orElse(kind.filters().get(0)));
        }
        return chooser;
    }

    /** The chosen file; one that is to be written gets the ending of the chosen kind where it has none of the endings that are offered. */
    static File chosen(JFileChooser chooser) {
        File file = chooser.getSelectedFile();
        boolean saving = chooser.getDialogType() == JFileChooser.SAVE_DIALOG;
        boolean complete = Arrays.stream(chooser.getChoosableFileFilters())
                .anyMatch(filter -> filter instanceof FileNameExtensionFilter kind && hasEnding(file.getName(), kind));
        if (saving && !complete && chooser.getFileFilter() instanceof FileNameExtensionFilter kind) {
            return new File(file.getParentFile(), file.getName() + "." + kind.getExtensions()[0]);
        }
        return file;
    }

    private static boolean hasEnding(String name, FileNameExtensionFilter filter) {
        return List.of(filter.getExtensions()).stream().anyMatch(ending -> name.toLowerCase(Locale.ROOT).endsWith("." + ending));
    }

    /** Asks before a file that is there is chosen as one to write. */
    private static final class Chooser extends JFileChooser {

        private static final long serialVersionUID = 1L;
        private final boolean saving;

        Chooser(boolean saving) {
            this.saving = saving;
        }

        @Override
        public void approveSelection() {
            File file = saving ? chosen(this) : null;
            if (file == null || !file.exists() || JOptionPane.showConfirmDialog(this, file.getName() + " is there already. Replace it "
                    + "when the step is run?", getDialogTitle(), JOptionPane.YES_NO_OPTION) == JOptionPane.YES_OPTION) {
                super.approveSelection();
            }
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
