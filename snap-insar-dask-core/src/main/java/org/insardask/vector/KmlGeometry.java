package org.insardask.vector;

/** Reads the geometries of a KML placemark: Polygon, and those in a MultiGeometry. */
final class KmlGeometry {
    private final XmlCursor xml;
    private final LayerCollector collector;
    private final CoordinateText text = new CoordinateText();
    private double[] xy = new double[128];

    KmlGeometry(XmlCursor xml, LayerCollector collector) {
        this.xml = xml;
        this.collector = collector;
    }

    /** Reads or skips a child of a placemark whose start is current. */
    void read(String element) throws VectorFileException {
        switch (element) {
            case "Polygon" -> readPolygon();
            case "MultiGeometry" -> {
                for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
                    read(child);
                }
            }
            case "Point", "LineString", "LinearRing", "Model", "Track", "MultiTrack" -> {
                collector.skipGeometry(element);
                xml.skip();
            }
            default -> xml.skip();
        }
    }

    private void readPolygon() throws VectorFileException {
        collector.beginPolygon();
        XmlRings.read(xml, this::readRings);
    }

    /** Some programs put several rings into one inner boundary. */
    private void readRings() throws VectorFileException {
        for (String ring = xml.nextChild(); ring != null; ring = xml.nextChild()) {
            if (!ring.equals("LinearRing")) {
                xml.skip();
                continue;
            }
            for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
                if (child.equals("coordinates")) {
                    readCoordinates();
                } else {
                    xml.skip();
                }
            }
        }
    }

    private void readCoordinates() throws VectorFileException {
        text.clear();
        try {
            xml.text(text::add);
            text.end();
        } catch (NumberFormatException e) {
            throw xml.failure(e.getMessage());
        }
        int positions = text.positions();
        if (xy.length < 2 * positions) {
            xy = new double[3 * positions];
        }
        for (int p = 0; p < positions; p++) {
            if (text.lengthOf(p) < 2) {
                throw xml.failure("a position needs two numbers");
            }
            xy[2 * p] = text.number(text.startOf(p));
            xy[2 * p + 1] = text.number(text.startOf(p) + 1);
        }
        collector.addRing(xy, positions);
    }
}
