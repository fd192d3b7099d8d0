package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void needsFonts() {
        assumeTrue(Files.isDirectory(Path.of("/usr/share/fonts")) || !System.getProperty("os.name").startsWith("Linux"),
                "skipped: no font files on this machine");
    }

    @Test
    void studyOfPointsIsWrittenAndDrawn() throws IOException {
        PsPoints points = PsPoints.parse(SmallPoints.moving(120, 3.0, 2L));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new AmsterdamTables(points, 0, new PrintStream(bytes, true, StandardCharsets.UTF_8)).print();
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("120 points, 11 dates, 2016-03-27 to 2016-07-15; reference: point 0, coherence 0.990"), text);
        assertEquals(30, text.lines().filter(line -> line.contains("[0.")).count());
        assertTrue(text.contains("| published coherence | arcs | epochs right |"), text);
        Path file = folder.resolve("deeper/study.png");
        Figure.write(new AmsterdamFigure(points, 0).panels(), 2, file);
        check(file, 1144, 1194);
    }

    @Test
    void simulationIsWrittenAndDrawn() throws IOException {
        SuccessRates rates = new SuccessRates(40, new int[] {8, 12}, new double[] {0.5, 0.8});
        List<List<SuccessCase>> cases = rates.simulate();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rates.print(cases, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertEquals(2 + 4, bytes.toString(StandardCharsets.UTF_8).lines().count());
        Path file = folder.resolve(SuccessRates.FIGURE);
        rates.draw(cases, file);
        check(file, 1144, 2 * 370 + 12 + 60 + 12);
    }

    @Test
    void curvesAreDrawnInTheirColours() {
        List<Curve.Point> line = List.of(new Curve.Point(0.1, 0.1), new Curve.Point(0.9, 0.9));
        List<Curve.Point> points = List.of(new Curve.Point(0.5, new Share(3, 10)), new Curve.Point(0.6, new Share(0, 0)));
        BufferedImage image = Figure.draw(List.of(new Panel("title", "x (m)", "y (rad)", 0.0, 1.0, 0.0, 1.0, List.of(
                new Curve("line", Figure.BLUE, Curve.Style.LINE, line), new Curve("points", Figure.RED, Curve.Style.POINTS, points)))), 1);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 370; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.contains(Figure.BLUE.getRGB()));
        assertTrue(colours.contains(Figure.RED.getRGB()));
    }

    private static void check(Path file, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        assertNotEquals(0L, Files.size(file));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < height; y += 3) {
            for (int x = 0; x < width; x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.size() > 10, "colours: " + colours.size());
    }
}
