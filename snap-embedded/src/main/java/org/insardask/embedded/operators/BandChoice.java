package org.insardask.embedded.operators;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.OperatorException;

/** Finds bands of a product by name, with those that their expressions need. */
final class BandChoice {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final Product product;

    BandChoice(Product product) {
        this.product = product;
    }

    /** The bands of these names in this order, and then those that they refer to; throws where a name is unknown. */
    List<Band> byName(String... names) {
        Set<Band> chosen = new LinkedHashSet<>();
        for (String name : names) {
            chosen.add(require(name));
        }
        return withReferences(chosen);
    }

    private Band require(String name) {
        Band band = product.getBand(name);
        if (band == null) {
            throw new OperatorException(String.format("Product '%s' has no band '%s'. Its bands are: %s.",
                    product.getName(), name, String.join(", ", product.getBandNames())));
        }
        return band;
    }

    /** These bands, then those that their expressions refer to. */
    List<Band> withReferences(Set<Band> bands) {
        Set<Band> all = new LinkedHashSet<>(bands);
        List<Band> queue = new ArrayList<>(bands);
        for (int i = 0; i < queue.size(); i++) {
            for (Band referred : references(queue.get(i))) {
                if (all.add(referred)) {
                    queue.add(referred);
                }
            }
        }
        return new ArrayList<>(all);
    }

    private List<Band> references(Band band) {
        String expression = band instanceof VirtualBand virtual ? virtual.getExpression() : "";
        String valid = band.getValidPixelExpression();
        List<Band> found = new ArrayList<>();
        Matcher names = IDENTIFIER.matcher(expression + " " + (valid == null ? "" : valid));
        while (names.find()) {
            String name = names.group();
            Band referred = product.getBand(name);
            if (referred == null && name.contains(".")) {
                referred = product.getBand(name.substring(0, name.indexOf('.')));
            }
            if (referred != null) {
                found.add(referred);
            }
        }
        return found;
    }
}
