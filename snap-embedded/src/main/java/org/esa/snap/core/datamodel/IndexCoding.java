package org.esa.snap.core.datamodel;

/** Names for classes: each sample value stands for one. */
public class IndexCoding extends SampleCoding {

    public IndexCoding(String name) {
        super(name);
    }

    public MetadataAttribute getIndex(String name) {
        return getAttribute(name);
    }

    public String[] getIndexNames() {
        return getAttributeNames();
    }

    public MetadataAttribute addIndex(String name, int value, String description) {
        return addSample(name, value, description);
    }

    /** @throws IllegalArgumentException where there is no such index */
    public int getIndexValue(String name) {
        return requireSample(name, "index");
    }
}
