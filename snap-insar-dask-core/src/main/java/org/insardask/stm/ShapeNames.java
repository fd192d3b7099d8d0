package org.insardask.stm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of columns in a Shapefile, which have 10 characters at most. Stateless. */
final class ShapeNames {

    static final int LONGEST = 10;

    private ShapeNames() {
    }

    /** A name for each column, all different: as it is where it fits, series as D and their date, others cut off and numbered. */
    static List<String> of(List<PointColumn> columns, String series) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (PointColumn column : columns) {
            boolean main = column.date().isPresent() && column.name().equals(series) && column.part().isEmpty();
            String name = main ? "D" + ColumnText.DAY.format(column.date().get()) : ColumnText.name(column);
            String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
            String free = cut(plain, "");
            for (int n = 1; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
                free = cut(plain, "_" + n);
            }
            names.add(free);
        }
        return names;
    }

    private static String cut(String name, String end) {
        return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
    }
}
