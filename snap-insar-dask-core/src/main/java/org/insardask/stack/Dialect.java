package org.insardask.stack;

/**
 * The words for mother and daughter, in band names and in metadata.
 */
public enum Dialect {
    /** SNAP up to 13: {@code mst}, {@code slv1}. */
    SNAP_13("mst", "slv", "Slave_Metadata", "Master_bands", "Slave_bands"),
    /** SNAP from 14 on: {@code ref}, {@code sec1}. */
    SNAP_14("ref", "sec", "Secondary_Metadata", "Reference_bands", "Secondary_bands");

    private final String mother;
    private final String daughter;
    private final String daughterMetadata;
    private final String motherBands;
    private final String daughterBands;

    Dialect(String mother, String daughter, String daughterMetadata, String motherBands, String daughterBands) {
        this.mother = mother;
        this.daughter = daughter;
        this.daughterMetadata = daughterMetadata;
        this.motherBands = motherBands;
        this.daughterBands = daughterBands;
    }

    /** Word for the mother in a band's name. */
    public String mother() {
        return mother;
    }

    /** Word for a daughter in a band's name, before its number. */
    public String daughter() {
        return daughter;
    }

    /** Name of the metadata element that holds one element per daughter. */
    public String daughterMetadata() {
        return daughterMetadata;
    }

    /** Attribute of {@link #daughterMetadata()} with the names of the mother's bands, separated by blanks. */
    public String motherBands() {
        return motherBands;
    }

    /** Attribute of a daughter's element with the names of its bands, separated by blanks. */
    public String daughterBands() {
        return daughterBands;
    }
}
