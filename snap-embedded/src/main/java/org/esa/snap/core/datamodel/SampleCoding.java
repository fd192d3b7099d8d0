package org.esa.snap.core.datamodel;

/** Names for the integer samples of a band; each attribute is a name with its value or values. */
public class SampleCoding extends MetadataElement {

    public SampleCoding(String name) {
        super(name);
    }

    /** Ignored: a coding has no elements. */
    @Override
    public void addElement(MetadataElement element) {
    }

    /** @throws IllegalArgumentException where the attribute is no integer or its name is taken */
    @Override
    public void addAttribute(MetadataAttribute attribute) {
        if (!attribute.getData().isInt()) {
            throw new IllegalArgumentException("attribute value is not a integer");
        }
        if (attribute.getData().getNumElems() == 0) {
            throw new IllegalArgumentException("attribute value is missing");
        }
        if (containsAttribute(attribute.getName())) {
            throw new IllegalArgumentException("SampleCoding contains already an attribute with the name '" + attribute.getName() + "'");
        }
        super.addAttribute(attribute);
    }

    public MetadataAttribute addSample(String name, int value, String description) {
        return addSamples(name, new int[] {value}, description);
    }

    public MetadataAttribute addSamples(String name, int[] values, String description) {
        ProductData data = ProductData.createInstance(ProductData.TYPE_UINT32, values.length);
        data.setElems(values);
        MetadataAttribute attribute = new MetadataAttribute(requireNonNull(name, "name"), data, false);
        attribute.setDescription(description);
        addAttribute(attribute);
        return attribute;
    }

    public int getSampleCount() {
        return getNumAttributes();
    }

    public String getSampleName(int index) {
        return getAttributeAt(index).getName();
    }

    public int getSampleValue(int index) {
        return getAttributeAt(index).getData().getElemInt();
    }

    final int requireSample(String name, String what) {
        MetadataAttribute attribute = getAttribute(name);
        if (attribute == null) {
            throw new IllegalArgumentException(what + " '" + name + "' not found");
        }
        return attribute.getData().getElemInt();
    }
}
