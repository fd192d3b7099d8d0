package org.insardask.vector;

/** What the values of an attribute are. */
public enum AttributeType {
    /** Whole numbers of up to 64 bits. */
    INTEGER,
    /** Numbers in double precision. */
    FLOAT,
    /** Texts; dates too, as ISO 8601. */
    STRING,
    /** True or false. */
    BOOLEAN
}
