package org.esa.snap.core.datamodel;

/** Is told what happens to the nodes of a product. */
public interface ProductNodeListener {

    void nodeChanged(ProductNodeEvent event);

    void nodeDataChanged(ProductNodeEvent event);

    void nodeAdded(ProductNodeEvent event);

    void nodeRemoved(ProductNodeEvent event);
}
