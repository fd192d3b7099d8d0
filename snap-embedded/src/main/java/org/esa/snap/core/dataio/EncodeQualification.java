package org.esa.snap.core.dataio;

import java.util.Objects;

/** How much of a product a writer keeps. Immutable. */
public class EncodeQualification {

    /** All of it. */
    public static final EncodeQualification FULL = new EncodeQualification(Preservation.FULL);

    /** How much is kept. */
    public enum Preservation {
        FULL,
        PARTIAL,
        UNABLE
    }

    private final Preservation preservation;
    private final String infoString;

    public EncodeQualification(Preservation preservation) {
        this(preservation, null);
    }

    /** @param infoString what is lost and why, or null */
    public EncodeQualification(Preservation preservation, String infoString) {
        this.preservation = Objects.requireNonNull(preservation, "preservation");
        this.infoString = infoString;
    }

    public Preservation getPreservation() {
        return preservation;
    }

    public String getInfoString() {
        return infoString;
    }
}
