package org.insardask.ui.dialog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.insardask.stack.SeriesBandName;

/** What panels offer of the bands of a source, which may be missing. */
final class SourceBands {

    private SourceBands() {
    }

    /** Names of all bands, with their units. */
    static Map<String, String> withUnits(Product source) {
        Map<String, String> bands = new LinkedHashMap<>();
        for (Band band : source == null ? new Band[0] : source.getBands()) {
            bands.put(band.getName(), band.getUnit() == null ? "" : band.getUnit());
        }
        return bands;
    }

    /** The series of real numbers that the bands hold, such as dis_unw. */
    static List<String> series(Product source) {
        String[] names = source == null ? new String[0] : source.getBandNames();
        return Arrays.stream(names).map(SeriesBandName::ofAny).flatMap(Optional::stream).map(SeriesBandName::series).distinct().toList();
    }
}
