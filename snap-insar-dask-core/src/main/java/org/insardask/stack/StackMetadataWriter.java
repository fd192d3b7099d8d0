package org.insardask.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.ProductUtils;

/**
 * Gives a product the metadata of a coregistered stack, as SNAP's operators look for them: those of the mother, the baselines, and one
 * element for each daughter with the names of its bands.
 */
public final class StackMetadataWriter {

    private final StackDescription stack;
    private final Dialect dialect;

    private StackMetadataWriter(StackDescription stack) {
        this.stack = stack;
        // Names without a role leave the words open: those of the mother's metadata, else the newer ones.
        this.dialect = stack.dialect().or(() -> SarMetadata.of(stack.mother().source()).daughterDialect()).orElse(Dialect.SNAP_14);
    }

    /** A writer for a stack. */
    public static StackMetadataWriter of(StackDescription stack) {
        return new StackMetadataWriter(stack);
    }

    /**
     * Writes the metadata.
     *
     * @param target        product whose metadata are empty
     * @param motherBands   names of the mother's bands in the product, may be empty
     * @param daughterBands names of each daughter's bands, in the order of the epochs
     */
    public void write(Product target, List<String> motherBands, List<List<String>> daughterBands) {
        MetadataElement root = target.getMetadataRoot();
        ProductUtils.copyMetadata(stack.mother().source().getMetadataRoot(), root);
        MetadataElement abstracted = child(root, SarMetadata.ABSTRACTED);
        abstracted.setAttributeInt(SarMetadata.COREGISTERED, 1);
        addBaselines(abstracted);
        replaceDaughters(root, motherBands, daughterBands);
    }

    private void addBaselines(MetadataElement abstracted) {
        String mother = SarMetadata.motherBaselines(stack.mother().date());
        for (Epoch epoch : stack.epochs()) {
            Optional<MetadataElement> source = productsOf(epoch)
                    .flatMap(product -> SarMetadata.of(product).baselineElement(stack.mother().date(), epoch.date()).stream()).findFirst();
            source.ifPresent(element -> {
                MetadataElement ofMother = child(child(abstracted, SarMetadata.BASELINES), mother);
                if (!ofMother.containsElement(SarMetadata.daughterBaseline(epoch.date()))) {
                    MetadataElement copy = element.createDeepClone();
                    copy.setName(SarMetadata.daughterBaseline(epoch.date()));
                    ofMother.addElement(copy);
                }
            });
        }
    }

    private void replaceDaughters(MetadataElement root, List<String> motherBands, List<List<String>> daughterBands) {
        for (Dialect each : Dialect.values()) {
            Optional.ofNullable(root.getElement(each.daughterMetadata())).ifPresent(root::removeElement);
        }
        MetadataElement daughters = child(root, dialect.daughterMetadata());
        if (!motherBands.isEmpty()) {
            daughters.setAttributeString(dialect.motherBands(), String.join(" ", motherBands));
        }
        for (int k = 0; k < stack.epochs().size(); k++) {
            String bands = String.join(" ", daughterBands.get(k));
            daughterElement(stack.epochs().get(k)).ifPresent(element -> {
                removeAttributes(element, Arrays.stream(Dialect.values()).map(Dialect::daughterBands).toList());
                element.setAttributeString(dialect.daughterBands(), bands);
                daughters.addElement(element);
            });
        }
    }

    private Optional<MetadataElement> daughterElement(Epoch epoch) {
        return productsOf(epoch).flatMap(product -> SarMetadata.of(product).daughterElement(epoch.date()).stream()).findFirst()
                .map(MetadataElement::createDeepClone);
    }

    /** The epoch's own product first. */
    private Stream<Product> productsOf(Epoch epoch) {
        return Stream.concat(Stream.of(epoch.source()), stack.products().stream()).distinct();
    }

    private static void removeAttributes(MetadataElement element, List<String> names) {
        for (MetadataAttribute attribute : element.getAttributes()) {
            if (names.contains(attribute.getName())) {
                element.removeAttribute(attribute);
            }
        }
    }

    private static MetadataElement child(MetadataElement parent, String name) {
        if (!parent.containsElement(name)) {
            parent.addElement(new MetadataElement(name));
        }
        return parent.getElement(name);
    }
}
