package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.DispersionBatch;
import org.junit.jupiter.api.Test;

class ArcTileBuffersTest {

    @Test
    void allArraysGrowWithTheRectangle() {
        ArcTileBuffers buffers = new ArcTileBuffers(3, true, new DispersionBatch(AmplitudeDispersion.NMAD, 3));
        for (int pixels : new int[] {1, 64, 72, 80, 81, 100, 110, 1000, 7}) {
            buffers.ensure(pixels, true);
            assertTrue(buffers.stride() >= pixels, "stride");
            assertTrue(buffers.real().length >= pixels && buffers.imaginary().length >= pixels, pixels + " samples");
            assertTrue(buffers.motherReal().length >= pixels && buffers.motherImaginary().length >= pixels, pixels + " of the mother");
            assertTrue(buffers.sigma().length >= pixels && buffers.belowThreshold().length >= pixels, pixels + " sigmas");
            assertTrue(buffers.validEpochs().length >= pixels && buffers.validAmplitudes().length >= pixels, pixels + " counts");
            int planes = 3 * buffers.stride();
            assertTrue(buffers.phase().length >= planes && buffers.height().length >= planes && buffers.amplitude().length >= planes,
                    pixels + " of all planes");
        }
    }
}
