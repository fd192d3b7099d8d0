package org.insardask.stack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a band, or of a column of a table, that holds a series of points at an epoch as stmtools names them: {@code d_20160327}. The
 * height-to-phase factors of a table are called {@code h2ph_20160327} there, and {@code h2ph_raw_20160327} as bands, since those that are
 * ready for use (m/m, relative to the mother) are called {@code h2ph_27Mar2016}.
 *
 * @param series word of the series
 * @param date   day of the epoch
 */
public record SeriesBandName(String series, LocalDate date) {

    /** The series of height-to-phase factors. */
    public static final String HEIGHT_TO_PHASE = "h2ph";
    private static final String RAW = "h2ph_raw";
    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)_([0-9]{8})");
    private static final Pattern SNAP_FORM = Pattern.compile("(.+)_([0-9]{2}[A-Z][a-z]{2}[0-9]{4})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /**
     * Parses the name of a column or of a band.
     *
     * @return empty if the name is not of this form, or ends in a number that is no date
     */
    public static Optional<SeriesBandName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String series = matcher.group(1).equals(RAW) ? HEIGHT_TO_PHASE : matcher.group(1);
            String day = matcher.group(2);
            return Optional.of(new SeriesBandName(series, LocalDate.of(Integer.parseInt(day.substring(0, 4)),
                    Integer.parseInt(day.substring(4, 6)), Integer.parseInt(day.substring(6)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The series and epoch that the name of any band of real numbers stands for: those of {@link #parse}, and names that end in one date
     * of SNAP, such as {@code dis_unw_19Mar2023}. Factors that are ready for use ({@code h2ph_19Mar2023}) are the series h2ph_values.
     *
     * @return empty if the name has no date or several
     */
    public static Optional<SeriesBandName> ofAny(String name) {
        Matcher matcher = SNAP_FORM.matcher(name);
        if (!matcher.matches() || SNAP_FORM.matcher(matcher.group(1)).matches()) {
            return parse(name);
        }
        try {
            String series = matcher.group(1);
            boolean ready = series.equals(HEIGHT_TO_PHASE) || series.startsWith(HEIGHT_TO_PHASE + "_");
            return Optional.of(new SeriesBandName(ready ? HEIGHT_TO_PHASE + "_values" : series, SnapDate.parse(matcher.group(2))));
        } catch (StackException e) {
            return Optional.empty();
        }
    }

    /** Name of the column. */
    public String column() {
        return series + "_" + DAY.format(date);
    }

    /** Name of the band. */
    public String band() {
        return (series.equals(HEIGHT_TO_PHASE) ? RAW : series) + "_" + DAY.format(date);
    }
}
