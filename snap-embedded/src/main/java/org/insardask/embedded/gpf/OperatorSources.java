package org.insardask.embedded.gpf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/**
 * The source products of an operator, by id. An id that no named source declares goes to the array of sources; ids
 * {@code sourceProduct}, {@code sourceProduct.1} and {@code sourceProduct1} are those of products given without a name.
 * For one thread.
 */
public final class OperatorSources {

    private static final Pattern POSITIONAL = Pattern.compile(GPF.SOURCE_PRODUCT_FIELD_NAME + "(\\.?[0-9]+)?");

    private final Operator operator;
    private final OperatorModel model;
    private final Map<String, Product> byId = new LinkedHashMap<>();

    OperatorSources(Operator operator, OperatorModel model) {
        this.operator = operator;
        this.model = model;
    }

    /** Sets a source; a null product is left out. */
    public void set(String id, Product product) {
        if (product != null) {
            byId.put(id, product);
        }
    }

    /** Replaces all sources. */
    public void setAll(Map<String, Product> products) {
        byId.clear();
        products.forEach(this::set);
    }

    /** Replaces all sources by products without names. */
    public void setAll(Product... products) {
        byId.clear();
        addPositional(products);
    }

    private void addPositional(Product... products) {
        for (int i = 0; i < products.length; i++) {
            set(GPF.SOURCE_PRODUCT_FIELD_NAME + "." + (i + 1), products[i]);
            set(GPF.SOURCE_PRODUCT_FIELD_NAME + (i + 1), products[i]);
        }
    }

    /** The source of that id, or null. */
    public Product get(String id) {
        return byId.get(id);
    }

    /** All products, each once, in the order in which they were given. */
    public Product[] products() {
        Set<Product> distinct = identitySet(List.of());
        List<Product> ordered = new ArrayList<>();
        byId.values().stream().filter(distinct::add).forEach(ordered::add);
        return ordered.toArray(new Product[0]);
    }

    /** The source {@code sourceProduct}, or the first one, or null. */
    public Product main() {
        Product main = get(GPF.SOURCE_PRODUCT_FIELD_NAME);
        return main != null || byId.isEmpty() ? main : byId.values().iterator().next();
    }

    /** An id of the product, one with a dot where it has several; null where it is no source. */
    public String idOf(Product product) {
        String found = null;
        for (Map.Entry<String, Product> entry : byId.entrySet()) {
            if (entry.getValue() == product && (found == null || entry.getKey().contains("."))) {
                found = entry.getKey();
            }
        }
        return found;
    }

    /** Sets the annotated fields. Throws where a source is missing, unknown, or not what the operator expects. */
    void bind() {
        if (model.sourceArray() == null) {
            refuseUndeclared();
        }
        Set<Product> named = identitySet(List.of());
        for (SourceModel source : model.sources()) {
            Product product = bindNamed(source);
            if (product != null) {
                named.add(product);
            }
        }
        if (model.sourceArray() != null) {
            bindArray(model.sourceArray(), named);
        } else {
            refuseLeftOver(named);
        }
    }

    private Product bindNamed(SourceModel source) {
        Product product = byId.getOrDefault(source.getName(), byId.get(source.getPublicName()));
        if (product == null) {
            product = (Product) source.field().get(operator);
            set(source.getName(), product);
        }
        if (product == null && !source.isOptional()) {
            throw new OperatorException(String.format("Operator '%s' needs the source '%s'. %s", model.getAlias(),
                    source.getPublicName(), model.sourceNames()));
        }
        if (product != null) {
            source.requirement().check(describe(source.getPublicName()), product);
            source.field().set(operator, product);
        }
        return product;
    }

    private void bindArray(SourceArrayModel array, Set<Product> named) {
        Product[] preset = (Product[]) array.field().get(operator);
        if (preset != null) {
            addPositional(preset);
        }
        List<Product> others = new ArrayList<>(List.of(products()));
        others.removeIf(product -> named.contains(product) || isOfDeclared(product));
        requireCount(array, others.size());
        for (Product product : others) {
            array.requirement().check(describe(idOf(product)), product);
        }
        if (!byId.isEmpty()) {
            array.field().set(operator, others.toArray(new Product[0]));
        }
    }

    private void requireCount(SourceArrayModel array, int given) {
        if (array.count() < 0 && given == 0) {
            throw new OperatorException(String.format("Operator '%s' needs at least one source product for '%s'.",
                    model.getAlias(), array.getPublicName()));
        }
        if (array.count() > 0 && array.count() != given) {
            throw new OperatorException(String.format("Operator '%s' needs %d source products for '%s', but %d were given.",
                    model.getAlias(), array.count(), array.getPublicName(), given));
        }
    }

    private void refuseUndeclared() {
        for (String id : byId.keySet()) {
            if (!isDeclared(id) && !POSITIONAL.matcher(id).matches()) {
                throw new OperatorException(String.format("Operator '%s' has no source '%s'. %s", model.getAlias(), id,
                        model.sourceNames()));
            }
        }
    }

    private void refuseLeftOver(Set<Product> named) {
        for (Product product : products()) {
            if (!named.contains(product)) {
                throw new OperatorException(String.format("Operator '%s' does not take the product '%s' (%s). %s", model.getAlias(),
                        product.getName(), idOf(product), model.sourceNames()));
            }
        }
    }

    private boolean isDeclared(String id) {
        return model.sources().stream().anyMatch(source -> source.getName().equals(id) || source.getPublicName().equals(id));
    }

    /** Whether a product has the name or alias of a named source: as in SNAP it is not in the array, even where another has the field. */
    private boolean isOfDeclared(Product product) {
        return byId.entrySet().stream().anyMatch(entry -> entry.getValue() == product && isDeclared(entry.getKey()));
    }

    private String describe(String id) {
        return "Source '" + id + "' of operator '" + model.getAlias() + "'";
    }

    private static Set<Product> identitySet(Collection<Product> products) {
        Set<Product> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(products);
        return set;
    }
}
