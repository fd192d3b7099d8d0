package org.insardask.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that fills the archive of classes leaves nothing behind. */
class TrainingTest {
    @TempDir
    Path folder;

    @Test
    void worksAndLeavesNothing() throws Exception {
        assertEquals(List.of(0, 0), Training.train("BandSelect", folder));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
