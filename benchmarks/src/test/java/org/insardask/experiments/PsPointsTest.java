package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsPointsTest {

    @Test
    void columnsAreFoundByName() {
        PsPoints points = PsPoints.parse(List.of("d_20160407,pnt_lat,h2ph_20160327,a_20160327,pnt_height,pnt_lon,d_20160327,a_20160407,"
                + "pnt_enscoh,h2ph_20160407", "0.002,52,-0.5,3,41,5,0.001,4,0.7,-0.25"));
        assertEquals(1, points.size());
        assertEquals(2, points.epochs());
        assertEquals("2016-03-27", points.date(0).toString());
        assertEquals(11.0 / 365.25, points.years(1), 1e-15);
        assertEquals(0.001, points.displacement(0, 0));
        assertEquals(0.002, points.displacement(0, 1));
        assertEquals(-0.25, points.heightToPhase(0, 1));
        assertArrayEquals(new double[] {3.0, 4.0}, points.amplitudes(0));
        assertEquals(41.0, points.height(0));
        assertEquals(0.7, points.coherence(0));
    }

    @Test
    void bestPointComesFirst() {
        PsPoints points = PsPoints.parse(SmallPoints.moving(5, 0.0, 1L));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, points.byCoherence());
        assertEquals(0.111, points.distance(0, 1), 1e-3);
    }

    @Test
    void velocityIsThatOfAStraightLine() {
        double yearsOfHalfWave = ArcStudy.WAVELENGTH / 2.0 * 365.25 / 11.0;
        assertEquals(0.2 * yearsOfHalfWave * 1000.0, SmallPoints.of(0.0, 0.2, 0.4, 0.6).velocity(0, 1), 1e-3);
    }

    @Test
    void whatIsMissingOrNoNumberIsNamed() {
        List<String> lines = new ArrayList<>(SmallPoints.moving(2, 0.0, 1L));
        lines.set(2, lines.get(2).replaceFirst("52\\.[0-9]+", "north"));
        assertEquals("Point 1 has pnt_lat 'north', expected a number", message(lines));
        lines.set(2, "1,2");
        assertEquals("Point 1 has 2 values, expected 38", message(lines));
        assertEquals("The file of points has no column pnt_enscoh", message(SmallPoints.moving(2, 0.0, 1L).stream()
                .map(line -> line.replace("pnt_enscoh", "other")).toList()));
        assertEquals("There are 1 points and 0 columns d_<yyyymmdd>, expected at least 1 and 2", message(List.of("a,b", "1,2")));
        assertEquals("The file of points is empty, expected a line of column names", message(List.of()));
        assertEquals("The column d_20161332 has no date, expected d_<yyyymmdd>", message(List.of("d_20161332", "1")));
    }

    private static String message(List<String> lines) {
        return assertThrows(IllegalArgumentException.class, () -> PsPoints.parse(lines)).getMessage();
    }
}
