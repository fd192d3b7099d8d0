package org.esa.snap.core.datamodel;

import java.text.DateFormat;
import java.text.ParseException;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/** Reads and writes UTC times as text, with up to six digits of a second after a dot. */
@SuppressWarnings("JavaUtilDate") // SNAP's API is made of them
final class UtcText {

    private static final int MICRO_DIGITS = 6;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private UtcText() {
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
        Calendar calendar = ProductData.UTC.createCalendar();
        calendar.add(Calendar.DATE, utc.getDaysFraction());
        calendar.add(Calendar.SECOND, (int) utc.getSecondsFraction());
        String seconds = ProductData.UTC.createDateFormat().format(calendar.getTime()).toUpperCase(Locale.ENGLISH);
        String micros = String.valueOf(utc.getMicroSecondsFraction());
        return seconds + '.' + "0".repeat(Math.max(0, MICRO_DIGITS - micros.length())) + micros;
    }
}
