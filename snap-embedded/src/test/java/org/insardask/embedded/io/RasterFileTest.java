package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rectangles at file positions, runs longer than the block that is moved at once, and failures. */
class RasterFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void longRunsInEitherByteOrder(boolean big) throws IOException {
        int width = 997;
        int height = 211;
        RasterFile file = new RasterFile(folder.resolve("r"), 3, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, SampleType.FLOAT64,
                width, height);
        file.create();
        assertEquals(3 + 8L * width * height, Files.size(file.path()));
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(i);
        }
        file.write(0, 0, width, height, values, 0, width);
        double[] read = new double[values.length];
        file.read(0, 0, width, height, read, 0, width);
        assertArrayEquals(values, read);
    }

    @Test
    void windowsGoToTheirPlaceInALargerBuffer() throws IOException {
        RasterFile file = new RasterFile(folder.resolve("r"), 0, ByteOrder.BIG_ENDIAN, SampleType.UINT16, 4, 3);
        file.create();
        short[] buffer = {9, 9, 9, 9, 9, 9, 1, 2, 9, 9, 9, 3, 4, 9, 9};
        file.write(1, 1, 2, 2, buffer, 6, 5);
        short[] all = new short[12];
        file.read(0, 0, 4, 3, all, 0, 4);
        assertArrayEquals(new short[] {0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0}, all);
        short[] target = new short[10];
        file.read(2, 1, 2, 2, target, 1, 5);
        assertArrayEquals(new short[] {0, 2, 0, 0, 0, 0, 4, 0, 0, 0}, target);
    }

    @Test
    void aMissingFileIsNamed() {
        RasterFile file = new RasterFile(folder.resolve("none"), 0, ByteOrder.BIG_ENDIAN, SampleType.INT8, 4, 3);
        IOException e = assertThrows(IOException.class, () -> file.read(0, 0, 4, 3, new byte[12], 0, 4));
        assertEquals(folder.resolve("none") + ": cannot be read: no such file", e.getMessage());
    }

    @Test
    void whatAnInterruptedRunLeftIsKept() throws IOException {
        RasterFile file = new RasterFile(folder.resolve("r"), 0, ByteOrder.BIG_ENDIAN, SampleType.INT8, 4, 3);
        Files.write(folder.resolve("r"), new byte[] {1, 2, 3});
        file.create();
        assertArrayEquals(new byte[] {1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0}, Files.readAllBytes(folder.resolve("r")));
        file.create();
        assertEquals(2, Files.readAllBytes(folder.resolve("r"))[1]);
    }

    @Test
    void aFullDiskIsNamed() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: /dev/full is not here");
        RasterFile file = new RasterFile(full, 0, ByteOrder.BIG_ENDIAN, SampleType.INT8, 4, 3);
        IOException e = assertThrows(IOException.class, () -> file.write(0, 0, 4, 3, new byte[12], 0, 4));
        assertEquals("/dev/full: cannot be written: No space left on device", e.getMessage());
    }

    @Test
    void onlyPrimitiveNumbersAreSamples() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> SampleCodec.bytesPerSample(new char[1]));
        assertEquals("not an array of samples: char[]", e.getMessage());
    }
}
