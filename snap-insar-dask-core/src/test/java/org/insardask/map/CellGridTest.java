package org.insardask.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CellGridTest {
    @Test
    void smallRasterIsEnlargedByWholeFactors() {
        CellGrid cells = new CellGrid(128, 96, 3.6, 1000);
        assertEquals(128, cells.columns());
        assertEquals(96, cells.rows());
        assertEquals(3, cells.cellWidth());
        assertEquals(10, cells.cellHeight());
    }

    @Test
    void largeRasterIsReducedOnBothAxes() {
        CellGrid cells = new CellGrid(5000, 2000, 1, 1000);
        assertEquals(1000, cells.columns());
        assertEquals(400, cells.rows());
        assertEquals(1, cells.cellWidth());
    }

    @Test
    void cellIsTheMeanOfItsSamples() {
        CellGrid cells = new CellGrid(4, 2, 1, 2);
        cells.add(0, 0, 1);
        cells.add(1, 1, 4);
        cells.add(1, 0, Double.NaN);
        assertEquals(2.5, cells.value(0, 0));
        assertTrue(Double.isNaN(cells.value(1, 0)));
        assertEquals(2, cells.samples());
        assertArrayEquals(new double[] {2.5}, cells.sortedValues());
    }

    @Test
    void sizesMustBePositive() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new CellGrid(0, 2, 1, 2));
        assertEquals("Sizes and ratio of a map must be positive.", e.getMessage());
    }
}
