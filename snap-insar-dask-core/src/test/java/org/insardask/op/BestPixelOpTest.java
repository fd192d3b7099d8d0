package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.SigmaCurve;
import org.insardask.stack.StackReader;
import org.junit.jupiter.api.Test;

/** The search for the best pixel: the same pixel, and the same quality of all, whatever the tiles. */
class BestPixelOpTest {

    private static final int WIDTH = 21;
    private static final int HEIGHT = 13;

    private static PixelQuality quality(double threshold) {
        return PixelQuality.ofAmplitudes(AmplitudeDispersion.NMAD, SigmaCurve.NMAD_2_SIGMA, threshold);
    }

    private static BestPixelOp search(ArcScene scene, PixelQuality quality, Dimension sourceTile) {
        ArcSources sources = new ArcSources(StackReader.of(scene.images()).read());
        return new BestPixelOp(sources, quality, new Dimension(WIDTH, HEIGHT), sourceTile);
    }

    private static ArcScene scene() {
        ArcScene scene = new ArcScene(WIDTH, HEIGHT, 16, 0.3);
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel += 2) {
            scene.erase(4, pixel);
        }
        return scene;
    }

    @Test
    void tilesChangeNothing() {
        ArcScene scene = scene();
        Rectangle all = new Rectangle(WIDTH, HEIGHT);
        BestPixelOp whole = search(scene, quality(Double.POSITIVE_INFINITY), null);
        BestPixel expected = whole.search(whole);
        double[] measured = new double[WIDTH * HEIGHT];
        assertTrue(whole.kept().get(all, measured));
        assertEquals(1, (expected.y() * WIDTH + expected.x()) % 2, "a pixel with all epochs");
        for (Dimension tile : new Dimension[] {new Dimension(WIDTH, 1), new Dimension(4, 5), new Dimension(7, 13), new Dimension(50, 2)}) {
            BestPixelOp tiled = search(scene, quality(Double.POSITIVE_INFINITY), tile);
            BestPixel found = tiled.search(tiled);
            assertEquals(expected.x(), found.x(), "column with " + tile);
            assertEquals(expected.y(), found.y(), "row with " + tile);
            double[] again = new double[WIDTH * HEIGHT];
            assertTrue(tiled.kept().get(all, again));
            assertEquals(Arrays.toString(measured), Arrays.toString(again), "quality with " + tile);
        }
    }

    @Test
    void noPixelMayReachTheThreshold() {
        BestPixelOp search = search(scene(), quality(1.0e-9), null);
        assertTrue(assertThrows(OperatorException.class, () -> search.search(search)).getMessage()
                .startsWith("no pixel has both phase and quality and reaches qualityThreshold"));
    }
}
