package org.insardask.vector;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Feature collections of GML 2 and 3 whose features are simple (OGC 10-100r3, level 0, and what WFS servers and ogr2ogr write), streamed: a
 * feature's properties are texts or a geometry. The names of the feature types are the layers. Properties have no types here; they are
 * numbers where all of a field are numbers. {@code gml_id} is a field too.
 */
final class GmlReader {
    private static final String ID = "gml_id";

    private final XmlCursor xml;
    private final VectorRequest request;
    private final LayerCollector collector;
    private final GmlGeometry geometry;
    private final Map<String, Integer> fields = new HashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> layers = new LinkedHashSet<>();
    private String layer;

    GmlReader(XmlCursor xml, VectorRequest request, LayerCollector collector) {
        this.xml = xml;
        this.request = request;
        this.collector = collector;
        layer = request.layer() == null || request.layer().equals(request.stem()) ? null : request.layer();
        geometry = new GmlGeometry(xml, request, collector);
        for (int i = 0; i < request.fields().size(); i++) {
            fields.put(request.fields().get(i), i);
            collector.attribute(i).inferType();
        }
    }

    /** Reads the content of the collection whose start is current. */
    void read() throws VectorFileException {
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            switch (child) {
                case "boundedBy" -> geometry.readEnvelope();
                case "featureMember", "featureMembers", "member" -> {
                    for (String feature = xml.nextChild(); feature != null; feature = xml.nextChild()) {
                        readFeature(feature);
                    }
                }
                default -> xml.skip();
            }
        }
        if (layer == null || !layers.contains(layer)) {
            throw layer == null ? request.failure("holds no features")
                    : request.failure("no layer '" + layer + "'; its layers are " + Names.list(layers));
        }
        geometry.open();
        collector.layers(List.copyOf(layers));
        collector.rename(layer);
        collector.select(List.copyOf(seen));
    }

    private void readFeature(String type) throws VectorFileException {
        layers.add(type);
        layer = layer == null ? type : layer;
        if (!layer.equals(type)) {
            xml.skip();
            return;
        }
        collector.beginFeature();
        String id = xml.attribute("id") == null ? xml.attribute("fid") : xml.attribute("id");
        if (id != null) {
            set(ID, id);
        }
        StringBuilder text = new StringBuilder();
        for (String property = xml.nextChild(); property != null; property = xml.nextChild()) {
            if (property.equals("boundedBy")) {
                geometry.readFeatureEnvelope();
                continue;
            }
            text.setLength(0);
            boolean isText = true;
            for (String child = xml.nextChild(text); child != null; child = xml.nextChild(text)) {
                isText = false;
                geometry.read(child);
            }
            if (isText) {
                set(property, text.toString());
            }
        }
    }

    private void set(String name, String value) {
        seen.add(name);
        Integer field = fields.get(name);
        if (field != null) {
            collector.attribute(field).setText(value);
        }
    }
}
