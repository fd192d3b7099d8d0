package org.insardask.stm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insardask.zarr.ZarrArray;

/** Days of a time coordinate as xarray writes it: numbers with units such as "days since 2016-03-27 00:00:00", or times of numpy. */
final class ZarrTime {

    private static final Pattern UNITS = Pattern.compile("(\\w+?)s? since (\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d*)?)?.*");
    private static final Map<String, Duration> STEPS = Map.ofEntries(Map.entry("day", Duration.ofDays(1)),
            Map.entry("hour", Duration.ofHours(1)), Map.entry("minute", Duration.ofMinutes(1)), Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("millisecond", Duration.ofMillis(1)), Map.entry("microsecond", Duration.ofNanos(1000)),
            Map.entry("nanosecond", Duration.ofNanos(1)), Map.entry("D", Duration.ofDays(1)), Map.entry("h", Duration.ofHours(1)),
            Map.entry("m", Duration.ofMinutes(1)), Map.entry("s", Duration.ofSeconds(1)), Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("us", Duration.ofNanos(1000)), Map.entry("ns", Duration.ofNanos(1)));
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final LocalDateTime origin;
    private final Duration step;

    private ZarrTime(LocalDateTime origin, Duration step) {
        this.origin = origin;
        this.step = step;
    }

    /** The days of the epochs; empty where the coordinate does not hold times, or one of them is missing. */
    static List<LocalDate> dates(ZarrArray array, JsonNode attributes) throws IOException {
        Optional<ZarrTime> time = of(array, attributes.path("units").asText(""));
        List<LocalDate> dates = new ArrayList<>();
        for (int from = 0; time.isPresent() && from < array.size(0); from += array.chunkSize(0)) {
            ByteBuffer chunk = array.chunk(from / array.chunkSize(0));
            for (int k = 0; k < Math.min(array.chunkSize(0), array.size(0) - from); k++) {
                Optional<LocalDate> date = time.get().date(array, chunk, k);
                if (date.isEmpty()) {
                    return List.of();
                }
                dates.add(date.get());
            }
        }
        return dates;
    }

    private static Optional<ZarrTime> of(ZarrArray array, String units) {
        if (array.type().kind() == 'M') {
            return Optional.ofNullable(STEPS.get(array.type().unit())).map(step -> new ZarrTime(EPOCH, step));
        }
        Matcher matcher = UNITS.matcher(units);
        if (!matcher.matches() || !STEPS.containsKey(matcher.group(1))) {
            return Optional.empty();
        }
        try {
            LocalDateTime origin = LocalDateTime.of(number(matcher, 2), number(matcher, 3), number(matcher, 4), number(matcher, 5),
                    number(matcher, 6), number(matcher, 7));
            return Optional.of(new ZarrTime(origin, STEPS.get(matcher.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private Optional<LocalDate> date(ZarrArray array, ByteBuffer chunk, int index) {
        try {
            if (array.type().isInteger()) {
                long count = array.integer(chunk, index);
                return count == Long.MIN_VALUE ? Optional.empty() : Optional.of(origin.plus(step.multipliedBy(count)).toLocalDate());
            }
            double nanos = array.number(chunk, index, 0) * step.toNanos();
            return Double.isNaN(nanos) ? Optional.empty() : Optional.of(origin.plusNanos(Math.round(nanos)).toLocalDate());
        } catch (ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
