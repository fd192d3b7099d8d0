package org.insardask.stm;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats that points are written in, with the endings of their names. */
public enum PointFormat {
    /** Zarr of xarray. */
    STM_ZARR(".zarr"),
    /** CSV of stmtools and SkyGeo. */
    STM_CSV(".csv"),
    /** CSV of the European Ground Motion Service. */
    EGMS_CSV(".csv"),
    /** GeoPackage. */
    GPKG(".gpkg"),
    /** GeoJSON. */
    GEOJSON(".geojson .json"),
    /** Shapefile. */
    SHP(".shp"),
    /** KMZ of Google Earth. */
    KMZ(".kmz");

    /** Separated by spaces. */
    private final String endings;

    PointFormat(String endings) {
        this.endings = endings;
    }

    private Stream<String> endings() {
        return Arrays.stream(endings.split(" ", -1));
    }

    /** Whether it is a space-time matrix, which takes all bands; the others are for maps. */
    public boolean isMatrix() {
        return this == STM_ZARR || this == STM_CSV;
    }

    /** The first format whose ending a file has; empty where there is none. */
    public static Optional<PointFormat> of(Path file) {
        return Arrays.stream(values()).filter(format -> format.fits(file)).findFirst();
    }

    /** Whether a file has an ending of the format. */
    public boolean fits(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings().anyMatch(name::endsWith);
    }

    /** All endings, for messages. */
    public static String allEndings() {
        return String.join(", ", Arrays.stream(values()).flatMap(PointFormat::endings).distinct().toList());
    }
}
