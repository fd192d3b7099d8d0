package org.esa.snap.ui;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Window;
import javax.swing.JDialog;

/** A dialog that has to be answered before anything else. */
public class ModalDialog extends AbstractDialog {

    public static final int ID_OK_CANCEL = ID_OK | ID_CANCEL;
    public static final int ID_OK_CANCEL_HELP = ID_OK_CANCEL | ID_HELP;

    /** @param content a component */
    public ModalDialog(Window parent, String title, Object content, int buttonMask, String helpID) {
        super(new JDialog(parent, title, Dialog.ModalityType.DOCUMENT_MODAL), buttonMask, null, helpID);
        setContent((Component) content);
    }

    @Override
    public void close() {
        hide();
    }
}
