package org.insardask.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductNode;
import org.esa.snap.core.gpf.OperatorException;

/**
 * The list of fields, and the names of their bands: the name of the field, with an underscore for every character other than ASCII letters,
 * digits and underscore; where that is taken (case does not matter), the first free one of {@code name_1}, {@code name_2} and so on.
 */
final class FieldNames {

    private FieldNames() {
    }

    /** Returns the names of a comma-separated list. */
    static List<String> parse(String fields) {
        List<String> names = Arrays.stream(fields == null ? new String[0] : fields.split(",", -1)).map(String::strip).toList();
        if (names.isEmpty() || names.contains("")) {
            throw new OperatorException("fields = '" + (fields == null ? "" : fields) + "': names separated by commas were expected");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new OperatorException("fields = '" + fields + "': '" + name + "' stands there twice");
            }
        }
        return names;
    }

    /** Returns a name for the band of a field that is free in the product. */
    static String bandName(String field, Product product) {
        String name = field.replaceAll("[^A-Za-z0-9_]", "_");
        if (!ProductNode.isValidNodeName(name)) {
            name = "field_" + name;
        }
        List<String> taken = new ArrayList<>(Arrays.asList(product.getBandNames()));
        taken.addAll(Arrays.asList(product.getTiePointGridNames()));
        return freeName(name, taken);
    }

    /** Returns the name where it is not taken (case does not matter), else the first free one of name_1, name_2 and so on. */
    static String freeName(String name, List<String> taken) {
        String free = name;
        for (int n = 1; isTaken(free, taken); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    private static boolean isTaken(String name, List<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }
}
