package org.insardask.vector;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What to read.
 *
 * @param file the file; of a Shapefile the .shp
 * @param layer the layer, or null for the first one
 * @param fields the attributes to read, in the order of the result
 * @param crs the coordinate reference system of the coordinates, e.g. {@code EPSG:28992}, instead of the file's own; or null
 * @param encoding the encoding of a Shapefile's strings, instead of what the file says; or null
 */
public record VectorRequest(Path file, String layer, List<String> fields, String crs, Charset encoding) {

    /** Creates a request; the list is copied. */
    public VectorRequest {
        fields = List.copyOf(fields);
    }

    /** Returns a request for the first layer in the file's own coordinate reference system. */
    public static VectorRequest of(Path file, String... fields) {
        return new VectorRequest(file, null, List.of(fields), null, null);
    }

    /** Returns an exception that names the file. */
    VectorFileException failure(String what) {
        return new VectorFileException(file + ": " + what);
    }

    /** Returns an exception that names the file, with the failure behind it. */
    VectorFileException failure(String what, Exception cause) {
        return new VectorFileException(file + ": " + what, cause);
    }

    /** Returns the file's name without its extension. */
    String stem() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Refuses a layer other than the only one of the file. */
    void requireLayer(String onlyLayer) throws VectorFileException {
        if (layer != null && !layer.equals(onlyLayer) && !layer.equals(stem())) {
            throw failure("no layer '" + layer + "'; its only layer is '" + onlyLayer + "'");
        }
    }
}
