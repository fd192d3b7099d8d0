package org.insardask.vector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.insardask.polygon.GeometryReport;
import org.insardask.polygon.PolygonSet;
import org.insardask.polygon.PolygonSetBuilder;

/**
 * Takes what a {@link FormatReader} finds, in file order: {@link #open}, then for every feature {@link #beginFeature()}, its rings and its
 * values. Values that are not set are null. A reader that can read values later, of some features alone, asks {@link #isDeferred()}; if so,
 * it leaves values out and gives {@link #defer} a way to read them.
 */
class LayerCollector {
    private final VectorRequest request;
    private final boolean deferred;
    private final List<AttributeBuilder> attributes = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private PolygonSetBuilder polygons = new PolygonSetBuilder();
    private AttributeRows rows;
    private boolean hasFeatures;
    private CoordinateTransform transform = CoordinateTransform.IDENTITY;
    private String layer;
    private String crs;
    private String otherGeometry;
    private double[] scratch = new double[0];
    private long places;
    private long impossiblePlaces;
    private String impossible;

    /**
     * Creates a collector.
     *
     * @param deferred true where values are better read later, if the format can do that
     */
    LayerCollector(VectorRequest request, boolean deferred) {
        this.request = request;
        this.deferred = deferred;
        request.fields().forEach(field -> attributes.add(new AttributeBuilder(field)));
    }

    /** Forgets all, so that the file can be read again. */
    void restart() {
        polygons = new PolygonSetBuilder();
        attributes.clear();
        request.fields().forEach(field -> attributes.add(new AttributeBuilder(field)));
        notes.clear();
        transform = CoordinateTransform.IDENTITY;
        otherGeometry = null;
        places = 0;
        impossiblePlaces = 0;
        impossible = null;
    }

    /** True where values are not wanted now. */
    boolean isDeferred() {
        return deferred;
    }

    /** Gives the way to read values later. */
    void defer(AttributeRows laterRows) {
        rows = laterRows;
    }

    /** Names the layer and its coordinate reference system, which a request may override. */
    void open(String layerName, CrsDefinition fileCrs) throws VectorFileException {
        layer = layerName;
        CrsDefinition definition = request.crs() == null ? fileCrs : CrsDefinition.named(request.crs());
        if (definition.isNone()) {
            throw request.failure("says nothing about its coordinate reference system; give the parameter crs, e.g. crs=EPSG:28992");
        }
        crs = definition.label();
        if (!definition.isWgs84()) {
            transform = GeoToolsTransform.toWgs84(definition, request);
        }
    }

    /** Is told the names of all layers of the file, where a format has several. */
    void layers(List<String> names) {
        // Polygons are read from one of them.
    }

    /** Names the layer where its name was not known when it was opened. */
    void rename(String layerName) {
        layer = layerName;
    }

    /** Returns for each field of the request its place among the names of the file; refuses a field that is not there. */
    int[] select(List<String> names) throws VectorFileException {
        return select(names, Integer.MAX_VALUE);
    }

    /** As {@link #select(List)}, for a format that cuts names off at a length: a longer name is also found by its beginning. */
    int[] select(List<String> names, int cutOffAt) throws VectorFileException {
        int[] places = new int[attributes.size()];
        for (int i = 0; i < places.length; i++) {
            String name = attributes.get(i).name();
            places[i] = names.indexOf(name);
            if (places[i] < 0 && name.length() > cutOffAt) {
                places[i] = names.indexOf(name.substring(0, cutOffAt));
            }
            if (places[i] < 0) {
                throw request.failure("no field '" + name + "'; its fields are " + Names.list(names));
            }
        }
        return places;
    }

    /** False where a reader may end after {@link #select}, without any feature. */
    boolean wantsFeatures() {
        return true;
    }

    void beginFeature() {
        hasFeatures = true;
        polygons.beginFeature();
        if (rows == null) {
            beginRow();
        }
    }

    boolean hasFeatures() {
        return hasFeatures;
    }

    /** Begins the values of the next feature, where values are read apart from polygons. */
    void beginRow() {
        attributes.forEach(AttributeBuilder::next);
    }

    void beginPolygon() {
        polygons.beginPolygon();
    }

    /** Adds a ring in the coordinates of the file; the array is not changed. */
    void addRing(double[] xy, int count) {
        if (scratch.length < 2 * count) {
            scratch = new double[4 * count];
        }
        System.arraycopy(xy, 0, scratch, 0, 2 * count);
        transform.apply(scratch, count);
        countImpossible(count);
        polygons.addRing(scratch, count);
    }

    /** Metres that are taken for degrees, because the file does not say what they are, give places that do not exist. */
    private void countImpossible(int count) {
        for (int v = 0; v < count; v++) {
            double lon = scratch[2 * v];
            double lat = scratch[2 * v + 1];
            if (Math.abs(lat) > 90.0 + 1e-6 || Math.abs(lon) > 540.0) {
                impossiblePlaces++;
                impossible = impossible == null ? "(" + lon + ", " + lat + ")" : impossible;
            }
        }
        places += count;
    }

    /** Says that a geometry is no polygon; it is left out. */
    void skipGeometry(String type) {
        otherGeometry = type;
    }

    AttributeBuilder attribute(int field) {
        return attributes.get(field);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Returns the values so far. */
    List<Attribute> values() {
        return attributes.stream().map(AttributeBuilder::build).toList();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    PolygonSource finish() throws VectorFileException {
        PolygonSet set = polygons.build();
        if (set.polygonCount() == 0) {
            throw request.failure(emptiness(set.report()));
        }
        if (impossiblePlaces == places) {
            throw request.failure("coordinates such as " + impossible + " are no degrees of " + crs
                    + "; give the parameter crs, e.g. crs=EPSG:28992");
        }
        addNotes(set.report());
        return new PolygonSource(request, new PolygonLayer(layer, crs, set, rows == null ? values() : List.of(), notes()), rows);
    }

    private String emptiness(GeometryReport report) {
        String reason = "layer '" + layer + "' holds no polygons";
        if (report.features() == 0) {
            return reason + "; it is empty";
        }
        if (otherGeometry != null) {
            return reason + "; it holds geometries of type " + otherGeometry;
        }
        return reason + " that can be used (" + report.features() + " features, " + report.notFinite() + " polygons with coordinates "
                + "that are not finite, " + report.withoutArea() + " rings without area)";
    }

    private void addNotes(GeometryReport report) {
        if (otherGeometry != null) {
            notes.add("geometries that are no polygons (" + otherGeometry + ") were left out");
        }
        addNote(impossiblePlaces, "vertices are no longitude and latitude");
        addNote(report.empty(), "features have no polygon and hold no point");
        addNote(report.notFinite(), "polygons were skipped: a coordinate is not finite");
        addNote(report.withoutArea(), "rings without area were skipped");
        addNote(report.unclosed(), "rings were not closed and have been");
        addNote(report.selfIntersecting(), "rings cross or touch themselves; inside is where a ray crosses them an odd number of times");
        addNote(report.acrossAntimeridian(), "rings cross the antimeridian");
    }

    private void addNote(long count, String what) {
        if (count > 0) {
            notes.add(count + " " + what);
        }
    }
}
