package org.insardask.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointLayoutTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 1", "17, 17, 1", "4096, 4096, 1", "4097, 4096, 2", "8192, 4096, 2", "8193, 4096, 3",
        "2147483647, 4096, 524288"})
    void size(int count, int width, int height) {
        PointLayout layout = new PointLayout(count);
        assertEquals(width, layout.width());
        assertEquals(height, layout.height());
    }

    @Test
    void pointsLieRowByRow() {
        PointLayout layout = new PointLayout(5000);
        assertEquals(0, layout.pointAt(0, 0));
        assertEquals(4096, layout.pointAt(0, 1));
        assertEquals(8191, layout.pointAt(4095, 1));
    }

    @Test
    void negativeNumbers() {
        assertEquals("-1 points", assertThrows(IllegalArgumentException.class, () -> new PointLayout(-1)).getMessage());
    }
}
