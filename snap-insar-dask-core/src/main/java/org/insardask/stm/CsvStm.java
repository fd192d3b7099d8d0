package org.insardask.stm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.SeriesBandName;
import org.insardask.stm.StmVariable.Form;

/**
 * A space-time matrix in a CSV file as stmtools takes it. Opening counts the lines; values are parsed in blocks of 4096 lines, the last of
 * which are kept (64 MB at most).
 */
final class CsvStm implements StmMatrix {

    private static final long CACHE_BYTES = 64L << 20;
    /** Lines that are looked at to tell texts from numbers. */
    private static final int LOOK_AT = 1000;
    /** Columns of integers; all others are floating point, whatever their first lines look like. */
    private static final Set<String> INTEGERS = Set.of("pnt_line", "pnt_pixel", "pnt_flags", "pnt_class");

    private final Path file;
    private final CsvHeader header;
    private final CsvLines lines;
    private final List<LocalDate> dates;
    private final List<StmVariable> variables = new ArrayList<>();
    /** For each variable its columns by epoch, -1 for none. */
    private final List<int[]> columns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean[] isText;
    private final BlockCache<Integer, double[][]> blocks = new BlockCache<>(CACHE_BYTES);

    private CsvStm(Path file, CsvHeader header, CsvLines lines) throws IOException {
        this.file = file;
        this.header = header;
        this.lines = lines;
        this.dates = header.dates();
        this.isText = textColumns();
        addPoints();
        addSeries();
    }

    /**
     * Opens a file.
     *
     * @throws IOException where it is no space-time matrix; the message says what is missing
     */
    static CsvStm open(Path file) throws IOException {
        CsvHeader header = CsvHeader.read(file);
        if (!header.isStm()) {
            throw new IOException(file + ": no space-time matrix, expected columns pnt_lat, pnt_lon and series such as d_20160327, "
                    + "a_20160327");
        }
        return new CsvStm(file, header, CsvLines.scan(file, header.bytes()));
    }

    private boolean[] textColumns() throws IOException {
        boolean[] text = new boolean[header.names().size()];
        if (lines.count() == 0) {
            return text;
        }
        CsvFields fields = new CsvFields(lines.read(0));
        for (int line = 0; line < LOOK_AT && fields.nextLine(); line++) {
            for (int column = 0; fields.nextField(column == 0); column++) {
                if (column < text.length && !text[column]) {
                    text[column] = !isNumber(fields);
                }
            }
        }
        return text;
    }

    private static boolean isNumber(CsvFields fields) {
        try {
            return !Double.isInfinite(fields.number());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void addPoints() {
        for (int column = 0; column < header.names().size(); column++) {
            String name = header.names().get(column);
            boolean unnamed = name.isEmpty() || name.equals("Unnamed: 0");
            if (!unnamed && header.series(column).isEmpty()) {
                Form form = isText[column] ? Form.TEXT : Form.NUMBER;
                int type = INTEGERS.contains(name) && form == Form.NUMBER ? ProductData.TYPE_INT32 : ProductData.TYPE_FLOAT64;
                add(new StmVariable(variables.size(), name, false, form, type, ""), new int[] {column});
            }
        }
    }

    private void addSeries() {
        Map<String, int[]> found = new LinkedHashMap<>();
        for (int column = 0; column < header.names().size(); column++) {
            Optional<SeriesBandName> name = header.series(column);
            if (name.isPresent() && isText[column]) {
                notes.add("column '" + header.names().get(column) + "' does not hold numbers and is left out");
            } else if (name.isPresent()) {
                int[] ofSeries = found.computeIfAbsent(name.get().series(), series -> noColumns());
                int epoch = dates.indexOf(name.get().date());
                if (ofSeries[epoch] >= 0) {
                    notes.add("column '" + header.names().get(column) + "' stands there twice, and the first one is left out");
                }
                ofSeries[epoch] = column;
            }
        }
        found.forEach((series, ofSeries) -> {
            if (Arrays.stream(ofSeries).anyMatch(column -> column < 0)) {
                notes.add("series '" + series + "' has no column for some epochs, which have no data therefore");
            }
            add(new StmVariable(variables.size(), series, true, Form.NUMBER, ProductData.TYPE_FLOAT64, ""), ofSeries);
        });
    }

    private int[] noColumns() {
        int[] none = new int[dates.size()];
        Arrays.fill(none, -1);
        return none;
    }

    private void add(StmVariable variable, int[] ofVariable) {
        variables.add(variable);
        columns.add(ofVariable);
    }

    @Override
    public int points() {
        return lines.count();
    }

    @Override
    public int epochs() {
        return dates.size();
    }

    @Override
    public List<LocalDate> dates() {
        return dates;
    }

    @Override
    public List<StmVariable> variables() {
        return List.copyOf(variables);
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of();
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void read(StmVariable variable, int epoch, int part, int first, int count, double[] out) throws IOException {
        int column = columns.get(variable.index())[epoch];
        if (column < 0) {
            Arrays.fill(out, 0, count, Double.NaN);
            return;
        }
        for (int done = 0; done < count;) {
            int point = first + done;
            int block = point / CsvLines.BLOCK;
            int from = point % CsvLines.BLOCK;
            int length = Math.min(count - done, CsvLines.BLOCK - from);
            System.arraycopy(block(block)[column], from, out, done, length);
            done += length;
        }
    }

    private double[][] block(int block) throws IOException {
        return blocks.get(block, 8L * CsvLines.BLOCK * header.names().size(), () -> parse(block));
    }

    private double[][] parse(int block) throws IOException {
        int count = lines.linesOf(block);
        double[][] values = new double[header.names().size()][count];
        CsvFields fields = new CsvFields(lines.read(block));
        for (int line = 0; line < count && fields.nextLine(); line++) {
            int column = 0;
            for (; fields.nextField(column == 0); column++) {
                if (column < values.length && !isText[column]) {
                    values[column][line] = number(fields, block * CsvLines.BLOCK + line, column);
                }
            }
            if (column != values.length) {
                throw new IOException(file + ", line " + (block * CsvLines.BLOCK + line + 2) + ": " + column + " fields, expected "
                        + values.length);
            }
        }
        return values;
    }

    private double number(CsvFields fields, int point, int column) throws IOException {
        try {
            return fields.number();
        } catch (NumberFormatException e) {
            throw new IOException(file + ", line " + (point + 2) + ": '" + fields.string() + "' in column '" + header.names().get(column)
                    + "', expected a number", e);
        }
    }

    @Override
    public String[] texts(StmVariable variable) throws IOException {
        int wanted = columns.get(variable.index())[0];
        String[] texts = new String[lines.count()];
        for (int block = 0; block * CsvLines.BLOCK < texts.length; block++) {
            CsvFields fields = new CsvFields(lines.read(block));
            for (int line = 0; line < lines.linesOf(block) && fields.nextLine(); line++) {
                for (int column = 0; fields.nextField(column == 0); column++) {
                    if (column == wanted) {
                        texts[block * CsvLines.BLOCK + line] = fields.string();
                    }
                }
            }
        }
        return texts;
    }

    /** No file is held open. */
    @Override
    public void close() {
    }
}
