package org.insardask.stack;

import java.util.Collection;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Product;

/**
 * Names of products for messages.
 */
final class ProductNames {

    private ProductNames() {
    }

    static String list(Collection<Product> products) {
        String names = products.stream().map(product -> "'" + product.getName() + "'").collect(Collectors.joining(", "));
        return (products.size() == 1 ? "product " : "products ") + names;
    }
}
