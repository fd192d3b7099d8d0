package org.insardask.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Reads polygon files of every supported format. */
public final class VectorFiles {
    private static final int HEAD = 64;
    private static final String FORMATS = "GeoPackage, Shapefile (.shp), GeoJSON, FlatGeobuf, KML and GML can be read";

    private VectorFiles() {
    }

    /**
     * Reads a layer of polygons.
     *
     * @throws VectorFileException where the file cannot be used, with one line that names it and what was expected
     */
    public static PolygonLayer read(VectorRequest request) throws VectorFileException {
        return open(request, false).layer();
    }

    /**
     * Reads the polygons of a layer, and their attributes later for the features that are wanted, where the format makes that cheap
     * (GeoPackage, Shapefile). The other formats are read once, attributes too.
     *
     * @throws VectorFileException where the file cannot be used, with one line that names it and what was expected
     */
    public static PolygonSource open(VectorRequest request) throws VectorFileException {
        return open(request, true);
    }

    private static PolygonSource open(VectorRequest request, boolean deferred) throws VectorFileException {
        try {
            LayerCollector collector = new LayerCollector(request, deferred);
            read(request, collector);
            return collector.finish();
        } catch (VectorFileException e) {
            throw e;
        } catch (IOException e) {
            throw request.failure("cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Reads a file into a collector. */
    static void read(VectorRequest request, LayerCollector collector) throws IOException {
        if (Files.isDirectory(request.file())) {
            throw request.failure("is a folder; a polygon file was expected");
        }
        if (!Files.isRegularFile(request.file())) {
            throw request.failure("no such file");
        }
        reader(request).read(request, collector);
    }

    private static FormatReader reader(VectorRequest request) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(request.file())) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length == 0) {
            throw request.failure("is empty");
        }
        if (text.startsWith("SQLite format 3\0")) {
            return new GeoPackageReader();
        }
        if (text.startsWith("\0\0'\n")) {
            return new ShapefileReader();
        }
        if (text.startsWith("fgb")) {
            return new FlatGeobufReader();
        }
        if (text.startsWith("PK\3\4")) {
            throw request.failure("is a zip archive; unpack it first (a KMZ holds a .kml, a zipped Shapefile a .shp, .shx, .dbf and .prj)");
        }
        String begin = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        if (begin.startsWith("{")) {
            return new GeoJsonReader();
        }
        if (begin.startsWith("<")) {
            return new XmlReader();
        }
        throw request.failure("is in no format that is known; " + FORMATS);
    }
}
