package org.insardask.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percentage, rate and remaining time. */
class ConsoleProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private double seconds;

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(out, terminal, () -> (long) (seconds * 1e9));
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void work(ConsoleProgress progress, int tiles, double secondsEach) {
        for (int i = 0; i < tiles; i++) {
            seconds += secondsEach;
            progress.worked(1);
        }
    }

    @Test
    void aLineEveryTenPercent() {
        ConsoleProgress progress = progress(false);
        progress.beginTask("x", 25);
        work(progress, 25, 1);
        progress.done();
        assertEquals("""
                0 %, 1.0 tiles/s, 24 s left
                10 %, 1.0 tiles/s, 22 s left
                20 %, 1.0 tiles/s, 20 s left
                30 %, 1.0 tiles/s, 17 s left
                40 %, 1.0 tiles/s, 15 s left
                50 %, 1.0 tiles/s, 12 s left
                60 %, 1.0 tiles/s, 10 s left
                70 %, 1.0 tiles/s, 7.0 s left
                80 %, 1.0 tiles/s, 5.0 s left
                90 %, 1.0 tiles/s, 2.0 s left
                100 %, 25 tiles in 25 s
                """, said());
    }

    @Test
    void oneChangingLineOnATerminal() {
        ConsoleProgress progress = progress(true);
        progress.beginTask("x", 100);
        work(progress, 100, 0.05);
        progress.done();
        String[] drawn = said().split("\r", -1);
        assertTrue(drawn.length > 15 && drawn.length < 30, said());
        assertEquals("1 %, 20 tiles/s, 5.0 s left", drawn[1]);
        assertEquals("100 %, 100 tiles in 5.0 s", drawn[drawn.length - 1].strip());
        assertTrue(said().endsWith(System.lineSeparator()));
    }

    @Test
    void fastTilesOfTheBeginningAreForgotten() {
        ConsoleProgress progress = progress(false);
        progress.beginTask("x", 200);
        work(progress, 100, 0.001);
        work(progress, 80, 2);
        assertTrue(said().contains("\n90 %, 0.50 tiles/s, 40 s left\n"), said());
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0 s", "9.94, 9.9 s", "42, 42 s", "59.7, 1 min 00 s", "200, 3 min 20 s", "7500, 2 h 05 min"})
    void durations(double length, String text) {
        assertEquals(text, ConsoleProgress.duration(length));
    }
}
