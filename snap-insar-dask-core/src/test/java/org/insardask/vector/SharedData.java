package org.insardask.vector;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference data that the project did not make; a test that needs it is skipped where it is not there. */
public final class SharedData {

    private SharedData() {
    }

    /** Returns a path below {@code ../shared/data}, or skips the test. */
    public static Path path(String relative) {
        String root = System.getProperty("insardask.shared", "../../shared");
        Path path = Path.of(root).resolve("data").resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "skipped: ../shared/data/" + relative + " is not here");
        return path;
    }
}
