package org.insardask.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColourScaleTest {
    @Test
    void ticksAreRoundAndInTheRange() {
        assertEquals(List.of(-10.0, -5.0, 0.0, 5.0, 10.0), new ColourScale(-14.2, 14.2, Palette.DIVERGING).ticks(7));
    }

    @Test
    void decimalsTellTicksApart() {
        assertEquals(0, new ColourScale(-14, 14, Palette.DIVERGING).decimals(7));
        assertEquals(1, new ColourScale(0, 1, Palette.SEQUENTIAL).decimals(6));
        assertEquals(2, new ColourScale(0, 0.1, Palette.SEQUENTIAL).decimals(6));
    }

    @Test
    void valuesAreSpreadOverThePalette() {
        ColourScale scale = new ColourScale(2, 4, Palette.SEQUENTIAL);
        assertEquals(Palette.SEQUENTIAL.colour(0.25), scale.colour(2.5));
        assertEquals(Palette.SEQUENTIAL.colour(1), scale.colour(99));
    }

    @Test
    void emptyRangeIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new ColourScale(3, 3, Palette.SEQUENTIAL));
        assertEquals("The maximum (3.0) must be larger than the minimum (3.0).", e.getMessage());
    }
}
