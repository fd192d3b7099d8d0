package org.insardask.stm;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insardask.map.ColourScale;

/** Writes files of points, so that no half-written one is ever seen under its name. Stateless. */
public final class PointFile {

    private PointFile() {
    }

    /**
     * What is written.
     *
     * @param format the format
     * @param columns the columns
     * @param series the main series, whose epochs EGMS and Shapefiles call by their dates; empty for none
     * @param attributes what a matrix says of itself
     * @param coloured for KMZ, the column that colours the points
     * @param scale for KMZ, its colours; else null
     */
    public record Content(PointFormat format, List<PointColumn> columns, String series, Map<String, ?> attributes, int coloured,
                          ColourScale scale) {
    }

    /**
     * Writes a file, or for Zarr a folder; one of that name is replaced.
     *
     * @throws IOException where that fails; what was there is then as it was
     */
    public static void write(Path file, Content content, GeoPackageSink.Points points) throws IOException {
        Path target = file.toAbsolutePath();
        String name = target.getFileName().toString();
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        Files.createDirectories(target.getParent());
        if (content.format() == PointFormat.GPKG) {
            GeoPackageSink.write(target, stem, content.columns(), points);
            return;
        }
        requireReplaceable(target);
        Path work = target.resolveSibling("." + name + ".part");
        delete(work);
        try {
            createFolder(work);
            writeInto(work, name, stem, content, points);
            move(work, target, content.format());
        } finally {
            delete(work);
        }
    }

    private static void createFolder(Path work) throws IOException {
        try {
            Files.createDirectory(work);
        } catch (FileSystemException e) {
            throw new IOException("nothing can be written into folder " + work.getParent() + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** A folder that is no Zarr group is not ours to delete. */
    private static void requireReplaceable(Path target) throws IOException {
        if (Files.isDirectory(target) && !Files.exists(target.resolve(".zgroup"))) {
            throw new IOException(target + " is a folder, and no Zarr group; another name was expected");
        }
    }

    private static void writeInto(Path work, String name, String stem, Content content, GeoPackageSink.Points points) throws IOException {
        List<PointColumn> columns = content.columns();
        Path file = work.resolve(name);
        switch (content.format()) {
            case STM_ZARR -> points.writeTo(new StmZarrSink(Files.createDirectory(file), columns, content.attributes()));
            case STM_CSV, EGMS_CSV -> {
                CsvSink.Scheme scheme = content.format() == PointFormat.STM_CSV ? CsvSink.Scheme.STM : CsvSink.Scheme.EGMS;
                try (CsvSink sink = new CsvSink(file, columns, scheme, content.series())) {
                    points.writeTo(sink);
                }
            }
            case GEOJSON -> {
                try (GeoJsonSink sink = new GeoJsonSink(file, columns)) {
                    points.writeTo(sink);
                }
            }
            case SHP -> {
                try (ShapefileSink sink = new ShapefileSink(work, stem, columns, content.series())) {
                    points.writeTo(sink);
                }
            }
            case KMZ -> {
                try (KmzSink sink = new KmzSink(file, stem, columns, content.coloured(), content.scale())) {
                    points.writeTo(sink);
                }
            }
            default -> throw new IllegalArgumentException("format " + content.format());
        }
    }

    private static void move(Path work, Path target, PointFormat format) throws IOException {
        if (format == PointFormat.STM_ZARR) {
            delete(target);
        }
        try (Stream<Path> made = Files.list(work)) {
            for (Path file : made.sorted().toList()) {
                Files.move(file, target.resolveSibling(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
