package org.esa.snap.core.datamodel;

/** The placemarks of one kind that a product has. Its listeners are told of placemarks that come and go. */
public class PlacemarkGroup extends ProductNodeGroup<Placemark> {

    private final Product product;

    PlacemarkGroup(Product owner, String name) {
        super(owner, name, true);
        this.product = owner;
    }

    @Override
    public synchronized void add(int index, Placemark placemark) {
        super.add(index, placemark);
        product.tell(listener -> listener.nodeAdded(new ProductNodeEvent(placemark)));
    }

    @Override
    public synchronized boolean remove(Placemark placemark) {
        boolean removed = super.remove(placemark);
        if (removed) {
            product.tell(listener -> listener.nodeRemoved(new ProductNodeEvent(placemark)));
        }
        return removed;
    }
}
