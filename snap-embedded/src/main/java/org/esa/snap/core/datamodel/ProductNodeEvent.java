package org.esa.snap.core.datamodel;

import java.util.EventObject;

/** Something that happened to a node of a product. */
public class ProductNodeEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    ProductNodeEvent(ProductNode node) {
        super(node);
    }

    public final ProductNode getSourceNode() {
        return (ProductNode) getSource();
    }
}
