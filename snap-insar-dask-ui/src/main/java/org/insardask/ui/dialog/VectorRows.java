package org.insardask.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.UIManager;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The rows that choose a polygon file and its layer, with a line on what stands in it. For the event dispatch thread. */
final class VectorRows {

    static final FileNameExtensionFilter POLYGONS = new FileNameExtensionFilter(
            "Polygons (GeoPackage, Shapefile, GeoJSON, FlatGeobuf, KML, GML)", "gpkg", "shp", "geojson", "json", "fgb", "kml", "gml");

    private final FileField file;
    private final ChoiceField layer;
    private final NoteLabel found = new NoteLabel("", 2);
    private final VectorFileWatch watch = new VectorFileWatch(this::answered);
    private final List<Consumer<VectorFileWatch.Answer>> listeners = new ArrayList<>();

    VectorRows(FileField file, ChoiceField layer) {
        this.file = file;
        this.layer = layer;
        found.setName(file.name() + ".found");
    }

    /** Adds the rows to a section. */
    void addTo(Section section) {
        section.add(file);
        section.addWide(found);
        section.add(layer);
    }

    /** Passes on what is found in the file. */
    void onAnswer(Consumer<VectorFileWatch.Answer> listener) {
        listeners.add(listener);
    }

    /** Looks at the file again where its name or the layer has changed. */
    void refresh() {
        watch.ask(file.shown(), layer.shown());
    }

    boolean isWaiting() {
        return watch.isWaiting();
    }

    private void answered(VectorFileWatch.Answer answer) {
        found.setText(answer.text());
        found.setToolTipText(answer.text());
        found.setForeground(answer.wrong() ? Wrong.COLOUR : UIManager.getColor("Label.foreground"));
        if (answer.description() != null) {
            layer.offer(answer.layers());
        }
        listeners.forEach(listener -> listener.accept(answer));
    }
}
