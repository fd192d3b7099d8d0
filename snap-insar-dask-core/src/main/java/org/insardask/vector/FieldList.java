package org.insardask.vector;

import java.io.IOException;
import java.util.List;

/** The names of the fields of a polygon file. */
public final class FieldList {

    private FieldList() {
    }

    /**
     * Returns the names of all fields in the order of the file; those that the request names play no part. Polygons are not read, except
     * that a GeoJSON is gone through to its end.
     *
     * @throws VectorFileException where the file cannot be used, with one line that names it and what was expected
     */
    public static List<String> of(VectorRequest request) throws VectorFileException {
        VectorRequest without = new VectorRequest(request.file(), request.layer(), List.of(), request.crs(), request.encoding());
        NameCollector collector = new NameCollector(without);
        try {
            VectorFiles.read(without, collector);
        } catch (IOException e) {
            if (collector.names == null) {
                throw e instanceof VectorFileException failure ? failure : request.failure("cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return collector.names == null ? List.of() : collector.names;
    }

    /** Takes the names, ends the reading then, and takes none of the features. */
    private static final class NameCollector extends LayerCollector {
        private List<String> names;

        NameCollector(VectorRequest request) {
            super(request, false);
        }

        @Override
        void open(String layerName, CrsDefinition fileCrs) {
            // Names do not depend on it.
        }

        @Override
        int[] select(List<String> found, int cutOffAt) throws VectorFileException {
            names = List.copyOf(found);
            throw new VectorFileException("the names of the fields are known");
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
