package org.insardask.ui.dialog;

import java.util.List;

/** The panel of Points-Subset. */
public final class PointsSubsetUI extends OperatorPanel {

    private VectorRows vector;

    /** SNAP makes panels by this constructor. */
    public PointsSubsetUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        column.addBelow(all(new Section("Values"), "maskBand", "maskMinimum", "maskMaximum", "flagBand", "requiredFlags", "excludedFlags"));
        Section polygons = new Section("Points in polygons");
        vector = new VectorRows((FileField) field("vectorFile"), (ChoiceField) field("layer"));
        vector.addTo(polygons);
        vector.onAnswer(answer -> ((ChoiceField) field("polygonField")).offer(List.copyOf(answer.fields().keySet())));
        column.addBelow(all(polygons, "polygonField", "polygonValue", "predicate"));
        column.addBelow(all(new Section("The best of neighbours"), "minimumDistance", "cellSize", "pointsPerCell", "qualityBand",
                "bestQuality"));
        column.addBelow(all(new Section("Order"), "order"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "crs")));
    }

    @Override
    void refresh() {
        vector.refresh();
    }
}
