package org.insardask.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BloscFrameTest {

    /** What blosc-frames.csv was made of. */
    private static byte[] data(int bytes, int typeSize) {
        byte[] data = new byte[bytes];
        for (int k = 0; k < bytes; k++) {
            data[k] = (byte) ((k / typeSize / 40 * (k % typeSize + 3) + (k % 501 == 0 ? k : 0)) % 251);
        }
        return data;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/blosc-frames.csv", maxCharsPerColumn = 200000)
    void framesOfTheCLibrary(String compressor, int shuffle, int typeSize, int bytes, String frame) throws IOException {
        assertArrayEquals(data(bytes, typeSize), BloscFrame.decompress(Base64.getDecoder().decode(frame)), compressor + shuffle);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 4", "7, 8", "4096, 8", "262144, 4", "262145, 4", "1000003, 8", "600000, 1", "500000, 12"})
    void whatIsWrittenIsReadAgain(int bytes, int typeSize) throws IOException {
        byte[] data = data(bytes, typeSize);
        assertArrayEquals(data, BloscFrame.decompress(BloscFrame.compress(data, typeSize)));
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        assertArrayEquals(noise, BloscFrame.decompress(BloscFrame.compress(noise, typeSize)));
    }

    @Test
    void smoothDataBecomeSmaller() {
        byte[] data = new byte[400000];
        for (int k = 0; k < data.length; k += 4) {
            data[k] = (byte) (k >> 10);
            data[k + 3] = 63;
        }
        assertTrue(BloscFrame.compress(data, 4).length < 20000);
    }

    @Test
    void headersThatMakeNoSense() {
        refused("Blosc frame of 3 bytes, expected a header of 16", new byte[3]);
        byte[] frame = BloscFrame.compress(data(1000, 4), 4);
        byte[] other = frame.clone();
        other[0] = 9;
        refused("no Blosc frame of version 1 or 2", other);
        refused("no Blosc frame of version 1 or 2, or it is cut off", Arrays.copyOf(frame, frame.length - 1));
        byte[] unknown = frame.clone();
        unknown[2] |= (byte) (7 << 5);
        refused("unknown compressor, 7", unknown);
    }

    private static void refused(String message, byte[] frame) {
        IOException e = assertThrows(IOException.class, () -> BloscFrame.decompress(frame));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    /** Damaged frames give bytes or an IOException, and nothing else. */
    @ParameterizedTest
    @CsvFileSource(resources = "/blosc-frames.csv", maxCharsPerColumn = 200000)
    void damagedFrames(String compressor, int shuffle, int typeSize, int bytes, String text) {
        byte[] frame = Base64.getDecoder().decode(text);
        Random random = new Random(3);
        int read = 0;
        for (int k = 0; k < 60; k++) {
            byte[] damaged = frame.clone();
            for (int change = 0; change < 3; change++) {
                damaged[16 + random.nextInt(frame.length - 16)] = (byte) random.nextInt();
            }
            try {
                assertEquals(bytes, BloscFrame.decompress(damaged).length);
            } catch (IOException e) {
                assertTrue(!e.getMessage().isEmpty());
            }
            read++;
        }
        assertEquals(60, read, compressor + shuffle + typeSize);
    }
}
