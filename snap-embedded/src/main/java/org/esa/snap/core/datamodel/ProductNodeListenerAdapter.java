package org.esa.snap.core.datamodel;

/** A listener to which nothing matters; for those to which something does. */
public class ProductNodeListenerAdapter implements ProductNodeListener {

    public ProductNodeListenerAdapter() {
    }

    @Override
    public void nodeChanged(ProductNodeEvent event) {
    }

    @Override
    public void nodeDataChanged(ProductNodeEvent event) {
    }

    @Override
    public void nodeAdded(ProductNodeEvent event) {
    }

    @Override
    public void nodeRemoved(ProductNodeEvent event) {
    }
}
