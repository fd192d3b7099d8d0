package org.esa.snap.core.datamodel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open products, in the order in which they were opened. Safe for use by several threads. */
public class ProductManager {

    private final List<Product> products = new CopyOnWriteArrayList<>();

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
        }
    }

    public boolean removeProduct(Product product) {
        return products.remove(product);
    }

    public void removeAllProducts() {
        products.clear();
    }
}
