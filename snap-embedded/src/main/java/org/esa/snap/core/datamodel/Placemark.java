package org.esa.snap.core.datamodel;

/** A named place in a product, such as a pin. */
public class Placemark extends ProductNode {

    public static final String PROPERTY_NAME_LABEL = "label";
    public static final String PROPERTY_NAME_PIXELPOS = "pixelPos";
    public static final String PROPERTY_NAME_GEOPOS = "geoPos";

    private final PlacemarkDescriptor descriptor;
    private String label;
    private PixelPos pixelPos;
    private GeoPos geoPos;

    private Placemark(PlacemarkDescriptor descriptor, String name, String text) {
        super(name, text);
        this.descriptor = descriptor;
    }

    /**
     * A placemark at a point. A position that is null follows from the other one, where there is a geocoding.
     *
     * @throws IllegalArgumentException where both positions are null
     */
    public static Placemark createPointPlacemark(PlacemarkDescriptor descriptor, String name, String label, String text, PixelPos pixelPos,
            GeoPos geoPos, GeoCoding geoCoding) {
        if (pixelPos == null && geoPos == null) {
            throw new IllegalArgumentException("pixelPos == null && geoPos == null");
        }
        Placemark placemark = new Placemark(descriptor, name, text);
        placemark.label = label;
        placemark.pixelPos = pixelPos;
        placemark.geoPos = geoPos;
        if (pixelPos == null && geoCoding != null) {
            placemark.pixelPos = geoCoding.getPixelPos(geoPos, null);
        }
        if (geoPos == null && geoCoding != null) {
            placemark.geoPos = geoCoding.getGeoPos(pixelPos, null);
        }
        return placemark;
    }

    public PlacemarkDescriptor getDescriptor() {
        return descriptor;
    }

    public String getLabel() {
        return label == null ? "" : label;
    }

    public void setLabel(String label) {
        this.label = label;
        changed();
    }

    /** Where it is in the image, in pixels; the centre of the first one is (0.5, 0.5). Null where it is not known. */
    public PixelPos getPixelPos() {
        return pixelPos;
    }

    public void setPixelPos(PixelPos pixelPos) {
        this.pixelPos = pixelPos;
        changed();
    }

    /** Where it is on the ground, or null. */
    public GeoPos getGeoPos() {
        return geoPos;
    }

    public void setGeoPos(GeoPos geoPos) {
        this.geoPos = geoPos;
        changed();
    }

    private void changed() {
        setModified(true);
        Product product = getProduct();
        if (product != null) {
            product.tell(listener -> listener.nodeChanged(new ProductNodeEvent(this)));
        }
    }
}
