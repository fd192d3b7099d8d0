package org.insardask.ui.dialog;

import java.util.List;

/** The panel of Points-Import. */
public final class PointsImportUI extends OperatorPanel {

    /** SNAP makes panels by this constructor. */
    public PointsImportUI() {
        // Built by CreateOpTab.
    }

    @Override
    boolean isSource() {
        return true;
    }

    @Override
    FileKind fileKind(String name) {
        return new FileKind(false, true, List.of(FileKind.filter("Space-time matrix as CSV", "csv")));
    }

    @Override
    void build(Scroll.Column column) {
        Section file = all(new Section("Space-time matrix"), "file");
        file.addWide(new NoteLabel("A CSV file of stmtools, or a Zarr folder of xarray, DePSI or stmtools (choose the folder).", 2));
        column.addBelow(file);
        Section unsaid = new Section("What the file does not say");
        column.addBelow(all(unsaid, "wavelength", "mother", "dates", "displacementUnit", "heightToPhaseUnit", "complex"));
    }
}
