package org.esa.snap.core.datamodel;

/** A named value in the metadata. */
public class MetadataAttribute extends DataNode {

    public MetadataAttribute(String name, int type) {
        this(name, type, 1);
    }

    public MetadataAttribute(String name, int type, int numElems) {
        this(name, ProductData.createInstance(type, numElems), false);
    }

    public MetadataAttribute(String name, ProductData data, boolean readOnly) {
        super(name, data, readOnly);
    }

    /** The element that holds this attribute, or null. */
    public MetadataElement getParentElement() {
        return MetadataElement.findParent(this);
    }

    public MetadataAttribute createDeepClone() {
        MetadataAttribute clone = new MetadataAttribute(getName(), getData().createDeepClone(), isReadOnly());
        clone.setDescription(getDescription());
        clone.setSynthetic(isSynthetic());
        clone.setUnit(getUnit());
        return clone;
    }
}
