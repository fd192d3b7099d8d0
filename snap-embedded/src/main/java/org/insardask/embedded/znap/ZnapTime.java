package org.insardask.embedded.znap;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.esa.snap.core.datamodel.ProductData;

/** Times in ISO 8601 with microseconds, such as {@code 2023-03-31T05:50:35.812250Z}. */
final class ZnapTime {
    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private ZnapTime() {
    }

    /** Returns the text of a time. */
    static String format(ProductData.UTC time) {
        return EPOCH.plusDays(time.getDaysFraction()).plusSeconds(time.getSecondsFraction())
                .plusNanos(time.getMicroSecondsFraction() * 1000).format(FORMAT);
    }

    /** Reads an attribute, null where it is missing. */
    static ProductData.UTC read(Attributes attributes, String name) throws IOException {
        String text = attributes.text(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            Duration since = Duration.between(EPOCH, time);
            long day = Math.floorDiv(since.getSeconds(), 86400L);
            return new ProductData.UTC((int) day, (int) Math.floorMod(since.getSeconds(), 86400L), since.getNano() / 1000);
        } catch (DateTimeException e) {
            throw new IOException(attributes.path() + ": attribute '" + name + "' is '" + text + "', expected a time such as "
                    + "2023-03-31T05:50:35.812250Z", e);
        }
    }
}
