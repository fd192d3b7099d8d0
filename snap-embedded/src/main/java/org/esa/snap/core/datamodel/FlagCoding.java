package org.esa.snap.core.datamodel;

/** Names for bits: each flag is a mask, or a mask and the value of the masked bits. */
public class FlagCoding extends SampleCoding {

    public FlagCoding(String name) {
        super(name);
    }

    public MetadataAttribute getFlag(String name) {
        return getAttribute(name);
    }

    public String[] getFlagNames() {
        return getAttributeNames();
    }

    public MetadataAttribute addFlag(String name, int flagMask, String description) {
        return addSamples(name, new int[] {flagMask}, description);
    }

    public MetadataAttribute addFlag(String name, int flagMask, int flagValue, String description) {
        return addSamples(name, new int[] {flagMask, flagValue}, description);
    }

    /** @throws IllegalArgumentException where there is no such flag */
    public int getFlagMask(String name) {
        return requireSample(name, "flag");
    }
}
