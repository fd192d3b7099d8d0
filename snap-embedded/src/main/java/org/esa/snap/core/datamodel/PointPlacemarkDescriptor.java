package org.esa.snap.core.datamodel;

/** A kind of placemark that marks a point. */
public abstract class PointPlacemarkDescriptor extends AbstractPlacemarkDescriptor {

    protected PointPlacemarkDescriptor(String featureTypeName) {
        ProductNode.requireText(featureTypeName, "featureTypeName");
    }
}
