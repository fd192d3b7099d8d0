package org.insardask.ui.dialog;

/** The panel of SLC-Reconstruction. */
public final class SlcReconstructionUI extends OperatorPanel {

    /** SNAP makes panels by this constructor. */
    public SlcReconstructionUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        Section images = all(new Section("Images"), "convention");
        images.addWide(new NoteLabel("SNAP: daughter = conj(interferogram / mother), for interferograms of SNAP. RATIO: interferogram / "
                + "mother, as DePSI; the phase is negated.", 3));
        column.addBelow(all(images, "includeMother", "outputVirtualBands", "copySourceBands"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "channel")));
    }
}
