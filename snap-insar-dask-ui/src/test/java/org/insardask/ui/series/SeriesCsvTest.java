package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.insardask.stack.SnapDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text file of the shown series. */
class SeriesCsvTest {

    private static ProductHandle handle;

    @BeforeAll
    static void unwrap() {
        handle = new ProductHandle(TownProducts.unwrapped("PARAMETERS,QUALITY,UNWRAPPED"));
    }

    @AfterAll
    static void dispose() {
        handle.close();
    }

    private static SeriesTrack track(SeriesProduct product, String name, int x, int y, boolean removeHeight) throws IOException {
        PixelSamples samples = PixelReader.read(product, x, y, () -> false);
        return new SeriesTrack(name, Color.BLACK, samples, new SeriesMaker(product).make(samples, null, removeHeight), false);
    }

    @Test
    void everyEpochOfEverySeriesIsALine(@TempDir Path folder) throws IOException {
        SeriesProduct product = SeriesProduct.of(handle.product());
        SeriesModel model = new SeriesModel(product);
        List<SeriesTrack> tracks = List.of(track(product, "a, \"b\"", 20, 30, false), track(product, "pin", 60, 40, false));
        Path file = folder.resolve("series.csv");
        SeriesCsv.write(file, product, model, tracks, "the reference of the product");
        List<String> lines = Files.readAllLines(file);
        assertEquals("# mother: 2021-10-31", lines.get(1));
        assertEquals("# relative to: the reference of the product", lines.get(2));
        assertTrue(lines.get(3).contains(" with the apparent displacement of the height"), lines.get(3));
        assertTrue(lines.get(5).startsWith("# pin (60, 40): offset "), lines.get(5));
        assertTrue(lines.get(5).contains(" mm/year; height "), lines.get(5));
        assertEquals("series,column,row,date,years,displacement_mm,model_mm,lower_mm,upper_mm,height_part_mm", lines.get(6));
        assertEquals(7 + 60, lines.size());
        assertTrue(lines.get(7).startsWith("\"a, \"\"b\"\"\",20,30,2021-01-04,"), lines.get(7));
        String[] last = lines.get(66).split(",", -1);
        assertEquals(10, last.length);
        double expected = TownProducts.sample(handle.product(), "dis_unw_" + SnapDate.format(product.dates().get(29)), 60, 40);
        assertEquals(expected, Double.parseDouble(last[5]), 1e-4);
        assertTrue(Double.parseDouble(last[7]) < Double.parseDouble(last[6]) && Double.parseDouble(last[6]) < Double.parseDouble(last[8]));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void withoutHeightTheHeaderSaysSo() throws IOException {
        SeriesProduct product = SeriesProduct.of(handle.product());
        String text = SeriesCsv.text(product, new SeriesModel(product), List.of(track(product, "pin", 60, 40, true)), "pin_2 (3, 4)");
        assertTrue(text.contains("# displacement: towards the satellite, without the apparent"), text);
        assertFalse(text.contains("NaN"), text);
    }

    @Test
    void folderThatIsNotThereIsAnError(@TempDir Path folder) {
        SeriesProduct product = SeriesProduct.of(handle.product());
        Path file = folder.resolve("no/series.csv");
        assertThrows(IOException.class, () -> SeriesCsv.write(file, product, new SeriesModel(product), List.of(), ""));
    }
}
