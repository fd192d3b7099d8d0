package org.insardask.ui.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the shown series as CSV: comment lines that start with #, a header, and a line for each epoch of each series. Fields without a
 * value are empty. Stateless.
 */
final class SeriesCsv {

    private static final String HEADER = "series,column,row,date,years,displacement_mm,model_mm,lower_mm,upper_mm,height_part_mm";

    private SeriesCsv() {
    }

    /**
     * Writes a temporary file beside the wanted one and renames it.
     *
     * @param reference what the series are relative to, in words
     * @throws IOException if it cannot be written; then nothing is left behind
     */
    static void write(Path file, SeriesProduct product, SeriesModel model, List<SeriesTrack> tracks, String reference)
            throws IOException {
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(temporary, text(product, model, tracks, reference), StandardCharsets.UTF_8);
            Files.move(temporary, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Returns the text of the file. */
    static String text(SeriesProduct product, SeriesModel model, List<SeriesTrack> tracks, String reference) {
        StringBuilder text = new StringBuilder();
        boolean removed = tracks.stream().allMatch(track -> track.curves().heightRemoved());
        text.append("# product: ").append(product.product().getName()).append('\n');
        text.append("# mother: ").append(product.metadata().mother()).append('\n');
        text.append("# relative to: ").append(reference).append('\n');
        text.append("# displacement: towards the satellite, ").append(removed ? "without" : "with")
                .append(" the apparent displacement of the height; lower, upper: model -+ 2 sigma\n");
        for (SeriesTrack track : tracks) {
            text.append("# ").append(track.label()).append(": ").append(PixelSummary
                    .items(product, model, track.samples(), track.curves(), track.relative()).stream()
                    .map(item -> item.label() + " " + (item.text() + " " + item.unit()).strip())
                    .collect(Collectors.joining("; "))).append('\n');
        }
        text.append(HEADER).append('\n');
        tracks.forEach(track -> append(text, product, track));
        return text.toString();
    }

    private static void append(StringBuilder text, SeriesProduct product, SeriesTrack track) {
        SeriesCurves curves = track.curves();
        for (int e = 0; e < curves.dates().size(); e++) {
            double width = e < curves.halfWidth().length ? curves.halfWidth()[e] : Double.NaN;
            text.append(quoted(track.name())).append(',').append(track.samples().x()).append(',').append(track.samples().y())
                    .append(',').append(curves.dates().get(e)).append(',').append(number(product.years(curves.dates().get(e))))
                    .append(',').append(number(curves.observed()[e])).append(',').append(number(curves.model()[e]))
                    .append(',').append(number(curves.model()[e] - width)).append(',').append(number(curves.model()[e] + width))
                    .append(',').append(number(curves.heightPart()[e])).append('\n');
        }
    }

    private static String quoted(String word) {
        boolean plain = word.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value + 0.0);
    }
}
