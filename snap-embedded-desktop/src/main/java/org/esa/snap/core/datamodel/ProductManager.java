package org.esa.snap.core.datamodel;

import java.util.EventObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open products, in the order in which they were opened. Safe for use by several threads. */
public class ProductManager {

    private final List<Product> products = new CopyOnWriteArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Is told of products that are opened and closed. */
    public interface Listener {

        void productAdded(Event event);

        void productRemoved(Event event);
    }

    /** A product that was opened or closed. */
    public static class Event extends EventObject {

        private static final long serialVersionUID = 1L;

        public Event(Product product) {
            super(product);
        }

        public Product getProduct() {
            return (Product) getSource();
        }
    }

    public ProductManager() {
    }

    public int getProductCount() {
        return products.size();
    }

    public Product getProduct(int index) {
        return products.get(index);
    }

    /** The product of this name, or null. */
    public Product getProduct(String name) {
        return products.stream().filter(product -> product.getName().equalsIgnoreCase(name)).findFirst().orElse(null);
    }

    public Product[] getProducts() {
        return products.toArray(new Product[0]);
    }

    public boolean contains(Product product) {
        return products.contains(product);
    }

    /** Adds the product and gives it a reference number; nothing where it is here already. */
    public void addProduct(Product product) {
        if (!products.contains(product)) {
            products.add(product);
            if (product.getRefNo() == 0) {
                product.setRefNo(products.stream().mapToInt(Product::getRefNo).max().orElse(0) + 1);
            }
            listeners.forEach(listener -> listener.productAdded(new Event(product)));
        }
    }

    public boolean removeProduct(Product product) {
        boolean removed = products.remove(product);
        if (removed) {
            listeners.forEach(listener -> listener.productRemoved(new Event(product)));
        }
        return removed;
    }

    public void removeAllProducts() {
        List.copyOf(products).forEach(this::removeProduct);
    }

    public synchronized boolean addListener(Listener listener) {
        return !listeners.contains(listener) && listeners.add(listener);
    }

    public synchronized boolean removeListener(Listener listener) {
        return listeners.remove(listener);
    }
}
