package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void intervalIsThatOfWilson() {
        Share share = new Share(8, 10);
        assertEquals(0.8, share.value());
        assertEquals(0.4902, share.low(), 1e-4);
        assertEquals(0.9433, share.high(), 1e-4);
    }

    @Test
    void endsStayProbabilities() {
        assertEquals(0.0, new Share(0, 20).low());
        assertEquals(0.1611, new Share(0, 20).high(), 1e-4);
        assertEquals(1.0, new Share(20, 20).high());
        assertTrue(Double.isNaN(new Share(0, 0).value()));
        assertEquals(0.0, new Share(0, 0).low());
        assertEquals(1.0, new Share(0, 0).high());
    }

    @Test
    void moreHitsThanCasesAreRefused() {
        assertEquals("A share of 3 in 2 cannot be",
                assertThrows(IllegalArgumentException.class, () -> new Share(3, 2)).getMessage());
    }
}
