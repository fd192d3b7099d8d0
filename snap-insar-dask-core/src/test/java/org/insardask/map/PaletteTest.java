package org.insardask.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void endsAreTheEndColours() {
        assertEquals(0xFF440154, Palette.SEQUENTIAL.colour(0));
        assertEquals(0xFFFDE725, Palette.SEQUENTIAL.colour(1));
    }

    @Test
    void placesBeyondTakeTheEnds() {
        assertEquals(Palette.DIVERGING.colour(0), Palette.DIVERGING.colour(-3));
        assertEquals(Palette.DIVERGING.colour(1), Palette.DIVERGING.colour(1.5));
    }

    @Test
    void lowIsRedAndHighIsBlue() {
        int low = Palette.DIVERGING.colour(0.1);
        int high = Palette.DIVERGING.colour(0.9);
        assertTrue((low >> 16 & 0xFF) > (low & 0xFF), "low values are red");
        assertTrue((high & 0xFF) > (high >> 16 & 0xFF), "high values are blue");
    }

    @Test
    void halfWayIsMixed() {
        int first = Palette.SEQUENTIAL.colour(0) >> 16 & 0xFF;
        int second = Palette.SEQUENTIAL.colour(1.0 / 9) >> 16 & 0xFF;
        int between = Palette.SEQUENTIAL.colour(0.5 / 9) >> 16 & 0xFF;
        assertEquals(0.5 * (first + second), between, 0.51);
    }
}
