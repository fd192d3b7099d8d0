package org.esa.snap.core.datamodel;

import java.text.DateFormat;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/** Reads and writes UTC times as text, with up to six digits of a second after a dot. */
@SuppressWarnings("JavaUtilDate") // SNAP's API is made of them
final class UtcText {

    private static final int MICRO_DIGITS = 6;
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private static final int MONTH_LETTERS = 3;
    /** What stands for a digit is 0. */
    private static final String SHAPE = "00-AAA-0000 00:00:00";

    private UtcText() {
    }

    /** As {@link #parse} with the pattern of {@link ProductData.UTC}: a {@link DateFormat} takes longer to make than a header to read. */
    static ProductData.UTC parse(String text) throws ParseException {
        ProductNode.requireText(text, "text");
        ProductData.UTC usual = parseUsual(text);
        return usual != null ? usual : parse(text, ProductData.UTC.createDateFormat());
    }

    /** A time since 2000 exactly as it is written, else null. */
    private static ProductData.UTC parseUsual(String text) throws ParseException {
        int length = SHAPE.length();
        if (!hasShape(text) || (text.length() > length && text.lastIndexOf('.') != length)) {
            return null;
        }
        int month = MONTHS.indexOf(text.substring(3, 3 + MONTH_LETTERS).toUpperCase(Locale.ENGLISH));
        int year = Integer.parseInt(text, 7, 11, 10);
        int day = Integer.parseInt(text, 0, 2, 10);
        int hour = Integer.parseInt(text, 12, 14, 10);
        int minute = Integer.parseInt(text, 15, 17, 10);
        int second = Integer.parseInt(text, 18, 20, 10);
        if (month < 0 || month % MONTH_LETTERS != 0 || year < FIRST_DAY.getYear() || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        YearMonth of = YearMonth.of(year, month / MONTH_LETTERS + 1);
        if (!of.isValidDay(day)) {
            return null;
        }
        long micros = text.length() > length ? parseMicros(text, length) : 0;
        long days = of.atDay(day).toEpochDay() - FIRST_DAY.toEpochDay();
        return new ProductData.UTC((int) days, (hour * 60 + minute) * 60 + second, (int) micros);
    }

    private static boolean hasShape(String text) {
        if (text.length() < SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            char expected = SHAPE.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (expected == '0' ? !digit : expected == 'A' ? !letter : c != expected) {
                return false;
            }
        }
        return true;
    }

    static ProductData.UTC parse(String text, DateFormat format) throws ParseException {
        ProductNode.requireText(text, "text");
        ProductNode.requireNonNull(format, "dateFormat");
        int dot = text.lastIndexOf('.');
        String seconds = dot > 0 ? text.substring(0, dot) : text;
        long micros = dot > 0 ? parseMicros(text, dot) : 0;
        return fromDate(format.parse(seconds), micros);
    }

    private static long parseMicros(String text, int dot) throws ParseException {
        String digits = text.substring(dot + 1);
        if (digits.isEmpty() || digits.length() > MICRO_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ParseException("Unparseable date:" + text, dot);
        }
        return Long.parseLong((digits + "000000").substring(0, MICRO_DIGITS));
    }

    static ProductData.UTC fromDate(Date date, long micros) {
        long millis = date.getTime() - ProductData.UTC.createCalendar().getTimeInMillis();
        long days = millis / MILLIS_PER_DAY;
        return new ProductData.UTC((int) days, (int) ((millis - days * MILLIS_PER_DAY) / 1000L), (int) micros);
    }

    static String format(ProductData.UTC utc) {
        String micros = String.valueOf(utc.getMicroSecondsFraction());
        return formatSeconds(utc) + '.' + "0".repeat(Math.max(0, MICRO_DIGITS - micros.length())) + micros;
    }

    private static String formatSeconds(ProductData.UTC utc) {
        long seconds = utc.getSecondsFraction();
        long days = utc.getDaysFraction();
        if (days >= 0 && days <= LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay() && seconds >= 0 && seconds < SECONDS_PER_DAY) {
            LocalDate date = FIRST_DAY.plusDays(days);
            int month = (date.getMonthValue() - 1) * MONTH_LETTERS;
            return twoDigits(date.getDayOfMonth()) + '-' + MONTHS.substring(month, month + MONTH_LETTERS) + '-' + date.getYear() + ' '
                    + twoDigits(seconds / 3600) + ':' + twoDigits(seconds / 60 % 60) + ':' + twoDigits(seconds % 60);
        }
        Calendar calendar = ProductData.UTC.createCalendar();
        calendar.add(Calendar.DATE, utc.getDaysFraction());
        calendar.add(Calendar.SECOND, (int) utc.getSecondsFraction());
        return ProductData.UTC.createDateFormat().format(calendar.getTime()).toUpperCase(Locale.ENGLISH);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
