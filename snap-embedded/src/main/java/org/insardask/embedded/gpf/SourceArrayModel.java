package org.insardask.embedded.gpf;

import org.esa.snap.core.gpf.annotations.SourceProducts;

/** The array of an operator that takes every source that no named one takes. */
public final class SourceArrayModel {

    private final FieldAccess field;
    private final SourceProducts annotation;

    SourceArrayModel(FieldAccess field, SourceProducts annotation) {
        this.field = field;
        this.annotation = annotation;
    }

    FieldAccess field() {
        return field;
    }

    SourceRequirement requirement() {
        return new SourceRequirement(annotation.type(), annotation.bands());
    }

    /** The number of sources; 0 is any number, negative any number but none. */
    public int count() {
        return annotation.count();
    }

    /** The alias, or the field's name. */
    public String getPublicName() {
        return annotation.alias().isEmpty() ? field.name() : annotation.alias();
    }

    /** What the sources are, or null. */
    public String getDescription() {
        return Text.orNull(annotation.description());
    }
}
