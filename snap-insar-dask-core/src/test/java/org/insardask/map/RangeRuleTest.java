package org.insardask.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeRuleTest {
    /** -20, -19.9 ... 80. */
    private final double[] values = IntStream.rangeClosed(0, 1000).mapToDouble(k -> k / 10.0 - 20).toArray();

    @Test
    void sequentialRunsBetweenPercentiles() {
        ColourScale scale = RangeRule.choose(values, false, null, null);
        assertEquals(-18, scale.minimum(), 1e-9);
        assertEquals(78, scale.maximum(), 1e-9);
        assertSame(Palette.SEQUENTIAL, scale.palette());
    }

    @Test
    void divergingIsSymmetric() {
        ColourScale scale = RangeRule.choose(values, true, null, null);
        assertEquals(-78, scale.minimum(), 1e-9);
        assertEquals(78, scale.maximum(), 1e-9);
        assertSame(Palette.DIVERGING, scale.palette());
    }

    @Test
    void oneGivenEndIsMirrored() {
        ColourScale scale = RangeRule.choose(values, true, -5.0, null);
        assertEquals(-5, scale.minimum());
        assertEquals(5, scale.maximum());
    }

    @Test
    void givenEndsWin() {
        ColourScale scale = RangeRule.choose(values, true, -5.0, 3.0);
        assertEquals(-5, scale.minimum());
        assertEquals(3, scale.maximum());
    }

    @Test
    void constantAndEmptyMapsHaveARange() {
        assertEquals(8, RangeRule.choose(new double[] {7, 7, 7}, false, null, null).maximum());
        assertEquals(1, RangeRule.choose(new double[0], false, null, null).maximum());
        assertEquals(-1, RangeRule.choose(new double[0], true, null, null).minimum());
    }

    @Test
    void divergesWhereBothSignsOccur() {
        assertTrue(RangeRule.diverges(values));
        assertFalse(RangeRule.diverges(new double[] {1, 2, 3}));
        assertFalse(RangeRule.diverges(new double[0]));
    }
}
