package org.insardask.ui.dialog;

import java.util.List;

/** The panel of Raster-Enrichment. */
public final class RasterEnrichmentUI extends OperatorPanel {

    private NamesField bands;

    /** SNAP makes panels by this constructor. */
    public RasterEnrichmentUI() {
        // Built by CreateOpTab.
    }

    @Override
    List<String> sourceNames() {
        return List.of("source", "raster");
    }

    @Override
    void build(Scroll.Column column) {
        Section raster = new Section("Raster");
        bands = replace(new NamesField(info("bands"), "Band", "Unit", "not in the raster"));
        raster.add(bands);
        raster.addWide(new NoteLabel("Without a choice: all bands of the raster, which is the second source.", 1));
        column.addBelow(all(raster, "interpolation", "epochs"));
        column.addBelow(all(new Section("Results"), "prefix", "copySourceBands"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "longitudeBand", "latitudeBand")));
    }

    @Override
    void sourceChanged() {
        super.sourceChanged();
        bands.offer(SourceBands.withUnits(present().length < 2 ? null : present()[1]));
    }
}
