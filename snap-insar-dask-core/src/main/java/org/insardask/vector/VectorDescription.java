package org.insardask.vector;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in a polygon file: its layers, and of one of them the coordinate reference system and the fields.
 *
 * @param layers the names of the layers, in the order of the file
 * @param layer the layer that is described
 * @param crs the system that the file names, for people to read; null where it names none
 * @param fields the fields of the layer in the order of the file
 */
public record VectorDescription(List<String> layers, String layer, String crs, List<Field> fields) {

    /** Creates a description; the lists are copied. */
    public VectorDescription {
        layers = List.copyOf(layers);
        fields = List.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param type what its values are: as declared where the format declares it, else what all of them fit
     */
    public record Field(String name, AttributeType type) {
    }

    /** Returns the names of the fields in the order of the file. */
    public List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    /**
     * Describes the layer of a request; the fields that the request names play no part. Features are not read, except that GeoJSON, KML and
     * GML, which name fields with their values, are gone through to the end twice.
     *
     * @throws VectorFileException where the file cannot be used, with one line that names it and what was expected
     */
    public static VectorDescription of(VectorRequest request) throws VectorFileException {
        List<String> names = FieldList.of(request);
        VectorRequest all = new VectorRequest(request.file(), request.layer(), names.stream().distinct().toList(), request.crs(),
                request.encoding());
        Collector collector = new Collector(all);
        try {
            VectorFiles.read(all, collector);
        } catch (VectorFileException e) {
            throw e;
        } catch (IOException e) {
            throw request.failure("cannot be read (" + e.getMessage() + ")", e);
        }
        return collector.description();
    }

    /** Takes names and types and none of the polygons. */
    private static final class Collector extends LayerCollector {
        private List<String> layers = List.of();
        private String layer;
        private String crs;

        Collector(VectorRequest request) {
            super(request, false);
        }

        VectorDescription description() {
            List<Field> fields = values().stream().map(value -> new Field(value.name(), value.type())).collect(Collectors.toList());
            return new VectorDescription(layers.isEmpty() ? List.of(layer) : layers, layer, crs, fields);
        }

        @Override
        void layers(List<String> names) {
            layers = names;
        }

        @Override
        void open(String layerName, CrsDefinition fileCrs) {
            layer = layerName;
            crs = fileCrs.isNone() ? null : fileCrs.label();
        }

        @Override
        void rename(String layerName) {
            layer = layerName;
        }

        @Override
        boolean wantsFeatures() {
            return false;
        }

        @Override
        void beginFeature() {
            beginRow();
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
