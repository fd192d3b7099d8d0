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
 * GeoJSON (RFC 7946), a FeatureCollection, streamed. Without a {@code crs} member coordinates are longitude and
 * latitude on WGS 84; the {@code crs} member of the older GeoJSON is obeyed, x first. A field is a property that any feature has.
 * The file is read once, and once more only where a {@code crs} member other than WGS 84 stands behind the features.
 */
final class GeoJsonReader implements FormatReader {
    private static final int MAX_LONG_DIGITS = 18;

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        CrsDefinition crs = read(request, collector, CrsDefinition.WGS84);
        if (crs != null) {
            collector.restart();
            read(request, collector, crs);
        }
    }

    /**
     * Reads the file.
     *
     * @param crs the system where the file does not say another one before its features
     * @return null, or the system that the file says behind its features, where that is another one: then it is to be read again
     */
    private static CrsDefinition read(VectorRequest request, LayerCollector collector, CrsDefinition crs) throws IOException {
        try (InputStream in = open(request); JsonParser json = new JsonFactory().createParser(in)) {
            return new Reading(json, request, collector, crs).read();
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

    /** Reads {@code {"type": "name", "properties": {"name": "urn:..."}}}. */
    private static CrsDefinition crs(JsonParser json, VectorRequest request, boolean isOuter) throws IOException {
        CrsDefinition crs = CrsDefinition.NONE;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            GeoJsonGeometry.skip(json, request);
            return crs;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (isOuter && "properties".equals(member) && value == JsonToken.START_OBJECT) {
                crs = crs(json, request, false);
            } else if ("name".equals(member) && value == JsonToken.VALUE_STRING) {
                crs = CrsDefinition.named(json.getText());
            } else {
                GeoJsonGeometry.skip(json, request);
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
        private String name;
        private CrsDefinition crs;

        Reading(JsonParser json, VectorRequest request, LayerCollector collector, CrsDefinition crs) {
            this.crs = crs;
            name = request.stem();
            this.json = json;
            this.request = request;
            this.collector = collector;
            geometry = new GeoJsonGeometry(collector, request);
            for (int i = 0; i < request.fields().size(); i++) {
                fields.put(request.fields().get(i), i);
            }
        }

        CrsDefinition read() throws IOException {
            json.nextToken();
            String type = null;
            boolean hasFeatures = false;
            CrsDefinition late = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                if ("type".equals(member)) {
                    type = json.getText();
                } else if ("name".equals(member) && value == JsonToken.VALUE_STRING) {
                    name = json.getText();
                } else if ("crs".equals(member)) {
                    CrsDefinition found = value == JsonToken.VALUE_NULL ? CrsDefinition.NONE : crs(json, request, true);
                    late = hasFeatures && request.crs() == null && !found.equals(crs) ? found : late;
                    crs = found;
                } else if ("features".equals(member) && value == JsonToken.START_ARRAY) {
                    hasFeatures = true;
                    collector.open(name, crs);
                    readFeatures();
                } else {
                    GeoJsonGeometry.skip(json, request);
                }
            }
            if (!"FeatureCollection".equals(type) || !hasFeatures) {
                throw request.failure("is no GeoJSON FeatureCollection with features (its type is '" + type + "')");
            }
            request.requireLayer(name);
            collector.rename(name);
            if (hasFeature) {
                collector.select(seen.stream().toList());
            }
            return late;
        }

        private void readFeatures() throws IOException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                readFeature();
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
                    GeoJsonGeometry.skip(json, request);
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
                    GeoJsonGeometry.skip(json, request);
                } else {
                    set(collector.attribute(field), value, name);
                }
            }
        }

        private void set(AttributeBuilder attribute, JsonToken value, String name) throws IOException {
            switch (value) {
                case VALUE_NUMBER_INT -> setInteger(attribute);
                case VALUE_NUMBER_FLOAT -> attribute.setFloat(GeoJsonGeometry.number(json, request));
                case VALUE_TRUE, VALUE_FALSE -> attribute.setBoolean(json.getBooleanValue());
                case VALUE_STRING -> attribute.setText(json.getText());
                case VALUE_NULL -> { }
                default -> throw request.failure("field '" + name + "' holds lists or objects; numbers, texts and truth values "
                        + "can be used");
            }
        }

        private void setInteger(AttributeBuilder attribute) throws IOException {
            if (json.getTextLength() < MAX_LONG_DIGITS) {
                attribute.setInteger(json.getLongValue());
            } else {
                setLongInteger(attribute, GeoJsonGeometry.number(json, request));
            }
        }

        /** The number has already been found not to be too long. */
        private void setLongInteger(AttributeBuilder attribute, double nearest) throws IOException {
            BigInteger value = json.getBigIntegerValue();
            if (value.bitLength() < Long.SIZE) {
                attribute.setInteger(value.longValue());
            } else {
                attribute.setFloat(nearest);
            }
        }
    }
}
