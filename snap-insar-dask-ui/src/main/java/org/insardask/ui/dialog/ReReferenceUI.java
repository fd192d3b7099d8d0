package org.insardask.ui.dialog;

import java.util.List;

/** The panel of Re-Reference. */
public final class ReReferenceUI extends OperatorPanel {

    private ReferenceSection reference;
    private VectorRows vector;

    /** SNAP makes panels by this constructor. */
    public ReReferenceUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        ReferenceKind.allParameters().forEach(this::field);
        vector = new VectorRows((FileField) field("vectorFile"), (ChoiceField) field("layer"));
        vector.onAnswer(answer -> ((ChoiceField) field("polygonField")).offer(List.copyOf(answer.fields().keySet())));
        reference = new ReferenceSection(List.of(ReferenceKind.PIXEL, ReferenceKind.POSITION, ReferenceKind.PIXELS,
                ReferenceKind.POLYGONS, ReferenceKind.QUALITY), fields(), vector, this::pins);
        column.addBelow(reference.component());
        column.addBelow(all(new Section("Quality of pixels"), "qualityBand", "minimumQuality"));
    }

    @Override
    void loaded() {
        reference.load();
    }

    @Override
    void refresh() {
        vector.refresh();
    }
}
