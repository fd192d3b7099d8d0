package org.insardask.stm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insardask.vector.AttributeType;
import org.insardask.vector.FeatureFile;
import org.insardask.vector.FeatureSink;
import org.insardask.vector.FeatureTable;

/** Points as features of a GeoPackage in EPSG:4326. Stateless. */
public final class GeoPackageSink {

    private GeoPackageSink() {
    }

    /** Gives blocks of points to a sink. */
    public interface Points {
        /** Writes all points to a sink. */
        void writeTo(PointSink sink) throws IOException;
    }

    /**
     * Writes the file; it appears when it is complete.
     *
     * @param name of the layer
     */
    public static void write(Path file, String name, List<PointColumn> columns, Points points) throws IOException {
        List<FeatureTable.Column> attributes = columns.stream()
                .map(column -> new FeatureTable.Column(ColumnText.name(column), type(column))).toList();
        FeatureTable table = new FeatureTable(name, "points", FeatureTable.Geometry.POINT, attributes);
        FeatureFile.write(file, table, sink -> points.writeTo(new Rows(sink, columns)));
    }

    private static AttributeType type(PointColumn column) {
        if (column.isText()) {
            return AttributeType.STRING;
        }
        return ColumnText.isInteger(column) ? AttributeType.INTEGER : AttributeType.FLOAT;
    }

    /** Turns blocks into features. */
    private record Rows(FeatureSink sink, List<PointColumn> columns) implements PointSink {

        @Override
        public void write(PointBlock block) throws IOException {
            for (int p = 0; p < block.count(); p++) {
                List<Object> values = new ArrayList<>(Arrays.asList(new Object[columns.size()]));
                for (int k = 0; k < columns.size(); k++) {
                    values.set(k, ColumnText.value(columns.get(k), block.values()[k][p]).orElse(null));
                }
                boolean place = !Double.isNaN(block.longitude()[p]) && !Double.isNaN(block.latitude()[p]);
                double[] xy = {block.longitude()[p], block.latitude()[p]};
                sink.write(place ? List.of(List.of(xy)) : List.of(), values);
            }
        }

        @Override
        public void finish() {
        }
    }
}
