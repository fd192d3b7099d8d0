package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.insardask.arc.ArcFlag;
import org.junit.jupiter.api.Test;

/** The line that counts arcs by status. */
class ArcReportTest {

    private static int[] counts(Object... flagsAndCounts) {
        int[] counts = new int[ArcReport.BITS];
        for (int i = 0; i < flagsAndCounts.length; i += 2) {
            counts[Integer.numberOfTrailingZeros(((ArcFlag) flagsAndCounts[i]).mask())] = (int) flagsAndCounts[i + 1];
        }
        return counts;
    }

    @Test
    void tilesAreAddedUpAndEachCountsOnce() {
        ArcReport report = new ArcReport(4, 3);
        assertFalse(report.isIncomplete());
        assertFalse(report.add(new Rectangle(0, 0, 4, 2), counts(ArcFlag.SOLVED, 7, ArcFlag.NOT_PROVEN, 2, ArcFlag.NO_DATA, 1)));
        assertFalse(report.add(new Rectangle(0, 0, 4, 2), counts(ArcFlag.SOLVED, 8)));
        assertTrue(report.isIncomplete());
        assertEquals("8 of 12 pixels: solved 7 (of these not_proven 2), no_data 1", report.text());
        assertTrue(report.add(new Rectangle(0, 2, 4, 1), counts(ArcFlag.HOPELESS, 4)));
        assertFalse(report.isIncomplete());
        assertEquals("12 pixels: solved 7 (of these not_proven 2), no_data 1, hopeless 4", report.text());
    }

    @Test
    void theOperatorLogsItOnceWhateverTheTiles() {
        for (int tile : new int[] {3, 9, 40}) {
            LogLines log = new LogLines();
            ArcScene scene = new ArcScene(9, 7, 16, 0.3);
            for (int e = 0; e < scene.epochs; e++) {
                scene.erase(e, 20);
            }
            ArcUnwrappingOp operator = new ArcUnwrappingOp();
            operator.setSpi(new ArcUnwrappingOp.Spi());
            operator.setParameterDefaultValues();
            ArcScene.parameters().forEach(operator::setParameter);
            operator.setSourceProduct("source", scene.images());
            operator.setLogger(log.logger());
            operator.getTargetProduct().setPreferredTileSize(tile, tile);
            for (Band band : operator.getTargetProduct().getBands()) {
                ArcProducts.floats(operator.getTargetProduct(), band.getName());
            }
            operator.dispose();
            List<String> counts = log.messages().stream().filter(line -> line.contains("pixels: ")).toList();
            assertEquals(List.of("Arc-Unwrapping: " + operator.getTargetProduct().getName() + ": 63 pixels: solved 62, no_data 1"), counts,
                    "tiles of " + tile);
        }
    }
}
