package org.esa.snap.core.datamodel;

/** The placemarks of one kind that a product has. */
public class PlacemarkGroup extends ProductNodeGroup<Placemark> {

    PlacemarkGroup(Product owner, String name) {
        super(owner, name, true);
    }
}
