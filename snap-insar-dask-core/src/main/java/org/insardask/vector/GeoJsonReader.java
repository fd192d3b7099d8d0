package org.insardask.vector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * GeoJSON (RFC 7946), streamed: a FeatureCollection, a Feature or a geometry. Without a {@code crs} member coordinates are longitude and
 * latitude on WGS 84; the {@code crs} member of the older GeoJSON is obeyed, x first. A field is a property that any feature has.
 */
final class GeoJsonReader implements FormatReader {

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        Head head = head(request);
        request.requireLayer(head.name());
        collector.open(head.name(), head.crs());
        try (InputStream in = open(request); JsonParser json = new JsonFactory().createParser(in)) {
            new Reading(json, request, collector).read();
        } catch (JsonProcessingException e) {
            throw malformed(request, e);
        }
    }

    private static InputStream open(VectorRequest request) throws IOException {
        return new BufferedInputStream(Files.newInputStream(request.file()), 1 << 16);
    }

    private static VectorFileException malformed(VectorRequest request, JsonProcessingException e) {
        String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
        return request.failure("is no valid GeoJSON" + place + ": " + e.getOriginalMessage().lines().findFirst().orElse("truncated"), e);
    }

    /** What the members beside the features say. */
    private record Head(String name, CrsDefinition crs) {
    }

    /** Looks for the name and the crs, which may stand after the features. */
    private static Head head(VectorRequest request) throws IOException {
        String name = request.stem();
        CrsDefinition crs = CrsDefinition.WGS84;
        try (InputStream in = open(request); JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                if ("name".equals(member) && value == JsonToken.VALUE_STRING) {
                    name = json.getText();
                } else if ("crs".equals(member)) {
                    crs = value == JsonToken.VALUE_NULL ? CrsDefinition.NONE : crs(json);
                } else {
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw malformed(request, e);
        }
        return new Head(name, crs);
    }

    /** Reads {@code {"type": "name", "properties": {"name": "urn:..."}}}. */
    private static CrsDefinition crs(JsonParser json) throws IOException {
        CrsDefinition crs = CrsDefinition.NONE;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return crs;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                crs = CrsDefinition.named(json.getText());
            }
        }
        return crs;
    }

    /** One reading of one file. */
    private static final class Reading {
        private final JsonParser json;
        private final VectorRequest request;
        private final LayerCollector collector;
        private final GeoJsonGeometry geometry;
        private final Map<String, Integer> fields = new HashMap<>();
        private final Set<String> seen = new LinkedHashSet<>();
        private boolean hasFeature;

        Reading(JsonParser json, VectorRequest request, LayerCollector collector) {
            this.json = json;
            this.request = request;
            this.collector = collector;
            geometry = new GeoJsonGeometry(collector, request);
            for (int i = 0; i < request.fields().size(); i++) {
                fields.put(request.fields().get(i), i);
            }
        }

        void read() throws IOException {
            json.nextToken();
            String type = null;
            boolean hasFeatures = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                if ("type".equals(member)) {
                    type = json.getText();
                } else if ("features".equals(member) && value == JsonToken.START_ARRAY) {
                    hasFeatures = true;
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        readFeature();
                    }
                } else {
                    json.skipChildren();
                }
            }
            if (!"FeatureCollection".equals(type) || !hasFeatures) {
                throw request.failure("is no GeoJSON FeatureCollection with features (its type is '" + type + "')");
            }
            if (hasFeature) {
                collector.select(seen.stream().toList());
            }
        }

        private void readFeature() throws IOException {
            hasFeature = true;
            collector.beginFeature();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                if ("geometry".equals(member)) {
                    geometry.read(json);
                } else if ("properties".equals(member) && value == JsonToken.START_OBJECT) {
                    readProperties();
                } else {
                    json.skipChildren();
                }
            }
        }

        private void readProperties() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                seen.add(name);
                JsonToken value = json.nextToken();
                Integer field = fields.get(name);
                if (field == null) {
                    json.skipChildren();
                } else {
                    set(collector.attribute(field), value, name);
                }
            }
        }

        private void set(AttributeBuilder attribute, JsonToken value, String name) throws IOException {
            switch (value) {
                case VALUE_NUMBER_INT -> setInteger(attribute, json.getBigIntegerValue());
                case VALUE_NUMBER_FLOAT -> attribute.setFloat(json.getDoubleValue());
                case VALUE_TRUE, VALUE_FALSE -> attribute.setBoolean(json.getBooleanValue());
                case VALUE_STRING -> attribute.setText(json.getText());
                case VALUE_NULL -> { }
                default -> throw request.failure("field '" + name + "' holds lists or objects; numbers, texts and truth values "
                        + "can be used");
            }
        }

        private static void setInteger(AttributeBuilder attribute, BigInteger value) {
            if (value.bitLength() < Long.SIZE) {
                attribute.setInteger(value.longValue());
            } else {
                attribute.setFloat(value.doubleValue());
            }
        }
    }
}
