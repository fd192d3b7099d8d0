package org.insardask.stack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as SNAP writes them into band names: {@code ddMMMyyyy} with English month names, for example 19Mar2023. Independent of the
 * locale and of the month names of the Java version.
 */
public final class SnapDate {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern FORM = Pattern.compile("([0-9]{2})([A-Z][a-z]{2})([0-9]{4})");

    private SnapDate() {
    }

    /** The date as {@code ddMMMyyyy}. */
    public static String format(LocalDate date) {
        String month = MONTHS.get(date.getMonthValue() - 1);
        return digits(date.getDayOfMonth(), 2) + month + digits(date.getYear(), 4);
    }

    private static String digits(int number, int count) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, count - digits.length())) + digits;
    }

    /**
     * Parses {@code ddMMMyyyy}.
     *
     * @throws StackException if the text has another form or is no date of the calendar
     */
    public static LocalDate parse(String text) {
        Matcher matcher = FORM.matcher(text);
        int month = matcher.matches() ? MONTHS.indexOf(matcher.group(2)) + 1 : 0;
        if (month == 0) {
            throw new StackException("'" + text + "' is not a date of the form ddMMMyyyy, for example 19Mar2023");
        }
        try {
            return YearMonth.of(Integer.parseInt(matcher.group(3)), month).atDay(Integer.parseInt(matcher.group(1)));
        } catch (DateTimeException e) {
            throw new StackException("'" + text + "' is not a date of the calendar", e);
        }
    }
}
