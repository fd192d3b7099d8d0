package org.insardask.stm;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes points as a Shapefile (ESRI Shapefile Technical Description, 1998): .shp, .shx, .dbf, .prj, .cpg, and NAME_fields.csv, which
 * says what the names of 10 characters stand for. Points without a place are null shapes. For one thread.
 */
public final class ShapefileSink implements PointSink, AutoCloseable {

    private static final int HEADER = 100;
    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int POINT = 1;
    private static final int RECORD = 8 + 20;
    private static final int MOST_COLUMNS = 255;
    private static final int MOST_POINTS = (Integer.MAX_VALUE - HEADER) / RECORD;
    private static final double LARGEST = 1e8;
    private static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private final List<PointColumn> columns;
    private final RandomAccessFile shapes;
    private final RandomAccessFile index;
    private final DbfSink table;
    private final ByteBuffer shapeBuffer = ByteBuffer.allocate(RECORD * 4096);
    private final ByteBuffer indexBuffer = ByteBuffer.allocate(8 * 4096);
    private final double[] box = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private int points;
    private long length = HEADER;

    /**
     * Creates the files.
     *
     * @param folder of the files
     * @param stem name of the files without ending
     * @param series the series whose epochs are called D20160327
     * @throws IOException where there are more than 255 columns, or the files cannot be written
     */
    public ShapefileSink(Path folder, String stem, List<PointColumn> columns, String series) throws IOException {
        if (columns.size() > MOST_COLUMNS) {
            throw new IOException("a Shapefile has at most " + MOST_COLUMNS + " attributes, and there are " + columns.size()
                    + "; expected fewer bands or another format");
        }
        this.columns = columns;
        List<String> names = ShapeNames.of(columns, series);
        Files.writeString(folder.resolve(stem + ".prj"), WGS84, StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve(stem + ".cpg"), "UTF-8", StandardCharsets.US_ASCII);
        writeFields(folder.resolve(stem + "_fields.csv"), names);
        shapes = new RandomAccessFile(folder.resolve(stem + ".shp").toFile(), "rw");
        index = new RandomAccessFile(folder.resolve(stem + ".shx").toFile(), "rw");
        shapes.seek(HEADER);
        index.seek(HEADER);
        table = new DbfSink(folder.resolve(stem + ".dbf"), fields(names));
    }

    private void writeFields(Path file, List<String> names) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append("field,name,unit\n");
            for (int k = 0; k < names.size(); k++) {
                out.append(names.get(k)).append(',').append(ColumnText.name(columns.get(k))).append(',').append(columns.get(k).unit());
                out.append('\n');
            }
        }
    }

    private List<DbfSink.Field> fields(List<String> names) {
        List<DbfSink.Field> fields = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            PointColumn column = columns.get(k);
            fields.add(column.isText() ? DbfSink.Field.ofText(names.get(k), textLength(column))
                    : DbfSink.Field.ofNumber(names.get(k), ColumnText.isInteger(column)));
        }
        return fields;
    }

    private static int textLength(PointColumn column) {
        return column.texts().values().stream().mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).max().orElse(1);
    }

    @Override
    public void write(PointBlock block) throws IOException {
        for (int p = 0; p < block.count(); p++) {
            if (points == MOST_POINTS) {
                throw new IOException("a Shapefile holds at most " + MOST_POINTS + " points; expected another format");
            }
            writeShape(block.longitude()[p], block.latitude()[p]);
            table.write(values(block, p));
        }
    }

    private void writeShape(double x, double y) throws IOException {
        boolean place = !Double.isNaN(x) && !Double.isNaN(y);
        int content = place ? 20 : 4;
        if (shapeBuffer.remaining() < RECORD) {
            flush();
        }
        indexBuffer.putInt((int) (length / 2)).putInt(content / 2);
        shapeBuffer.order(ByteOrder.BIG_ENDIAN).putInt(++points).putInt(content / 2).order(ByteOrder.LITTLE_ENDIAN);
        shapeBuffer.putInt(place ? POINT : 0);
        if (place) {
            shapeBuffer.putDouble(x).putDouble(y);
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        }
        length += 8 + content;
        if (!indexBuffer.hasRemaining()) {
            flush();
        }
    }

    private void flush() throws IOException {
        shapes.write(shapeBuffer.array(), 0, shapeBuffer.position());
        index.write(indexBuffer.array(), 0, indexBuffer.position());
        shapeBuffer.clear();
        indexBuffer.clear();
    }

    private Object[] values(PointBlock block, int point) throws IOException {
        Object[] values = new Object[columns.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = ColumnText.value(columns.get(k), block.values()[k][point]).orElse(null);
            if (values[k] instanceof Double number && !(Math.abs(number) < LARGEST)) {
                throw new IOException("'" + ColumnText.name(columns.get(k)) + "' is " + number + " at point " + (points - 1)
                        + ", too large for a Shapefile; expected less than 1e8, or another format");
            }
        }
        return values;
    }

    @Override
    public void finish() throws IOException {
        flush();
        writeHeader(shapes, length);
        writeHeader(index, HEADER + 8L * points);
        shapes.close();
        index.close();
        table.finish();
    }

    private void writeHeader(RandomAccessFile file, long bytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(FILE_CODE);
        header.putInt(24, (int) (bytes / 2)).order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, POINT);
        for (int k = 0; k < box.length; k++) {
            header.putDouble(36 + 8 * k, Double.isInfinite(box[k]) ? 0.0 : box[k]);
        }
        file.seek(0);
        file.write(header.array());
    }

    /** Closes the files as they are. */
    @Override
    public void close() throws IOException {
        shapes.close();
        index.close();
        table.close();
    }
}
