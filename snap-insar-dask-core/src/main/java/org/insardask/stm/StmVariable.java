package org.insardask.stm;

/**
 * A variable of a space-time matrix.
 *
 * @param index its place in the matrix
 * @param name name in the file
 * @param series whether it has a value for each point and epoch, else one for each point
 * @param form what its values are
 * @param dataType type of the band (or of both parts) as {@link org.esa.snap.core.datamodel.ProductData} numbers them
 * @param unit unit; empty if the file does not say
 */
public record StmVariable(int index, String name, boolean series, Form form, int dataType, String unit) {

    /** What values are. */
    public enum Form {
        /** Real numbers. */
        NUMBER,
        /** Complex numbers. */
        COMPLEX,
        /** Texts. */
        TEXT
    }
}
