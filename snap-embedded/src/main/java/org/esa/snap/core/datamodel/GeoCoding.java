package org.esa.snap.core.datamodel;

/**
 * Turns pixel positions into positions on the globe, and back.
 *
 * <p>SNAP's interface has more abstract methods than this one: {@code getDatum}, {@code getImageCRS}, {@code getMapCRS},
 * {@code getGeoCRS} and {@code getImageToMapTransform}, which need GeoTools. So operators call a GeoCoding and never
 * implement one: such a class would not be complete in SNAP.
 */
public interface GeoCoding {

    boolean isCrossingMeridianAt180();

    boolean canGetPixelPos();

    boolean canGetGeoPos();

    /** The pixel position of a place, invalid where the product does not hold it. The object given is filled and returned. */
    PixelPos getPixelPos(GeoPos geoPos, PixelPos pixelPos);

    /** The place of a pixel position, invalid outside of the product. The object given is filled and returned. */
    GeoPos getGeoPos(PixelPos pixelPos, GeoPos geoPos);

    void dispose();

    GeoCoding clone();

    boolean canClone();
}
