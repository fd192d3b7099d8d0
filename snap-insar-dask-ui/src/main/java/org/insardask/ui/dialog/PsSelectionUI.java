package org.insardask.ui.dialog;

/** The panel of PS-Selection. */
public final class PsSelectionUI extends OperatorPanel {

    /** SNAP makes panels by this constructor. */
    public PsSelectionUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        Section selection = all(new Section("Selection"), "method", "threshold");
        selection.addWide(new NoteLabel("Without a threshold: 0.15 for NMAD, 0.25 for NAD.", 1));
        column.addBelow(selection);
        column.addBelow(all(new Section("Epochs that count"), "startDate", "endDate", "normalisation"));
        column.addBelow(all(new Section("Results"), "copySourceBands"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "channel", "planFile")));
    }
}
