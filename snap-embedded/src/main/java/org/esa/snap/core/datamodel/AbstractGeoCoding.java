package org.esa.snap.core.datamodel;

import org.esa.snap.core.dataio.ProductSubsetDef;

/** What geo-codings have in common. */
public abstract class AbstractGeoCoding implements GeoCoding {

    protected AbstractGeoCoding() {
    }

    /** Gives a product of the same raster, or of the subset where one is named, this geo-coding; false where it cannot. */
    boolean transferTo(Product target, ProductSubsetDef subset) {
        if (subset != null) {
            return false;
        }
        target.setSceneGeoCoding(canClone() ? clone() : this);
        return true;
    }

    @Override
    public boolean canClone() {
        return false;
    }

    /** @throws IllegalStateException where {@link #canClone} says no */
    @Override
    public GeoCoding clone() {
        throw new IllegalStateException(getClass().getName() + " cannot be cloned");
    }
}
