package org.insardask.vector;

import java.util.Arrays;

/**
 * Reads the polygons of GML 2 and 3. The order of the axes is that of the system where its name is a URN or an OGC address
 * ({@code urn:ogc:def:crs:EPSG::4326} is latitude first), and x first where it is written as {@code EPSG:4326}, as
 * GDAL and WFS servers do it.
 */
final class GmlGeometry {
    private final XmlCursor xml;
    private final VectorRequest request;
    private final LayerCollector collector;
    private final CoordinateText text = new CoordinateText();
    private String srsName;
    private boolean isOpen;
    private boolean isSwapped;
    /** Numbers of a position where the current element or one around it says it, else that of the collection's envelope, else 0. */
    private int dimension;
    private double[] xy = new double[128];
    private int count;

    GmlGeometry(XmlCursor xml, VectorRequest request, LayerCollector collector) {
        this.xml = xml;
        this.request = request;
        this.collector = collector;
    }

    /** Reads the boundedBy of the collection, which may name the system and the dimension for all that follows. */
    void readEnvelope() throws VectorFileException {
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            lookAtAttributes();
            xml.skip();
        }
    }

    /** Reads the boundedBy of a feature, which may name the system for all that follows, but no dimension. */
    void readFeatureEnvelope() throws VectorFileException {
        int outer = dimension;
        readEnvelope();
        dimension = outer;
    }

    private void lookAtAttributes() throws VectorFileException {
        String name = xml.attribute("srsName");
        if (name != null && !name.equals(srsName)) {
            if (isOpen) {
                throw xml.failure("it has more than one coordinate reference system (" + srsName + ", " + name + ")");
            }
            srsName = name;
        }
        String number = xml.attribute("srsDimension");
        if (number != null) {
            dimension = "3".equals(number) ? 3 : 2;
        }
    }

    /** Tells the collector the system, with the first coordinates or at the end. */
    void open() throws VectorFileException {
        if (isOpen) {
            return;
        }
        isOpen = true;
        CrsDefinition crs = srsName == null ? CrsDefinition.NONE : CrsDefinition.named(srsName.replaceFirst("^.*epsg[.]xml#", "EPSG:"));
        collector.open(request.stem(), crs);
        boolean isOfAuthority = srsName != null && (srsName.startsWith("urn:") || srsName.contains("/def/crs/"));
        isSwapped = isOfAuthority && crs.isNorthFirst(request);
    }

    /** Reads or skips an element whose start is current. */
    void read(String element) throws VectorFileException {
        int outer = dimension;
        lookAtAttributes();
        readGeometry(element);
        dimension = outer;
    }

    private void readGeometry(String element) throws VectorFileException {
        switch (element) {
            case "Polygon", "PolygonPatch", "Triangle", "Rectangle" -> readPolygon();
            case "MultiPolygon", "MultiSurface", "MultiGeometry", "GeometryCollection", "Surface", "CompositeSurface", "PolyhedralSurface",
                    "TriangulatedSurface", "Tin", "polygonMember", "polygonMembers", "surfaceMember", "surfaceMembers", "geometryMember",
                    "geometryMembers", "patches", "polygonPatches", "trianglePatches" -> {
                for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
                    read(child);
                }
            }
            case "Point", "MultiPoint", "LineString", "MultiLineString", "Curve", "MultiCurve", "CompositeCurve", "OrientableCurve",
                    "Solid", "MultiSolid", "CompositeSolid" -> {
                collector.skipGeometry(element);
                xml.skip();
            }
            default -> xml.skip();
        }
    }

    private void readPolygon() throws VectorFileException {
        open();
        collector.beginPolygon();
        XmlRings.read(xml, this::readRings);
    }

    private void readRings() throws VectorFileException {
        for (String ring = xml.nextChild(); ring != null; ring = xml.nextChild()) {
            count = 0;
            readLine(ring);
            collector.addRing(xy, count);
        }
    }

    /** Collects the positions of a ring, which may be made of pieces of line. */
    private void readLine(String element) throws VectorFileException {
        int outer = dimension;
        lookAtAttributes();
        readPieces(element);
        dimension = outer;
    }

    private void readPieces(String element) throws VectorFileException {
        switch (element) {
            case "LinearRing", "Ring", "curveMember", "LineString", "Curve", "segments", "LineStringSegment" -> {
                for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
                    readLine(child);
                }
            }
            case "posList", "pos", "coordinates" -> readPositions(element.equals("posList"));
            default -> throw request.failure("has geometry that is not read ('" + element + "' in a ring); another program can make "
                    + "lines of curves, e.g. ogr2ogr -nlt CONVERT_TO_LINEAR polygons.gpkg " + request.file().getFileName());
        }
    }

    private void readPositions(boolean isList) throws VectorFileException {
        text.clear();
        try {
            xml.text(text::add);
            text.end();
        } catch (NumberFormatException e) {
            throw xml.failure(e.getMessage());
        }
        if (isList) {
            int length = positionLength();
            if (text.numbers() % length != 0) {
                throw xml.failure("a list of positions has " + text.numbers() + " numbers");
            }
            for (int at = 0; at < text.numbers(); at += length) {
                add(text.number(at), text.number(at + 1));
            }
        } else {
            addPositions();
        }
    }

    /** A pos is one position, whose numbers are separated by spaces; coordinates are separated by commas. */
    private void addPositions() throws VectorFileException {
        if (text.positions() > 0 && text.lengthOf(0) == 1) {
            if (text.numbers() < 2) {
                throw xml.failure("a position needs two numbers");
            }
            add(text.number(0), text.number(1));
            return;
        }
        for (int p = 0; p < text.positions(); p++) {
            if (text.lengthOf(p) < 2) {
                throw xml.failure("a position needs two numbers");
            }
            add(text.number(text.startOf(p)), text.number(text.startOf(p) + 1));
        }
    }

    /** Where the file does not say it: three numbers where only that closes the ring, else two. */
    private int positionLength() {
        int n = text.numbers();
        boolean closes = n >= 4 && text.number(0) == text.number(n - 2) && text.number(1) == text.number(n - 1);
        boolean closesWithHeights = n >= 6 && n % 3 == 0 && text.number(0) == text.number(n - 3) && text.number(1) == text.number(n - 2);
        return dimension > 0 ? dimension : closesWithHeights && !closes ? 3 : 2;
    }

    private void add(double first, double second) {
        if (xy.length < 2 * count + 2) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        xy[2 * count] = isSwapped ? second : first;
        xy[2 * count + 1] = isSwapped ? first : second;
        count++;
    }
}
