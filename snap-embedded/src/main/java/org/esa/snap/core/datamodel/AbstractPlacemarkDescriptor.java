package org.esa.snap.core.datamodel;

/** What kinds of placemarks have in common. */
public abstract class AbstractPlacemarkDescriptor implements PlacemarkDescriptor {

    public AbstractPlacemarkDescriptor() {
    }
}
