package org.esa.snap.rcp.util;

import java.io.File;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileFilter;
import org.esa.snap.rcp.SnapApp;

/** Messages and questions to the user, as plain Swing dialogs. SNAP's own remember answers and folders. */
public class Dialogs {

    private Dialogs() {
    }

    public static void showInformation(String message) {
        showInformation("Information", message, null);
    }

    public static void showInformation(String title, String message, String preferencesKey) {
        showMessage(title, message, JOptionPane.INFORMATION_MESSAGE, preferencesKey);
    }

    public static void showWarning(String message) {
        showWarning("Warning", message, null);
    }

    public static void showWarning(String title, String message, String preferencesKey) {
        showMessage(title, message, JOptionPane.WARNING_MESSAGE, preferencesKey);
    }

    public static void showError(String message) {
        showError("Error", message);
    }

    public static void showError(String title, String message) {
        showMessage(title, message, JOptionPane.ERROR_MESSAGE, null);
    }

    public static void showMessage(String title, String message, int messageType, String preferencesKey) {
        JOptionPane.showMessageDialog(SnapApp.getDefault().getMainFrame(), message, getDialogTitle(title), messageType);
    }

    /** Asks a question that is answered by yes or no. */
    public static Answer requestDecision(String title, String message, boolean allowCancel, String preferencesKey) {
        int answer = JOptionPane.showConfirmDialog(SnapApp.getDefault().getMainFrame(), message, getDialogTitle(title),
                allowCancel ? JOptionPane.YES_NO_CANCEL_OPTION : JOptionPane.YES_NO_OPTION);
        return switch (answer) {
            case JOptionPane.YES_OPTION -> Answer.YES;
            case JOptionPane.NO_OPTION -> Answer.NO;
            default -> Answer.CANCELLED;
        };
    }

    /** Asks whether a file that exists may be overwritten; null where the user goes back. */
    public static Boolean requestOverwriteDecision(String title, File file) {
        if (!file.exists()) {
            return true;
        }
        Answer answer = requestDecision(title, "The file " + file + " already exists.\nOverwrite it?", true, null);
        return answer == Answer.CANCELLED ? null : (Boolean) (answer == Answer.YES);
    }

    /** Lets the user choose a file or folder that exists; null where the user goes back. */
    public static File requestFileForOpen(String title, boolean dirsOnly, FileFilter fileFilter, String preferencesKey) {
        JFileChooser chooser = chooser(title, dirsOnly, fileFilter);
        boolean chosen = chooser.showOpenDialog(SnapApp.getDefault().getMainFrame()) == JFileChooser.APPROVE_OPTION;
        return chosen ? chooser.getSelectedFile() : null;
    }

    /** Lets the user choose where to write; null where the user goes back. */
    public static File requestFileForSave(String title, boolean dirsOnly, FileFilter fileFilter, String defaultExtension, String fileName,
            JComponent extraComponent, String preferenceKey) {
        JFileChooser chooser = chooser(title, dirsOnly, fileFilter);
        chooser.setAccessory(extraComponent);
        if (fileName != null) {
            chooser.setSelectedFile(new File(fileName));
        }
        if (chooser.showSaveDialog(SnapApp.getDefault().getMainFrame()) != JFileChooser.APPROVE_OPTION) {
            return null;
        }
        File file = chooser.getSelectedFile();
        boolean extend = defaultExtension != null && !dirsOnly && !file.getName().contains(".");
        return extend ? new File(file.getPath() + defaultExtension) : file;
    }

    public static String getDialogTitle(String titleText) {
        return SnapApp.getDefault().getInstanceName() + " - " + titleText;
    }

    private static JFileChooser chooser(String title, boolean dirsOnly, FileFilter filter) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(getDialogTitle(title));
        chooser.setFileSelectionMode(dirsOnly ? JFileChooser.DIRECTORIES_ONLY : JFileChooser.FILES_ONLY);
        if (filter != null) {
            chooser.setFileFilter(filter);
        }
        return chooser;
    }

    /** What the user says. */
    public enum Answer {
        YES, NO, CANCELLED
    }
}
