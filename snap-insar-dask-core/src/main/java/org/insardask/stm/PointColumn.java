package org.insardask.stm;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.insardask.stack.Component;

/**
 * A column of a table of points, or one epoch of one of its series.
 *
 * @param name name, of a series without the date
 * @param date day of the epoch; empty where it is a value of points
 * @param part part of complex numbers; empty for real ones
 * @param dataType type as {@link org.esa.snap.core.datamodel.ProductData} numbers them
 * @param unit unit; empty if not known
 * @param missing the value that stands for none among integers; NaN where there is no such value
 * @param texts the texts that numbers stand for; empty for numbers
 */
public record PointColumn(String name, Optional<LocalDate> date, Optional<Component> part, int dataType, String unit, double missing,
                          Map<Integer, String> texts) {

    /** Whether values are texts. */
    public boolean isText() {
        return !texts.isEmpty();
    }
}
