package org.insardask.ui.dialog;

/** The panel of Polygon-Statistics. */
public final class PolygonStatisticsUI extends OperatorPanel {

    private VectorRows vector;
    private NamesField bands;

    /** SNAP makes panels by this constructor. */
    public PolygonStatisticsUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        Section statistics = all(new Section("Statistics"), "outputFile");
        bands = replace(new NamesField(info("bands"), "Band", "Unit", "not in the source"));
        statistics.add(bands);
        statistics.addWide(new NoteLabel("Without a choice: velocity, height and thermal, those that exist.", 1));
        column.addBelow(all(statistics, "minimumCount", "keepEmpty", "csvGeometry"));
        column.addBelow(polygons());
        column.addBelow(all(new Section("Which pixels count"), "maskBand", "maskMinimum", "maskMaximum", "flagBand", "requiredFlags",
                "excludedFlags"));
        column.addBelow(new Fold("Advanced", all(new Section(null), "polygonIdBand", "predicate", "overlap", "crs", "encoding",
                "longitudeBand", "latitudeBand")));
    }

    @Override
    FileKind fileKind(String name) {
        return name.equals("outputFile") ? FileKind.save(FileKind.filter("GeoPackage", "gpkg"), FileKind.filter("CSV", "csv"))
                : super.fileKind(name);
    }

    private Section polygons() {
        Section polygons = new Section("Polygons");
        vector = new VectorRows((FileField) field("vectorFile"), (ChoiceField) field("layer"));
        vector.addTo(polygons);
        NamesField names = replace(new NamesField(info("fields"), "Field", "Type", "not in this layer"));
        vector.onAnswer(answer -> names.offer(answer.fields()));
        polygons.add(names);
        polygons.addWide(new NoteLabel("Without a file: the polygons that Polygon-Enrichment gave to the pixels. Without a choice of "
                + "fields: all of them.", 2));
        return polygons;
    }

    @Override
    void sourceChanged() {
        super.sourceChanged();
        bands.offer(SourceBands.withUnits(source()));
    }

    @Override
    void refresh() {
        vector.refresh();
    }
}
