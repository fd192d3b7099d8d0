package org.insardask.ui.dialog;

/** The panel of Height-To-Phase. */
public final class HeightToPhaseUI extends OperatorPanel {

    /** SNAP makes panels by this constructor. */
    public HeightToPhaseUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        column.addBelow(all(new Section("Heights of the ground"), "height", "heightBand"));
        column.addBelow(all(new Section("Results"), "outputs", "copySourceBands"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "channel")));
    }
}
