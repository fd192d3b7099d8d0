package org.esa.snap.core.datamodel;

/** Pins: points of interest that the user sets. */
public class PinDescriptor extends PointPlacemarkDescriptor {

    private static final PinDescriptor INSTANCE = new PinDescriptor();

    public PinDescriptor() {
        super("org.esa.snap.Pin");
    }

    public static PinDescriptor getInstance() {
        return INSTANCE;
    }

    @Override
    public String getRoleName() {
        return "pin";
    }

    @Override
    public PlacemarkGroup getPlacemarkGroup(Product product) {
        return product.getPinGroup();
    }
}
