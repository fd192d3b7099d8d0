package org.insardask.embedded.gpf;

import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.descriptor.SourceProductDescriptor;

/** A named source of an operator. */
public final class SourceModel implements SourceProductDescriptor {

    private final FieldAccess field;
    private final SourceProduct annotation;

    SourceModel(FieldAccess field, SourceProduct annotation) {
        this.field = field;
        this.annotation = annotation;
    }

    FieldAccess field() {
        return field;
    }

    SourceRequirement requirement() {
        return new SourceRequirement(annotation.type(), annotation.bands());
    }

    /** The alias, or the field's name. */
    public String getPublicName() {
        return annotation.alias().isEmpty() ? field.name() : annotation.alias();
    }

    @Override
    public String getName() {
        return field.name();
    }

    @Override
    public String getAlias() {
        return Text.orNull(annotation.alias());
    }

    @Override
    public String getLabel() {
        return Text.orNull(annotation.label());
    }

    @Override
    public String getDescription() {
        return Text.orNull(annotation.description());
    }

    @Override
    public Class<? extends Product> getDataType() {
        return Product.class;
    }

    @Override
    public boolean isOptional() {
        return annotation.optional();
    }

    @Override
    public String getProductType() {
        return Text.orNull(annotation.type());
    }

    @Override
    public String[] getBands() {
        return annotation.bands().clone();
    }
}
