package org.insardask.ui.dialog;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.UIManager;

/**
 * A component that shows a parameter as text and lets the user change it. A field that is not active counts as empty, whatever it shows, so
 * that what the user has typed comes back with the choice it belongs to. For the event dispatch thread.
 */
abstract class ParameterField {

    private final ParameterInfo info;
    private final JLabel label;
    private Runnable listener = () -> { };
    private boolean active = true;

    ParameterField(ParameterInfo info) {
        this.info = info;
        label = new JLabel(info.label() + ":");
        label.setToolTipText(tip());
    }

    /** The component with which the user changes it. */
    abstract JComponent component();

    /** What it shows. */
    abstract String shown();

    /** Shows a text. */
    abstract void show(String text);

    final ParameterInfo info() {
        return info;
    }

    final String name() {
        return info.name();
    }

    final JLabel label() {
        return label;
    }

    /** The text that the parameter is to have. */
    final String text() {
        return active ? shown() : "";
    }

    final boolean isActive() {
        return active;
    }

    final void setActive(boolean active) {
        this.active = active;
    }

    /** Enables or disables what the user sees; the text stays. */
    void setEnabled(boolean enabled) {
        label.setEnabled(enabled);
        component().setEnabled(enabled);
    }

    /** Shows what is wrong with it; null where nothing is. */
    void showProblem(String problem) {
        label.setForeground(problem == null ? UIManager.getColor("Label.foreground") : Wrong.COLOUR);
        label.setToolTipText(problem == null ? tip() : problem);
        component().setToolTipText(problem == null ? tip() : problem);
    }

    final void onChange(Runnable newListener) {
        listener = newListener;
    }

    final void changed() {
        listener.run();
    }

    /** The description, in lines of a readable length. */
    final String tip() {
        return info.description().isEmpty() ? null : "<html><p style='width:280px'>" + Html.escape(info.description()) + "</p></html>";
    }
}
