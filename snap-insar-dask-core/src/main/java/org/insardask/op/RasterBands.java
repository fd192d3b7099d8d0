package org.insardask.op;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.SeriesBandName;

/** Which bands of a raster make which values of points. Stateless. */
final class RasterBands {

    /** What is made of bands whose names have dates. */
    enum Epochs {
        /** A value for each band. */
        ALL,
        /** A value for each epoch of the points of which the raster has the day. */
        SAME_DAY,
        /** A value for each epoch of the points, of the nearest day. */
        NEAREST,
        /** A value for each epoch of the points, between the days before and after it. */
        LINEAR
    }

    private RasterBands() {
    }

    /**
     * A value of points.
     *
     * @param name of its band
     * @param before a band of the raster
     * @param after the same, or that of a later day
     * @param share of the later one
     */
    record Value(String name, Band before, Band after, double share) {
    }

    /**
     * Chooses.
     *
     * @param bands of the raster
     * @param dates the epochs of the points
     * @throws OperatorException where the series do not fit to the epochs
     */
    static List<Value> choose(List<Band> bands, Epochs epochs, SortedSet<LocalDate> dates) {
        List<Value> values = new ArrayList<>();
        Map<String, TreeMap<LocalDate, Band>> series = new LinkedHashMap<>();
        for (Band band : bands) {
            Optional<SeriesBandName> name = epochs == Epochs.ALL ? Optional.empty() : SeriesBandName.ofAny(band.getName());
            if (name.isPresent()) {
                series.computeIfAbsent(name.get().series(), word -> new TreeMap<>()).put(name.get().date(), band);
            } else {
                values.add(new Value(band.getName(), band, band, 0));
            }
        }
        if (!series.isEmpty() && dates.isEmpty()) {
            throw new OperatorException("epochs = " + epochs + ", but no band of the source has a date in its name; epochs = ALL was "
                    + "expected");
        }
        series.forEach((word, days) -> values.addAll(ofSeries(word, days, epochs, dates)));
        return values;
    }

    private static List<Value> ofSeries(String word, NavigableMap<LocalDate, Band> days, Epochs epochs, SortedSet<LocalDate> dates) {
        List<Value> values = new ArrayList<>();
        for (LocalDate date : dates) {
            LocalDate floor = days.floorKey(date);
            LocalDate ceiling = days.ceilingKey(date);
            boolean same = date.equals(floor);
            if (epochs == Epochs.LINEAR && (floor == null || ceiling == null)) {
                throw new OperatorException("epochs = LINEAR: series '" + word + "' of the raster goes from " + days.firstKey() + " to "
                        + days.lastKey() + ", and the source has an epoch on " + date);
            }
            if (same || epochs == Epochs.NEAREST || epochs == Epochs.LINEAR) {
                double share = floor == null ? 1 : ceiling == null || same ? 0
                        : (double) ChronoUnit.DAYS.between(floor, date) / ChronoUnit.DAYS.between(floor, ceiling);
                double taken = epochs == Epochs.LINEAR ? share : share > 0.5 ? 1 : 0;
                Band before = days.get(floor == null ? ceiling : floor);
                values.add(new Value(new SeriesBandName(word, date).column(), before, days.get(ceiling == null ? floor : ceiling), taken));
            }
        }
        if (values.isEmpty()) {
            throw new OperatorException("epochs = " + epochs + ": series '" + word + "' of the raster has none of the days of the source, "
                    + dates.first() + " to " + dates.last());
        }
        return values;
    }
}
