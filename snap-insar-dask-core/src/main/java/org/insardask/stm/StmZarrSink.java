package org.insardask.stm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.Component;
import org.insardask.zarr.ZarrArrayWriter;

/**
 * Writes a space-time matrix as xarray does: arrays of the dimensions space and time, coordinates space, time, lat, lon, azimuth and range,
 * chunks of up to 10000 points and all epochs, compressed by Blosc, and consolidated headers. For one thread.
 */
public final class StmZarrSink implements PointSink {

    private static final int MOST_POINTS = 10000;
    private static final int FEWEST_POINTS = 256;
    private static final long CHUNK_BYTES = 64L << 20;
    /** Names that stmtools' from_csv gives to the series of a CSV. */
    private static final Map<String, String> USUAL = Map.of("d", "deformation", "a", "amplitude");
    private static final Map<String, String> COORDINATES = Map.of(PointsProduct.LINE, "azimuth", PointsProduct.PIXEL, "range");

    private final Path folder;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode groupAttributes = mapper.createObjectNode();
    private final List<LocalDate> dates;
    private final List<Variable> variables = new ArrayList<>();
    private final ZarrArrayWriter latitude;
    private final ZarrArrayWriter longitude;
    private final ZarrArrayWriter space;
    private final String coordinates;
    private final int chunkPoints;
    private int points;

    /** An array and, by epoch and part, the columns that it is written from, -1 for none. */
    private record Variable(ZarrArrayWriter writer, PointColumn form, List<Integer> columns, int textLength) {
    }

    /**
     * Creates the arrays.
     *
     * @param folder an empty folder, or none
     * @param columns the columns of the points
     * @param attributes of the group
     */
    public StmZarrSink(Path folder, List<PointColumn> columns, Map<String, ?> attributes) throws IOException {
        this.folder = folder;
        attributes.forEach((name, value) -> groupAttributes.set(name, mapper.valueToTree(value)));
        dates = List.copyOf(new TreeSet<>(columns.stream().flatMap(column -> column.date().stream()).toList()));
        chunkPoints = (int) Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, CHUNK_BYTES / (8L * Math.max(1, columns.size()))));
        StringBuilder names = new StringBuilder();
        for (String name : new String[] {PointsProduct.LINE, PointsProduct.PIXEL}) {
            if (columns.stream().anyMatch(column -> column.name().equals(name))) {
                names.append(names.length() == 0 ? "" : " ").append(COORDINATES.get(name));
            }
        }
        coordinates = (names + " lat lon").strip();
        space = array(ZarrStm.SPACE, "<i8", 8, 0, null, "", true);
        latitude = array("lat", "<f8", 8, 0, "NaN", "degrees_north", true);
        longitude = array("lon", "<f8", 8, 0, "NaN", "degrees_east", true);
        addVariables(columns);
    }

    private ZarrArrayWriter array(String name, String dtype, int size, int epochs, Object fill, String unit, boolean coordinate)
            throws IOException {
        ObjectNode attributes = mapper.createObjectNode();
        attributes.putArray(ZarrStm.DIMENSIONS).add(ZarrStm.SPACE);
        if (epochs > 0) {
            attributes.withArray(ZarrStm.DIMENSIONS).add(ZarrStm.TIME);
        }
        if (!unit.isEmpty()) {
            attributes.put("units", unit);
        }
        if (!coordinate) {
            attributes.put("coordinates", coordinates);
        }
        return new ZarrArrayWriter(folder.resolve(name), dtype, size, chunkPoints, epochs, fill, attributes);
    }

    private void addVariables(List<PointColumn> columns) throws IOException {
        Map<String, int[]> found = new LinkedHashMap<>();
        Map<String, PointColumn> forms = new HashMap<>();
        for (int k = 0; k < columns.size(); k++) {
            PointColumn column = columns.get(k);
            String name = arrayName(column);
            PointColumn form = forms.putIfAbsent(name, column);
            if (form != null && form.date().isPresent() != column.date().isPresent()) {
                throw new IOException("both points and epochs have values called '" + name + "'");
            }
            int parts = column.part().isPresent() ? 2 : 1;
            int epochs = column.date().isPresent() ? dates.size() : 1;
            int[] places = found.computeIfAbsent(name, key -> none(parts * epochs));
            int epoch = column.date().map(dates::indexOf).orElse(0);
            places[parts * epoch + (column.part().filter(part -> part == Component.IMAGINARY).isPresent() ? 1 : 0)] = k;
        }
        for (Map.Entry<String, int[]> entry : found.entrySet()) {
            variables.add(variable(entry.getKey(), forms.get(entry.getKey()), Arrays.stream(entry.getValue()).boxed().toList()));
        }
    }

    private static int[] none(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    private static String arrayName(PointColumn column) {
        return column.date().isPresent() ? USUAL.getOrDefault(column.name(), column.name())
                : COORDINATES.getOrDefault(column.name(), column.name());
    }

    private Variable variable(String name, PointColumn form, List<Integer> columns) throws IOException {
        int epochs = form.date().isPresent() ? dates.size() : 0;
        boolean coordinate = COORDINATES.containsValue(name);
        if (form.part().isPresent()) {
            return new Variable(array(name, "<c8", 8, epochs, null, "", false), form, columns, 0);
        }
        if (form.isText()) {
            int longest = form.texts().values().stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(1);
            int length = Math.max(1, longest);
            return new Variable(array(name, "<U" + length, 4 * length, epochs, null, "", false), form, columns, length);
        }
        if (coordinate) {
            return new Variable(array(name, "<i8", 8, epochs, null, "", true), form, columns, 0);
        }
        String dtype = dtype(form.dataType());
        boolean isFloat = dtype.startsWith("<f");
        Object fill = isFloat ? "NaN" : Double.isNaN(form.missing()) ? null : (Object) (long) form.missing();
        int size = dtype.charAt(2) - '0';
        return new Variable(array(name, dtype, size, epochs, fill, form.unit(), false), form, columns, 0);
    }

    private static String dtype(int dataType) {
        return switch (dataType) {
            case ProductData.TYPE_INT8 -> "|i1";
            case ProductData.TYPE_UINT8 -> "|u1";
            case ProductData.TYPE_INT16 -> "<i2";
            case ProductData.TYPE_UINT16 -> "<u2";
            case ProductData.TYPE_INT32 -> "<i4";
            case ProductData.TYPE_UINT32 -> "<u4";
            case ProductData.TYPE_FLOAT32 -> "<f4";
            default -> "<f8";
        };
    }

    @Override
    public void write(PointBlock block) throws IOException {
        for (int p = 0; p < block.count(); p++) {
            space.row().putLong(points++);
            space.endRow();
            latitude.row().putDouble(block.latitude()[p]);
            latitude.endRow();
            longitude.row().putDouble(block.longitude()[p]);
            longitude.endRow();
        }
        for (Variable variable : variables) {
            for (int p = 0; p < block.count(); p++) {
                for (int column : variable.columns()) {
                    put(variable, column < 0 ? Double.NaN : block.values()[column][p]);
                }
                variable.writer().endRow();
            }
        }
    }

    private static void put(Variable variable, double value) {
        ByteBuffer row = variable.writer().row();
        PointColumn form = variable.form();
        if (variable.textLength() > 0) {
            String text = Double.isNaN(value) ? "" : form.texts().getOrDefault((int) value, "");
            int[] points = text.codePoints().toArray();
            for (int k = 0; k < variable.textLength(); k++) {
                row.putInt(k < points.length ? points[k] : 0);
            }
        } else if (form.part().isPresent()) {
            row.putFloat((float) value);
        } else if (COORDINATES.containsKey(form.name())) {
            row.putLong(Double.isNaN(value) ? -1 : (long) value);
        } else {
            putNumber(row, form, value);
        }
    }

    private static void putNumber(ByteBuffer row, PointColumn form, double value) {
        long integer = (long) (Double.isNaN(value) ? form.missing() : value);
        switch (form.dataType()) {
            case ProductData.TYPE_INT8, ProductData.TYPE_UINT8 -> row.put((byte) integer);
            case ProductData.TYPE_INT16, ProductData.TYPE_UINT16 -> row.putShort((short) integer);
            case ProductData.TYPE_INT32, ProductData.TYPE_UINT32 -> row.putInt((int) integer);
            case ProductData.TYPE_FLOAT32 -> row.putFloat((float) value);
            default -> row.putDouble(value);
        }
    }

    @Override
    public void finish() throws IOException {
        ObjectNode consolidated = mapper.createObjectNode();
        space.finish(consolidated);
        latitude.finish(consolidated);
        longitude.finish(consolidated);
        for (Variable variable : variables) {
            variable.writer().finish(consolidated);
        }
        if (!dates.isEmpty()) {
            writeTime(consolidated);
        }
        ZarrArrayWriter.writeGroup(folder, groupAttributes, consolidated);
    }

    private void writeTime(ObjectNode consolidated) throws IOException {
        ObjectNode attributes = mapper.createObjectNode();
        attributes.putArray(ZarrStm.DIMENSIONS).add(ZarrStm.TIME);
        attributes.put("calendar", "proleptic_gregorian").put("units", "days since " + dates.get(0) + " 00:00:00");
        ZarrArrayWriter time = new ZarrArrayWriter(folder.resolve(ZarrStm.TIME), "<i8", 8, dates.size(), 0, null, attributes);
        for (LocalDate date : dates) {
            time.row().putLong(date.toEpochDay() - dates.get(0).toEpochDay());
            time.endRow();
        }
        time.finish(consolidated);
    }
}
