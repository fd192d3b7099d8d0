package org.insardask.embedded.znap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.ProductData;

/**
 * The metadata tree in {@code SNAP/product_metadata.json}: the elements below the root, each with its attributes and elements. Attributes
 * of the root itself are not stored, as in SNAP.
 */
final class ZnapMetadata {
    static final String GROUP = "SNAP";
    static final String FILE_NAME = "product_metadata.json";

    private ZnapMetadata() {
    }

    /** Reads a file into the root of the metadata tree. */
    static void read(Path path, MetadataElement root) throws IOException {
        JsonNode json = Json.read(path);
        if (!json.isArray()) {
            throw new IOException(path + ": expected a JSON array of metadata elements");
        }
        for (JsonNode element : json) {
            root.addElement(element(path, element));
        }
    }

    private static MetadataElement element(Path path, JsonNode json) throws IOException {
        MetadataElement element = new MetadataElement(name(path, json, "element"));
        if (json.hasNonNull("description")) {
            element.setDescription(json.get("description").asText());
        }
        for (JsonNode attribute : json.path("attributes")) {
            element.addAttribute(attribute(path, attribute));
        }
        for (JsonNode child : json.path("elements")) {
            element.addElement(element(path, child));
        }
        return element;
    }

    private static MetadataAttribute attribute(Path path, JsonNode json) throws IOException {
        String name = name(path, json, "attribute");
        JsonNode data = json.path("data");
        MetadataAttribute attribute = new MetadataAttribute(name, data(path, name, data.path("type").asText(), data.path("elems")),
                json.path("readOnly").asBoolean());
        if (json.hasNonNull("unit")) {
            attribute.setUnit(json.get("unit").asText());
        }
        if (json.hasNonNull("description")) {
            attribute.setDescription(json.get("description").asText());
        }
        return attribute;
    }

    private static String name(Path path, JsonNode json, String kind) throws IOException {
        if (!json.hasNonNull("name")) {
            throw new IOException(path + ": a metadata " + kind + " has no name");
        }
        return json.get("name").asText();
    }

    private static ProductData data(Path path, String name, String typeName, JsonNode elems) throws IOException {
        int type = ProductData.getType(typeName);
        try {
            return switch (type) {
                case ProductData.TYPE_UNDEFINED -> throw new IllegalArgumentException("unknown type '" + typeName + "'");
                case ProductData.TYPE_ASCII -> ProductData.createInstance(elems.asText());
                case ProductData.TYPE_INT8, ProductData.TYPE_UINT8 -> ProductData.createInstance(type, bytes(elems));
                case ProductData.TYPE_UTC -> new ProductData.UTC((int[]) numbers(ProductData.TYPE_INT32, elems));
                default -> ProductData.createInstance(type, numbers(type, elems));
            };
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": metadata attribute '" + name + "': " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(JsonNode elems) throws IOException {
        byte[] bytes = elems.binaryValue();
        if (bytes == null) {
            throw new IllegalArgumentException("expected bytes in Base64, found " + elems);
        }
        return bytes;
    }

    private static Object numbers(int type, JsonNode elems) {
        if (!elems.isArray()) {
            throw new IllegalArgumentException("expected a list of numbers, found " + elems);
        }
        Object array = ProductData.createInstance(type, elems.size()).getElems();
        for (int i = 0; i < elems.size(); i++) {
            set(array, i, elems.get(i));
        }
        return array;
    }

    private static void set(Object array, int index, JsonNode value) {
        if (array instanceof double[] doubles) {
            doubles[index] = floating(value);
        } else if (array instanceof float[] floats) {
            floats[index] = (float) floating(value);
        } else if (!value.canConvertToLong()) {
            throw new IllegalArgumentException("expected an integer, found " + value);
        } else if (array instanceof int[] ints) {
            ints[index] = (int) value.longValue();
        } else if (array instanceof short[] shorts) {
            shorts[index] = (short) value.longValue();
        } else {
            Array.setLong(array, index, value.longValue());
        }
    }

    /** NaN and infinities are texts in JSON; NumberFormatException is an IllegalArgumentException. */
    private static double floating(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
    }

    /** Returns the bytes of the file for the root of a metadata tree. */
    static byte[] bytes(MetadataElement root) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (MetadataElement element : root.getElements()) {
            elements.add(map(element));
        }
        return Json.bytes(elements);
    }

    private static Map<String, Object> map(MetadataElement element) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", element.getName());
        putText(map, "description", element.getDescription());
        List<Object> attributes = new ArrayList<>();
        for (MetadataAttribute attribute : element.getAttributes()) {
            attributes.add(map(attribute));
        }
        List<Object> elements = new ArrayList<>();
        for (MetadataElement child : element.getElements()) {
            elements.add(map(child));
        }
        if (!attributes.isEmpty()) {
            map.put("attributes", attributes);
        }
        if (!elements.isEmpty()) {
            map.put("elements", elements);
        }
        return map;
    }

    private static Map<String, Object> map(MetadataAttribute attribute) {
        ProductData data = attribute.getData();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", data.getTypeString());
        values.put("elems", switch (data.getType()) {
            case ProductData.TYPE_ASCII -> data.getElemString();
            case ProductData.TYPE_INT8, ProductData.TYPE_UINT8 -> JsonNodeFactory.instance.binaryNode((byte[]) data.getElems());
            default -> data.getElems();
        });
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", attribute.getName());
        map.put("readOnly", attribute.isReadOnly());
        map.put("data", values);
        putText(map, "unit", attribute.getUnit());
        putText(map, "description", attribute.getDescription());
        return map;
    }

    private static void putText(Map<String, Object> map, String name, String text) {
        if (text != null && !text.isBlank()) {
            map.put(name, text.trim());
        }
    }
}
