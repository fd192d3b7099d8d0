package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.insardask.map.CellGrid;
import org.junit.jupiter.api.Test;

class MapDrawingTest {
    private final List<CellGrid> completed = new ArrayList<>();
    private final MapDrawing drawing = new MapDrawing(new CellGrid(3, 2, 1, 3), completed::add);

    @Test
    void isCompleteWithTheLastTile() {
        drawing.add(new Rectangle(2, 0, 1, 2), new double[] {3, 6});
        assertEquals(0, completed.size());
        drawing.add(new Rectangle(0, 0, 2, 2), new double[] {1, 2, 4, Double.NaN});
        assertEquals(1, completed.size());
        assertEquals(3, completed.get(0).value(2, 0));
        assertEquals(4, completed.get(0).value(0, 1));
        assertEquals(5, completed.get(0).samples());
    }

    @Test
    void tileThatComesAgainIsPassedOver() {
        drawing.add(new Rectangle(0, 0, 3, 1), new double[] {1, 2, 3});
        drawing.add(new Rectangle(0, 0, 3, 1), new double[] {7, 7, 7});
        assertEquals(0, completed.size());
        drawing.add(new Rectangle(0, 1, 3, 1), new double[] {4, 5, 6});
        assertEquals(1, completed.get(0).value(0, 0));
        assertEquals(6, completed.get(0).samples());
    }
}
