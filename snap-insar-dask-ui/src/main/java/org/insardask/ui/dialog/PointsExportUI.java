package org.insardask.ui.dialog;

import java.util.List;
import java.util.Locale;

/** The panel of Points-Export. */
public final class PointsExportUI extends OperatorPanel {

    private static final List<String> COLOURS = List.of("colourBand", "colourMinimum", "colourMaximum");

    private NamesField bands;

    /** SNAP makes panels by this constructor. */
    public PointsExportUI() {
        // Built by CreateOpTab.
    }

    @Override
    FileKind fileKind(String name) {
        return FileKind.save(FileKind.filter("GeoPackage", "gpkg"), FileKind.filter("CSV of stmtools or EGMS", "csv"),
                FileKind.filter("Zarr of xarray", "zarr"), FileKind.filter("KMZ", "kmz"), FileKind.filter("Shapefile", "shp"),
                FileKind.filter("GeoJSON", "geojson"));
    }

    @Override
    ParameterField newField(ParameterInfo info) {
        return info.name().equals("series") ? ChoiceField.open(info) : super.newField(info);
    }

    @Override
    void build(Scroll.Column column) {
        column.addBelow(all(new Section("File"), "outputFile", "format"));
        Section values = new Section("Values of the points");
        bands = replace(new NamesField(info("bands"), "Band", "Unit", "not in the source"));
        values.add(bands);
        values.addWide(new NoteLabel("Without a choice: all bands in Zarr and CSV of stmtools; else those without a date, and one "
                + "series.", 2));
        column.addBelow(all(values, "series"));
        column.addBelow(all(new Section("Which points count"), "maskBand", "maskMinimum", "maskMaximum", "flagBand", "requiredFlags",
                "excludedFlags"));
        column.addBelow(all(new Section("Colours of KMZ"), COLOURS.toArray(new String[0])));
        column.addBelow(new Fold("Advanced", all(new Section(null), "longitudeBand", "latitudeBand")));
    }

    @Override
    void sourceChanged() {
        super.sourceChanged();
        bands.offer(SourceBands.withUnits(source()));
        ((ChoiceField) fields().get("series")).offer(SourceBands.series(source()));
    }

    /** Colours are for KMZ alone. */
    @Override
    void refresh() {
        String format = fields().get("format").shown();
        boolean kmz = format.equals("KMZ")
                || (format.equals("AUTO") && fields().get("outputFile").shown().toLowerCase(Locale.ROOT).endsWith(".kmz"));
        COLOURS.forEach(name -> fields().get(name).setEnabled(kmz));
    }
}
