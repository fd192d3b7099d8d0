package org.esa.snap.rcp.actions;

import javax.swing.AbstractAction;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.ui.AppContext;
import org.openide.util.HelpCtx;

/** Base class of actions, with the identifier of their help page. */
public abstract class AbstractSnapAction extends AbstractAction implements HelpCtx.Provider {

    public static final String HELP_ID = "helpId";

    public AbstractSnapAction() {
    }

    public AppContext getAppContext() {
        return SnapApp.getDefault().getAppContext();
    }

    /** The identifier of the help page, or null. */
    public String getHelpId() {
        return getValue(HELP_ID) instanceof String text ? text : null;
    }

    public void setHelpId(String helpId) {
        putValue(HELP_ID, helpId);
    }

    @Override
    public HelpCtx getHelpCtx() {
        String helpId = getHelpId();
        return helpId == null ? null : new HelpCtx(helpId);
    }
}
