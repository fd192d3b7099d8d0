package org.insardask.op;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.insardask.grouping.Group;
import org.insardask.grouping.GroupMerge;
import org.insardask.polygon.PolygonLocator;
import org.insardask.statistics.Summary;
import org.insardask.vector.AttributeType;
import org.insardask.vector.FeatureFile;
import org.insardask.vector.FeatureSink;
import org.insardask.vector.FeatureTable;
import org.insardask.vector.FeatureTable.Column;

/**
 * The table of Polygon-Statistics: a row for each polygon with its number, its attributes, the number of its pixels, and for each band
 * count, mean, median, standard deviation, minimum and maximum.
 */
final class StatisticsTable {

    /** The column that numbers the polygons. */
    static final String POLYGON_ID = "polygon_id";
    /** The column that counts the pixels. */
    static final String PIXELS = "pixels";
    private static final List<String> MEASURES = List.of("count", "mean", "median", "std", "min", "max");

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final Rule rule;
    private final List<String> bands;
    private final PolygonAttributes attributes;
    private final FeatureTable table;
    private long rows;
    private long withValues;

    /**
     * What is written.
     *
     * @param geometry whether polygons are written where there are any
     * @param keepEmpty whether polygons without pixels get a row
     * @param minimumCount a band with fewer values in a polygon has a count only
     */
    record Rule(boolean geometry, boolean keepEmpty, int minimumCount) {
    }

    /**
     * The table of some bands.
     *
     * @param name name of the layer
     * @param bands names of the bands that have statistics, the first ones of the groups
     */
    StatisticsTable(String name, Rule rule, List<String> bands, PolygonAttributes attributes) {
        this.rule = rule;
        this.bands = bands;
        this.attributes = attributes;
        table = new FeatureTable(name, "Statistics of pixels by polygon", rule.geometry(), columns());
    }

    private List<Column> columns() {
        List<Column> statistics = new ArrayList<>();
        statistics.add(new Column(PIXELS, AttributeType.INTEGER));
        for (String band : bands) {
            for (String measure : MEASURES) {
                AttributeType type = measure.equals(MEASURES.get(0)) ? AttributeType.INTEGER : AttributeType.FLOAT;
                statistics.add(new Column(band + "_" + measure, type));
            }
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(POLYGON_ID, AttributeType.INTEGER));
        List<String> taken = new ArrayList<>(List.of(POLYGON_ID));
        statistics.forEach(column -> taken.add(column.name()));
        for (Column attribute : attributes.columns()) {
            String free = FieldNames.freeName(attribute.name(), taken);
            taken.add(free);
            columns.add(new Column(free, attribute.type()));
        }
        columns.addAll(statistics);
        return columns;
    }

    /**
     * Writes the file, one row after the other.
     *
     * @param checkpoint called from time to time; it may throw
     */
    void write(Path file, GroupMerge groups, Runnable checkpoint) throws IOException {
        FeatureFile.write(file, table, sink -> writeRows(groups, (polygons, values) -> {
            if (rows % ROWS_BETWEEN_CHECKS == 0) {
                checkpoint.run();
            }
            sink.write(polygons, values);
            rows++;
        }));
    }

    private void writeRows(GroupMerge groups, FeatureSink sink) throws IOException {
        int next = 0;
        for (Group group = groups.next(); group != null; group = groups.next()) {
            writeEmpty(next, group.id(), sink);
            writeRow(group.id(), group, sink);
            next = group.id() + 1;
        }
        writeEmpty(next, attributes.features(), sink);
    }

    private void writeEmpty(int from, int to, FeatureSink sink) throws IOException {
        for (int feature = from; rule.keepEmpty() && attributes.features() != PolygonLocator.NONE && feature < to; feature++) {
            writeRow(feature, null, sink);
        }
    }

    private void writeRow(int feature, Group group, FeatureSink sink) throws IOException {
        List<Object> row = new ArrayList<>(table.columns().size());
        row.add((long) feature);
        row.addAll(attributes.values(feature, group, bands.size()));
        row.add(group == null ? 0L : group.pixels());
        boolean any = false;
        for (int b = 0; b < bands.size(); b++) {
            Summary summary = group == null ? Summary.NONE : group.bands().get(b);
            row.add(summary.count());
            boolean enough = summary.count() >= rule.minimumCount();
            any |= enough && summary.count() > 0;
            row.addAll(enough ? numbers(summary) : Collections.nCopies(MEASURES.size() - 1, null));
        }
        withValues += any ? 1 : 0;
        sink.write(rule.geometry() ? attributes.polygons(feature) : List.of(), row);
    }

    /** The measures behind the count in their order, null for none. */
    private static List<Double> numbers(Summary summary) {
        List<Double> numbers = new ArrayList<>();
        for (double number : new double[] {summary.mean(), summary.median(), summary.standardDeviation(), summary.minimum(),
            summary.maximum()}) {
            numbers.add(Double.isNaN(number) ? null : number);
        }
        return numbers;
    }

    /** Whether no polygon has statistics. */
    boolean isWithoutStatistics() {
        return withValues == 0;
    }

    /** One line about what was written. */
    String report() {
        return rows + " polygons, " + withValues + " of them with statistics";
    }
}
