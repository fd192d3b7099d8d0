package org.esa.snap.core.datamodel;

import com.bc.ceres.core.ExtensibleObject;
import java.util.Objects;
import java.util.regex.Pattern;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductWriter;

/**
 * A named part of a product. The owner leads up to the product. Nodes are built by one thread; reading them from many is
 * safe.
 */
public abstract class ProductNode extends ExtensibleObject {

    public static final String PROPERTY_NAME_NAME = "name";
    public static final String PROPERTY_NAME_DESCRIPTION = "description";

    private static final Pattern VALID_NAME = Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]*");

    private ProductNode owner;
    private String name;
    private String description;
    private boolean modified;

    protected ProductNode(String name) {
        this(name, null);
    }

    protected ProductNode(String name, String description) {
        this.name = requireText(name, "name").trim();
        this.description = description;
    }

    /** Whether SNAP takes this name: no reserved word, no leading dot, none of {@code \ / : * ? " < > |}. */
    public static boolean isValidNodeName(String name) {
        if (name == null || "or".equalsIgnoreCase(name) || "and".equalsIgnoreCase(name) || "not".equalsIgnoreCase(name)) {
            return false;
        }
        return VALID_NAME.matcher(name.trim()).matches();
    }

    public void setOwner(ProductNode owner) {
        this.owner = owner;
    }

    public ProductNode getOwner() {
        return owner;
    }

    public String getName() {
        return name;
    }

    /**
     * Renames this node.
     *
     * @throws IllegalArgumentException where the name is not valid or taken by another raster of the product
     */
    public void setName(String name) {
        rename(name, true);
    }

    final void rename(String newName, boolean uniqueInProduct) {
        String trimmed = requireText(newName, "name").trim();
        if (trimmed.equals(name)) {
            return;
        }
        Product product = getProduct();
        if (uniqueInProduct && product != null && product.containsRasterDataNode(trimmed)) {
            throw new IllegalArgumentException("The Product '" + product.getName()
                    + "' already contains a raster data node with the name '" + trimmed + "'.");
        }
        if (!isValidNodeName(trimmed)) {
            throw new IllegalArgumentException("The given name '" + trimmed + "' is not a valid node name.");
        }
        name = trimmed;
        setModified(true);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        if (!Objects.equals(this.description, description)) {
            this.description = description;
            setModified(true);
        }
    }

    public boolean isModified() {
        return modified;
    }

    /** Sets the modified flag; a modified node makes its owner modified. */
    public void setModified(boolean modified) {
        if (this.modified != modified) {
            this.modified = modified;
            if (modified && owner != null) {
                owner.setModified(true);
            }
        }
    }

    /** The product that owns this node, directly or through other nodes, or null. */
    public Product getProduct() {
        ProductNode node = this;
        while (node != null) {
            if (node instanceof Product product) {
                return product;
            }
            node = node.getOwner();
        }
        return null;
    }

    /** The reader of the product, or null. */
    public ProductReader getProductReader() {
        Product product = getProduct();
        return product == null ? null : product.getProductReader();
    }

    /** The writer of the product, or null. */
    public ProductWriter getProductWriter() {
        Product product = getProduct();
        return product == null ? null : product.getProductWriter();
    }

    /** The name, after the product's reference number where it has one. */
    public String getDisplayName() {
        String reference = getProductRefString();
        return reference == null ? name : reference + " " + name;
    }

    /** The product's reference number in brackets, or null. */
    public String getProductRefString() {
        Product product = getProduct();
        return product == null || product.getRefNo() == 0 ? null : "[" + product.getRefNo() + "]";
    }

    /** Lets go of what this node holds. It is not to be used afterwards. */
    public void dispose() {
        owner = null;
    }

    @Override
    public String toString() {
        return getClass().getName() + "[name=" + name + "]";
    }

    static String requireText(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("[" + what + "] is " + (text == null ? "null" : "an empty string"));
        }
        return text;
    }

    static <T> T requireNonNull(T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("[" + what + "] is null");
        }
        return value;
    }
}
