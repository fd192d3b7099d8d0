package org.esa.snap.core.datamodel;

/** A kind of placemark, such as pins. */
public interface PlacemarkDescriptor {

    /** What placemarks of this kind are for, in one word. */
    String getRoleName();

    /** The placemarks of this kind that the product has. */
    PlacemarkGroup getPlacemarkGroup(Product product);
}
