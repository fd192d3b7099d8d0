package org.esa.snap.core.datamodel;

import java.text.ParseException;

/** A named part of the metadata: elements and attributes, both in order and found by name without regard to case. */
public class MetadataElement extends ProductNode {

    private final ProductNodeGroup<MetadataElement> elements = new ProductNodeGroup<>(this, "elements", true);
    private final ProductNodeGroup<MetadataAttribute> attributes = new ProductNodeGroup<>(this, "attributes", true);

    public MetadataElement(String name) {
        super(name);
    }

    static MetadataElement findParent(ProductNode node) {
        ProductNode owner = node.getOwner();
        while (owner != null && !(owner instanceof MetadataElement)) {
            owner = owner.getOwner();
        }
        return (MetadataElement) owner;
    }

    /** Returns the group of the elements, null as long as there has been none. */
    public ProductNodeGroup<MetadataElement> getElementGroup() {
        return elements.getNodeCount() == 0 ? null : elements;
    }

    public MetadataElement getParentElement() {
        return findParent(this);
    }

    /** Adds an element at the end; null is ignored. */
    public void addElement(MetadataElement element) {
        if (element != null) {
            elements.add(element);
        }
    }

    public void addElementAt(MetadataElement element, int index) {
        if (element != null) {
            elements.add(index, element);
        }
    }

    public boolean removeElement(MetadataElement element) {
        return element != null && elements.remove(element);
    }

    public int getNumElements() {
        return elements.getNodeCount();
    }

    public MetadataElement getElementAt(int index) {
        return elements.get(index);
    }

    public String[] getElementNames() {
        return elements.getNodeNames();
    }

    public MetadataElement[] getElements() {
        return elements.toArray(new MetadataElement[0]);
    }

    /** The first element of this name, or null. */
    public MetadataElement getElement(String name) {
        return elements.get(requireText(name, "name"));
    }

    public boolean containsElement(String name) {
        return elements.contains(requireText(name, "name"));
    }

    public int getElementIndex(MetadataElement element) {
        return elements.indexOf(element);
    }

    /** Adds an attribute at the end; null is ignored. */
    public void addAttribute(MetadataAttribute attribute) {
        if (attribute != null) {
            attributes.add(attribute);
        }
    }

    public boolean removeAttribute(MetadataAttribute attribute) {
        return attribute != null && attributes.remove(attribute);
    }

    public int getNumAttributes() {
        return attributes.getNodeCount();
    }

    public MetadataAttribute getAttributeAt(int index) {
        return attributes.get(index);
    }

    public String[] getAttributeNames() {
        return attributes.getNodeNames();
    }

    public MetadataAttribute[] getAttributes() {
        return attributes.toArray(new MetadataAttribute[0]);
    }

    /** The first attribute of this name, or null. */
    public MetadataAttribute getAttribute(String name) {
        return attributes.get(name);
    }

    public boolean containsAttribute(String name) {
        return attributes.contains(name);
    }

    public int getAttributeIndex(MetadataAttribute attribute) {
        return attributes.indexOf(attribute);
    }

    public double getAttributeDouble(String name, double defaultValue) {
        return containsAttribute(name) ? getAttributeDouble(name) : defaultValue;
    }

    /**
     * The attribute as a number; text is parsed.
     *
     * @throws IllegalArgumentException where there is no such attribute (a NumberFormatException where its text is no number)
     */
    public double getAttributeDouble(String name) {
        ProductData data = requireAttribute(name).getData();
        return data instanceof ProductData.ASCII ? Double.parseDouble(data.getElemString()) : data.getElemDouble();
    }

    public int getAttributeInt(String name, int defaultValue) {
        return containsAttribute(name) ? getAttributeInt(name) : defaultValue;
    }

    /**
     * The attribute as an integer; text is parsed.
     *
     * @throws IllegalArgumentException where there is no such attribute (a NumberFormatException where its text is no integer)
     */
    public int getAttributeInt(String name) {
        ProductData data = requireAttribute(name).getData();
        return data instanceof ProductData.ASCII ? Integer.parseInt(data.getElemString()) : data.getElemInt();
    }

    /** The attribute as a time, or the default where there is none or its text is no time. */
    public ProductData.UTC getAttributeUTC(String name, ProductData.UTC defaultValue) {
        MetadataAttribute attribute = getAttribute(name);
        if (attribute == null) {
            return defaultValue;
        }
        try {
            return ProductData.UTC.parse(attribute.getData().getElemString());
        } catch (ParseException e) {
            return defaultValue;
        }
    }

    /**
     * The attribute as a time.
     *
     * @throws IllegalArgumentException where there is no such attribute or its text is no time
     */
    public ProductData.UTC getAttributeUTC(String name) {
        try {
            return ProductData.UTC.parse(requireAttribute(name).getData().getElemString());
        } catch (ParseException e) {
            throw new IllegalArgumentException("Unable to parse metadata attribute " + name, e);
        }
    }

    /** @throws IllegalArgumentException where there is no such attribute */
    public String getAttributeString(String name) {
        return requireAttribute(name).getData().getElemString();
    }

    public String getAttributeString(String name, String defaultValue) {
        return containsAttribute(name) ? getAttributeString(name) : defaultValue;
    }

    /** Sets the attribute, adding it as int32 where it is missing. */
    public void setAttributeInt(String name, int value) {
        getOrAdd(name, ProductData.TYPE_INT32).getData().setElemInt(value);
        setModified(true);
    }

    /** Sets the attribute, adding it as float64 where it is missing. */
    public void setAttributeDouble(String name, double value) {
        getOrAdd(name, ProductData.TYPE_FLOAT64).getData().setElemDouble(value);
        setModified(true);
    }

    /** Sets the attribute, adding it as utc where it is missing. */
    public void setAttributeUTC(String name, ProductData.UTC value) {
        getOrAdd(name, ProductData.TYPE_UTC).getData().setElems(value.getArray());
        setModified(true);
    }

    /**
     * Sets the attribute, adding it as text where it is missing.
     *
     * @throws IllegalArgumentException where the text is empty
     */
    public void setAttributeString(String name, String value) {
        getOrAdd(name, ProductData.TYPE_ASCII).getData().setElems(value);
        setModified(true);
    }

    @Override
    public void setModified(boolean modified) {
        if (isModified() && !modified) {
            elements.setModified(false);
            attributes.setModified(false);
        }
        super.setModified(modified);
    }

    public MetadataElement createDeepClone() {
        MetadataElement clone = new MetadataElement(getName());
        clone.setDescription(getDescription());
        for (MetadataAttribute attribute : getAttributes()) {
            clone.addAttribute(attribute.createDeepClone());
        }
        for (MetadataElement element : getElements()) {
            clone.addElement(element.createDeepClone());
        }
        return clone;
    }

    @Override
    public void dispose() {
        attributes.dispose();
        elements.dispose();
        super.dispose();
    }

    private MetadataAttribute requireAttribute(String name) {
        MetadataAttribute attribute = getAttribute(name);
        if (attribute == null) {
            throw new IllegalArgumentException("Metadata attribute '" + name + "' not found");
        }
        return attribute;
    }

    private MetadataAttribute getOrAdd(String name, int type) {
        MetadataAttribute attribute = getAttribute(name);
        if (attribute == null) {
            attribute = new MetadataAttribute(name, type);
            addAttribute(attribute);
        }
        return attribute;
    }
}
