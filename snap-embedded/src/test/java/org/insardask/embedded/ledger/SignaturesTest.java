package org.insardask.embedded.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ledger test itself: members are written as javap writes them, so that a deviation is found. */
class SignaturesTest {

    private static final String OUTER = "org.insardask.embedded.ledger.SignaturesTest";

    @Test
    void membersAreWrittenAsJavapDoes() throws IllegalAccessException {
        assertEquals(Set.of(
                "public static final int COUNT = -1",
                "public static final float NULL = -999.0f",
                "protected static final java.lang.String NAME = \"a\\\"b\"",
                "protected float[] values",
                "public " + OUTER + "$Sample()",
                "public abstract <T extends java.lang.Number> java.util.Map<? extends T, int[]> of(java.util.List<T>, java.lang.String...)"
                        + " throws java.io.IOException",
                "public static final double twice(double)"), Set.copyOf(Signatures.of(Sample.class)));
        assertEquals(List.of("public default boolean isGlobal()"), Signatures.of(WithDefault.class));
    }

    @Test
    void theLedgerKnowsMembersExactly() throws IOException {
        LedgerClass band = Ledger.read("/snap-api-14.txt").get("org.esa.snap.core.datamodel.AbstractBand");
        assertTrue(band.has("public void writePixels(int, int, int, int, float[], com.bc.ceres.core.ProgressMonitor)"
                + " throws java.io.IOException"), "synchronized does not count");
        assertFalse(band.has("public void writePixels(int, int, int, int, float[], com.bc.ceres.core.ProgressMonitor)"));
        assertTrue(band.isDeclared("abstract"));
        assertFalse(band.isDeclared("final"));
        assertTrue(band.isDerivedFrom("org.esa.snap.core.datamodel.RasterDataNode"));
        assertFalse(band.isDerivedFrom("org.esa.snap.core.datamodel.DataNode"));
    }

    /** Members of all kinds. */
    public abstract static class Sample {

        public static final int COUNT = -1;
        public static final float NULL = -999;
        protected static final String NAME = "a\"b";
        static final int HIDDEN = 3;
        protected volatile float[] values;

        public Sample() {
        }

        public abstract <T extends Number> Map<? extends T, int[]> of(List<T> list, String... names) throws IOException;

        @SuppressWarnings("FinalStaticMethod") // to see it written
        public static final double twice(double value) {
            return 2 * value;
        }

        void hidden() {
        }
    }

    /** A default method. */
    public interface WithDefault {

        default boolean isGlobal() {
            return false;
        }
    }
}
