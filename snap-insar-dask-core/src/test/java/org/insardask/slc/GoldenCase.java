package org.insardask.slc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The case {@code data/ifg_to_slc}: 48 x 64 pixels, three interferograms, and the quotients that numpy 1.24.2 gives in complex64.
 */
public final class GoldenCase {

    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;
    public static final int EPOCHS = 3;

    private final float[] mother;
    private final float[] ifg;
    private final float[] expected;

    private GoldenCase(Path folder) throws IOException {
        mother = read(folder.resolve("mother.c8"));
        ifg = read(folder.resolve("ifg.c8"));
        expected = read(folder.resolve("expected.c8"));
    }

    /** The case, or the test is skipped where the data are not. */
    public static GoldenCase load() throws IOException {
        Path folder = Path.of(System.getProperty("insardask.shared", "../../shared"), "data", "ifg_to_slc");
        assumeTrue(Files.isDirectory(folder), "skipped: ../shared/data/ifg_to_slc is not here");
        return new GoldenCase(folder);
    }

    /** One part (0 real, 1 imaginary) of the mother, row by row. */
    public float[] mother(int part) {
        return plane(mother, 1, 0, part);
    }

    /** One part of an interferogram, row by row. */
    public float[] ifg(int epoch, int part) {
        return plane(ifg, EPOCHS, epoch, part);
    }

    /** One part of the quotient, row by row. */
    public float[] expected(int epoch, int part) {
        return plane(expected, EPOCHS, epoch, part);
    }

    /** True where the mother is not 0 and mother and interferogram are finite. */
    public boolean isData(int epoch, int pixel) {
        float a = mother[2 * pixel];
        float b = mother[2 * pixel + 1];
        int k = 2 * (pixel * EPOCHS + epoch);
        return Float.isFinite(a) && Float.isFinite(b) && (a != 0 || b != 0) && Float.isFinite(ifg[k]) && Float.isFinite(ifg[k + 1]);
    }

    private static float[] plane(float[] samples, int epochs, int epoch, int part) {
        float[] plane = new float[WIDTH * HEIGHT];
        for (int k = 0; k < plane.length; k++) {
            plane[k] = samples[2 * (k * epochs + epoch) + part];
        }
        return plane;
    }

    private static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(samples);
        return samples;
    }
}
