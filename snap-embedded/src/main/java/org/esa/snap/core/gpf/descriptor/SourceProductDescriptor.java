package org.esa.snap.core.gpf.descriptor;

import org.esa.snap.core.datamodel.Product;

/** A source of an operator. */
public interface SourceProductDescriptor extends DataElementDescriptor {

    /** Whether the operator can do without. */
    boolean isOptional();

    /** The product type or a regular expression for it, or null. */
    String getProductType();

    /** Bands that the product must have. */
    String[] getBands();

    @Override
    Class<? extends Product> getDataType();
}
