package org.insardask.ui.series;

import org.esa.snap.core.datamodel.Product;

/** A product that a test disposes of. */
record ProductHandle(Product product) implements AutoCloseable {

    @Override
    public void close() {
        product.dispose();
    }
}
