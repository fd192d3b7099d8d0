package org.esa.snap.core.datamodel;

import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.opengis.referencing.crs.CoordinateReferenceSystem;

/** The plane of pixels in which vector data lies. Apart from {@link Product}, so that products do without GeoTools. */
final class ScenePlane {

    private ScenePlane() {
    }

    static CoordinateReferenceSystem crs() {
        return DefaultEngineeringCRS.CARTESIAN_2D;
    }
}
