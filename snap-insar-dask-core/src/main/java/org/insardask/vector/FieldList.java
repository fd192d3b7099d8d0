package org.insardask.vector;

import java.io.IOException;
import java.util.List;

/** The names of the fields of a polygon file. */
public final class FieldList {

    private FieldList() {
    }

    /**
     * Returns the names of all fields in the order of the file; those that the request names play no part. Features are not
     * read, except that GeoJSON, KML and GML, which name fields with their values, are gone through to the end.
     *
     * @throws VectorFileException where the file cannot be used, with one line that names it and what was expected
     */
    public static List<String> of(VectorRequest request) throws VectorFileException {
        VectorRequest without = new VectorRequest(request.file(), request.layer(), List.of(), request.crs(), request.encoding());
        NameCollector collector = new NameCollector(without);
        try {
            VectorFiles.read(without, collector);
        } catch (VectorFileException e) {
            throw e;
        } catch (IOException e) {
            throw request.failure("cannot be read (" + e.getMessage() + ")", e);
        }
        return collector.names;
    }

    /** Takes the names and none of the features. */
    private static final class NameCollector extends LayerCollector {
        private List<String> names = List.of();

        NameCollector(VectorRequest request) {
            super(request, false);
        }

        @Override
        void open(String layerName, CrsDefinition fileCrs) {
            // Names do not depend on it.
        }

        @Override
        int[] select(List<String> found, int cutOffAt) {
            names = List.copyOf(found);
            return new int[0];
        }

        @Override
        boolean wantsFeatures() {
            return false;
        }

        @Override
        void beginFeature() {
            // Features do not matter.
        }

        @Override
        void beginPolygon() {
            // Polygons do not matter.
        }

        @Override
        void addRing(double[] xy, int count) {
            // Rings do not matter.
        }
    }
}
