package org.insardask.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * KML 2 (OGC 12-007r2), streamed: the polygons of placemarks with their name, description and extended data. Coordinates are longitude and
 * latitude on WGS 84. The whole file is one layer; a folder or document can be chosen by its name. Values of {@code SchemaData} have the
 * types of their schema; values of {@code Data} have none and are numbers where all of a field are numbers.
 */
final class KmlReader {
    private final XmlCursor xml;
    private final VectorRequest request;
    private final LayerCollector collector;
    private final KmlGeometry geometry;
    private final Map<String, Integer> fields = new HashMap<>();
    private final Map<String, AttributeType> types = new HashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> containers = new LinkedHashSet<>();
    private String documentName;

    KmlReader(XmlCursor xml, VectorRequest request, LayerCollector collector) {
        this.xml = xml;
        this.request = request;
        this.collector = collector;
        geometry = new KmlGeometry(xml, collector);
        List<String> names = request.fields();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), i);
            if (names.get(i).equals("name") || names.get(i).equals("description")) {
                collector.attribute(i).declare(AttributeType.STRING);
            } else {
                collector.attribute(i).inferType();
            }
        }
    }

    /** Reads the content of the kml element whose start is current. */
    void read() throws VectorFileException {
        collector.open(request.stem(), CrsDefinition.WGS84);
        boolean isWhole = request.layer() == null || request.layer().equals(request.stem());
        readContainer(true, isWhole);
        List<String> layers = new ArrayList<>(List.of(request.stem()));
        layers.addAll(containers);
        if (!isWhole && !containers.contains(request.layer())) {
            throw request.failure("no layer '" + request.layer() + "'; its layers are " + Names.list(layers));
        }
        collector.layers(layers);
        collector.rename(!isWhole ? request.layer() : documentName == null ? request.stem() : documentName);
        if (!seen.isEmpty() || collector.hasFeatures()) {
            collector.select(List.copyOf(seen));
        }
    }

    /** Reads the content of a Document, Folder or the root; the name of a container stands before its placemarks. */
    private void readContainer(boolean isRoot, boolean isChosenAbove) throws VectorFileException {
        boolean isChosen = isChosenAbove;
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            switch (child) {
                case "Document", "Folder" -> readContainer(false, isChosen);
                case "name" -> {
                    String name = xml.text().strip();
                    containers.add(name);
                    documentName = documentName == null ? name : documentName;
                    isChosen |= !isRoot && name.equals(request.layer());
                }
                case "Schema" -> readSchema();
                case "Placemark" -> {
                    if (isChosen) {
                        readPlacemark();
                    } else {
                        xml.skip();
                    }
                }
                default -> xml.skip();
            }
        }
    }

    private void readSchema() throws VectorFileException {
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            String name = xml.attribute("name");
            String type = xml.attribute("type");
            if (child.equals("SimpleField") && name != null && type != null) {
                AttributeType attributeType = typeOf(type.toLowerCase(Locale.ROOT));
                types.put(name, attributeType);
                seen.add(name);
                if (fields.containsKey(name)) {
                    collector.attribute(fields.get(name)).declare(attributeType);
                }
            }
            xml.skip();
        }
    }

    private static AttributeType typeOf(String type) {
        return switch (type.replaceFirst("^xsd?:", "")) {
            case "int", "uint", "short", "ushort", "integer", "long" -> AttributeType.INTEGER;
            case "float", "double", "decimal" -> AttributeType.FLOAT;
            case "bool", "boolean" -> AttributeType.BOOLEAN;
            default -> AttributeType.STRING;
        };
    }

    private void readPlacemark() throws VectorFileException {
        collector.beginFeature();
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            switch (child) {
                case "name", "description" -> set(child, xml.text(), AttributeType.STRING);
                case "ExtendedData" -> readData();
                default -> geometry.read(child);
            }
        }
    }

    /** Reads Data (with a value in it) and SchemaData (with SimpleData in it). */
    private void readData() throws VectorFileException {
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            String name = xml.attribute("name");
            switch (child) {
                case "SchemaData" -> readData();
                case "SimpleData" -> setSimple(name);
                case "Data" -> {
                    for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
                        if (part.equals("value") && name != null) {
                            set(name, xml.text(), null);
                        } else {
                            xml.skip();
                        }
                    }
                }
                default -> xml.skip();
            }
        }
    }

    private void setSimple(String name) throws VectorFileException {
        if (name == null) {
            xml.skip();
        } else {
            set(name, xml.text(), types.get(name));
        }
    }

    private void set(String name, String value, AttributeType type) throws VectorFileException {
        seen.add(name);
        Integer field = fields.get(name);
        if (field != null && !value.isBlank()) {
            try {
                collector.attribute(field).setTyped(value.strip(), type);
            } catch (NumberFormatException e) {
                throw xml.failure("value '" + value.strip() + "' of field '" + name + "' is not of the type that the schema says");
            }
        }
    }
}
