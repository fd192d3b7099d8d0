package org.insardask.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;

/**
 * The metadata elements that say which references a product has had: that of Arc-Unwrapping, then {@code Re_Reference},
 * {@code Re_Reference_2} and so on, each with the name of the one before.
 */
final class ReReferenceRecord {

    /** Name of the first element. */
    static final String NAME = "Re_Reference";

    private final MetadataElement sourceRoot;
    private final MetadataElement targetRoot;
    private final MetadataElement element;

    private ReReferenceRecord(MetadataElement sourceRoot, MetadataElement targetRoot, MetadataElement element) {
        this.sourceRoot = sourceRoot;
        this.targetRoot = targetRoot;
        this.element = element;
    }

    /** Adds the element to the metadata of a target, which hold those of the source already. */
    static ReReferenceRecord add(Product source, Product target, ReferencePixels reference) {
        MetadataElement root = target.getMetadataRoot();
        String before = ArcRecord.NAME;
        int number = 1;
        while (root.containsElement(name(number))) {
            before = name(number);
            number++;
        }
        MetadataElement element = new MetadataElement(name(number));
        root.addElement(element);
        element.setAttributeString("reference_before", before);
        reference.record(element);
        element.setAttributeString("formula", "value - value of the reference; the mean where it has several pixels");
        return new ReReferenceRecord(source.getMetadataRoot(), root, element);
    }

    private static String name(int number) {
        return number == 1 ? NAME : NAME + "_" + number;
    }

    /** Everything that the element says so far. */
    @Override
    public String toString() {
        return Arrays.stream(element.getAttributes()).map(attribute -> attribute.getName() + "=" + attribute.getData().getElemString())
                .collect(Collectors.joining(", "));
    }

    /** Says what was subtracted, once it is known. */
    void setReference(BandReferenceMean mean, List<Band> bands) {
        element.setAttributeString("reference_pixels", Long.toString(mean.pixels()));
        element.setAttributeString("reference_pixels_without_data", Long.toString(mean.incompletePixels()));
        MetadataElement subtracted = new MetadataElement("subtracted");
        for (int b = 0; b < bands.size(); b++) {
            subtracted.setAttributeDouble(bands.get(b).getName(), mean.value(b));
        }
        element.addElement(subtracted);
        completeEarlier();
    }

    /** In a graph the operators before say what their reference is when they have read it, which is after this target was made. */
    private void completeEarlier() {
        for (MetadataElement earlier : sourceRoot.getElements()) {
            boolean known = earlier.getName().equals(ArcRecord.NAME) || earlier.getName().startsWith(NAME);
            if (known && targetRoot.containsElement(earlier.getName())) {
                complete(earlier, targetRoot.getElement(earlier.getName()));
            }
        }
    }

    private static void complete(MetadataElement from, MetadataElement to) {
        for (MetadataAttribute attribute : from.getAttributes()) {
            if (!to.containsAttribute(attribute.getName())) {
                to.addAttribute(attribute.createDeepClone());
            }
        }
        for (MetadataElement child : from.getElements()) {
            if (!to.containsElement(child.getName())) {
                to.addElement(child.createDeepClone());
            }
        }
    }
}
