package org.insardask.ui.dialog;

/** The panel of Polygon-Enrichment. */
public final class PolygonEnrichmentUI extends OperatorPanel {

    private VectorRows vector;

    /** SNAP makes panels by this constructor. */
    public PolygonEnrichmentUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        Section polygons = new Section("Polygons");
        vector = new VectorRows((FileField) field("vectorFile"), (ChoiceField) field("layer"));
        vector.addTo(polygons);
        NamesField names = replace(new NamesField(info("fields"), "Field", "Type", "not in this layer"));
        vector.onAnswer(answer -> names.offer(answer.fields()));
        polygons.add(names);
        column.addBelow(polygons);
        column.addBelow(all(new Section("Which polygon holds a pixel"), "predicate", "overlap", "maxDistance"));
        column.addBelow(all(new Section("Results"), "outputs", "copySourceBands"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "crs", "encoding", "longitudeBand", "latitudeBand")));
    }

    @Override
    void refresh() {
        vector.refresh();
    }
}
