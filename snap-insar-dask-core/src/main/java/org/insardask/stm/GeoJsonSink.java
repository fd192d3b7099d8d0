package org.insardask.stm;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes points as GeoJSON (RFC 7946), a line each; no value is null. For one thread. */
public final class GeoJsonSink implements PointSink, AutoCloseable {

    private final JsonGenerator json;
    private final List<PointColumn> columns;

    /** Creates the file. */
    public GeoJsonSink(Path file, List<PointColumn> columns) throws IOException {
        this.columns = columns;
        json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    @Override
    public void write(PointBlock block) throws IOException {
        for (int p = 0; p < block.count(); p++) {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            writeGeometry(block.longitude()[p], block.latitude()[p]);
            json.writeObjectFieldStart("properties");
            for (int k = 0; k < columns.size(); k++) {
                json.writeFieldName(ColumnText.name(columns.get(k)));
                writeValue(ColumnText.value(columns.get(k), block.values()[k][p]));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void writeGeometry(double longitude, double latitude) throws IOException {
        if (Double.isNaN(longitude) || Double.isNaN(latitude)) {
            json.writeNullField("geometry");
            return;
        }
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeFieldName("coordinates");
        json.writeArray(new double[] {longitude, latitude}, 0, 2);
        json.writeEndObject();
    }

    private void writeValue(Optional<Object> value) throws IOException {
        Object found = value.orElse(null);
        if (found instanceof Long number) {
            json.writeNumber(number);
        } else if (found instanceof Double number && !number.isInfinite()) {
            json.writeNumber(number);
        } else if (found instanceof String text) {
            json.writeString(text);
        } else {
            json.writeNull();
        }
    }

    @Override
    public void finish() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    /** Closes the file without an end. */
    @Override
    public void close() throws IOException {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.close();
    }
}
