package org.insardask.vector;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFException;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * The .dbf beside a .shp, row by row. Strings are in the encoding of the request, else of the .cpg, else of the language byte of the file.
 * Numbers without decimals are integers; dates become ISO 8601 texts.
 */
final class DbfTable implements AutoCloseable {
    private final VectorRequest request;
    private final DBFReader reader;
    private final List<DBFField> fields = new ArrayList<>();
    private Object[] row;

    DbfTable(Path dbf, VectorRequest request) throws IOException {
        this.request = request;
        Charset charset = request.encoding() != null ? request.encoding() : encoding(request);
        try {
            // The first column says whether the row is marked as deleted.
            reader = new DBFReader(new BufferedInputStream(Files.newInputStream(dbf), 1 << 16), charset, true);
            for (int i = 1; i < reader.getFieldCount(); i++) {
                fields.add(reader.getField(i));
            }
        } catch (DBFException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw request.failure("its .dbf is corrupt", e);
        }
    }

    private static Charset encoding(VectorRequest request) throws IOException {
        Path cpg = ShapefileReader.sibling(request.file(), "cpg");
        if (cpg == null) {
            return null;
        }
        String name = Files.readString(cpg, StandardCharsets.ISO_8859_1).strip();
        try {
            return charset(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw request.failure("its .cpg names an encoding that is not known: '" + name + "'; give the parameter encoding", e);
        }
    }

    /** Returns the encoding for what a .cpg says: a name, a code page number, or {@code ANSI 1252}. */
    static Charset charset(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP|LDID/)\\s*", "");
        if (upper.equals("65001") || upper.equals("UTF8")) {
            return StandardCharsets.UTF_8;
        }
        if (upper.matches("8859\\d+")) {
            return Charset.forName("ISO-8859-" + upper.substring(4));
        }
        if (upper.matches("125\\d|874")) {
            return Charset.forName("windows-" + upper);
        }
        return upper.matches("\\d+") ? Charset.forName("IBM" + upper) : Charset.forName(name);
    }

    List<String> names() {
        return fields.stream().map(DBFField::getName).toList();
    }

    int rows() {
        return reader.getRecordCount();
    }

    /** Tells the types of the chosen columns to their attributes. */
    void declare(int[] selected, LayerCollector collector) {
        for (int i = 0; i < selected.length; i++) {
            DBFField field = fields.get(selected[i]);
            collector.attribute(i).declare(typeOf(field));
        }
    }

    private static AttributeType typeOf(DBFField field) {
        return switch (field.getType()) {
            case CHARACTER, VARCHAR, MEMO, DATE, TIMESTAMP, TIMESTAMP_DBASE7 -> AttributeType.STRING;
            case LOGICAL -> AttributeType.BOOLEAN;
            default -> isInteger(field) ? AttributeType.INTEGER : AttributeType.FLOAT;
        };
    }

    private static boolean isInteger(DBFField field) {
        boolean whole = field.getType() == DBFDataType.NUMERIC && field.getDecimalCount() == 0;
        return whole || field.getType() == DBFDataType.LONG || field.getType() == DBFDataType.AUTOINCREMENT;
    }

    /** Goes to the next row; returns false after the last one. */
    boolean next() throws VectorFileException {
        try {
            row = reader.nextRecord();
            return row != null;
        } catch (DBFException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw request.failure("its .dbf is corrupt or truncated", e);
        }
    }

    boolean isDeleted() {
        return Boolean.TRUE.equals(row[0]);
    }

    /** Gives the chosen values of the row to their attributes. */
    void read(int[] selected, LayerCollector collector) {
        for (int i = 0; i < selected.length; i++) {
            set(collector.attribute(i), fields.get(selected[i]), row[selected[i] + 1]);
        }
    }

    private static void set(AttributeBuilder attribute, DBFField field, Object value) {
        if (value instanceof Number number) {
            setNumber(attribute, field, number);
        } else if (value instanceof Boolean truth) {
            attribute.setBoolean(truth);
        } else if (value instanceof Date date) {
            attribute.setText(date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString());
        } else if (value instanceof String text) {
            attribute.setText(text);
        }
    }

    private static void setNumber(AttributeBuilder attribute, DBFField field, Number number) {
        boolean fits = !(number instanceof BigDecimal decimal) || decimal.precision() - decimal.scale() <= 18;
        if (isInteger(field) && fits) {
            attribute.setInteger(number.longValue());
        } else {
            attribute.setFloat(number.doubleValue());
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
