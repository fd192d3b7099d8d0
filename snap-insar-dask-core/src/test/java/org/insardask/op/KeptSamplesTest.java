package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class KeptSamplesTest {

    private static final double[] SIX = {0.1, 0.2, 0.3, Double.NaN, 0.5, 0.6};

    @Test
    void whatWasPutInIsGivenAsFloats() {
        KeptSamples kept = new KeptSamples(5, 4, 1000L);
        kept.put(new Rectangle(2, 1, 3, 2), SIX);
        double[] out = new double[4];
        assertTrue(kept.get(new Rectangle(3, 1, 2, 2), out));
        assertArrayEquals(new double[] {(float) 0.2, (float) 0.3, 0.5, (float) 0.6}, out);
    }

    @Test
    void rowsBeyondTheBytesAreNotKept() {
        KeptSamples kept = new KeptSamples(5, 4, 2 * 5 * Float.BYTES + 3);
        kept.put(new Rectangle(0, 1, 3, 2), SIX);
        double[] out = new double[6];
        assertTrue(kept.holds(new Rectangle(0, 0, 5, 2)));
        assertTrue(kept.get(new Rectangle(0, 1, 3, 1), out));
        assertArrayEquals(new double[] {(float) 0.1, (float) 0.2, (float) 0.3, 0, 0, 0}, out);
        assertFalse(kept.holds(new Rectangle(0, 1, 3, 2)));
        assertFalse(kept.get(new Rectangle(0, 1, 3, 2), out));
        assertFalse(KeptSamples.none().holds(new Rectangle(0, 0, 1, 1)));
    }
}
