package org.insardask.stm;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.Component;
import org.insardask.stack.SeriesBandName;

/** Names and values of columns in tables. Stateless. */
final class ColumnText {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private ColumnText() {
    }

    /** The name of a column, a series with its date: {@code dis_unw_20230319}. */
    static String name(PointColumn column) {
        String part = column.part().map(p -> p == Component.REAL ? "_real" : "_imaginary").orElse("");
        return column.date().map(date -> new SeriesBandName(column.name() + part, date).column()).orElse(column.name() + part);
    }

    /** Whether the values of a column are integers. */
    static boolean isInteger(PointColumn column) {
        return column.dataType() != ProductData.TYPE_FLOAT32 && column.dataType() != ProductData.TYPE_FLOAT64;
    }

    /** A value as Long, Double or String; empty for none. Floats have the digits that tell them apart, and no more. */
    static Optional<Object> value(PointColumn column, double value) {
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        if (column.isText()) {
            return Optional.ofNullable(column.texts().get((int) value));
        }
        if (isInteger(column)) {
            return Optional.of((long) value);
        }
        return Optional.of(column.dataType() == ProductData.TYPE_FLOAT32 ? Double.parseDouble(Float.toString((float) value)) : value);
    }
}
