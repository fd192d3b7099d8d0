package org.esa.snap.ui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;

/** A dialog with a content and buttons below. Here there are OK, Cancel and Help, and Help does nothing. */
public abstract class AbstractDialog {

    public static final int ID_OK = 0x01;
    public static final int ID_CANCEL = 0x20;
    public static final int ID_HELP = 0x80;

    private static final Map<Integer, String> NAMES = new LinkedHashMap<>(Map.of(ID_OK, "OK", ID_CANCEL, "Cancel", ID_HELP, "Help"));

    private final JDialog dialog;
    private final String helpPage;
    private final Map<Integer, AbstractButton> buttons = new LinkedHashMap<>();
    private int buttonId;

    /** Other buttons are not made here. */
    protected AbstractDialog(JDialog dialog, int buttonMask, Object[] otherButtons, String helpID) {
        this.dialog = dialog;
        this.helpPage = helpID;
        JPanel row = new JPanel();
        for (int id : new int[] {ID_OK, ID_CANCEL, ID_HELP}) {
            if ((buttonMask & id) != 0) {
                JButton button = new JButton(NAMES.get(id));
                button.addActionListener(e -> pressed(id));
                buttons.put(id, button);
                row.add(button);
            }
        }
        dialog.add(row, BorderLayout.SOUTH);
    }

    private void pressed(int id) {
        if (id != ID_HELP) {
            buttonId = id;
            hide();
        }
    }

    public JDialog getJDialog() {
        return dialog;
    }

    public String getHelpID() {
        return helpPage;
    }

    /** The button of this identifier, or null. */
    public AbstractButton getButton(int id) {
        return buttons.get(id);
    }

    public void setContent(Component content) {
        dialog.add(content, BorderLayout.CENTER);
    }

    /** Shows the dialog and, where it is modal, waits; returns the identifier of the button that was pressed, 0 for none. */
    public int show() {
        buttonId = 0;
        dialog.pack();
        dialog.setVisible(true);
        return buttonId;
    }

    public void hide() {
        dialog.setVisible(false);
    }

    public abstract void close();
}
