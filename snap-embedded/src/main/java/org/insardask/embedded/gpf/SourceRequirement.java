package org.insardask.embedded.gpf;

import java.util.regex.Pattern;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;

/** What a source product has to be: its type (or a pattern of it; any where empty) and bands that it must have. */
final class SourceRequirement {

    private final String type;
    private final String[] bands;

    SourceRequirement(String type, String[] bands) {
        this.type = type;
        this.bands = bands;
    }

    /** Throws where the product does not fit; {@code what} names the source. */
    void check(String what, Product product) {
        String given = product.getProductType();
        if (!type.isEmpty() && !type.equalsIgnoreCase(given) && !Pattern.matches(type, given)) {
            throw new OperatorException(String.format("%s: product '%s' is of type '%s', but '%s' is expected.",
                    what, product.getName(), given, type));
        }
        for (String band : bands) {
            if (!product.containsBand(band)) {
                throw new OperatorException(String.format("%s: product '%s' has no band '%s'.", what, product.getName(), band));
            }
        }
    }
}
