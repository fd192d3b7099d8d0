package org.insardask.vector;

import java.io.IOException;

/** Tells KML and GML apart by their first element. */
final class XmlReader implements FormatReader {

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        try (XmlCursor xml = new XmlCursor(request)) {
            String root = xml.nextChild();
            if ("kml".equals(root)) {
                xml.setFormat("KML");
                new KmlReader(xml, request, collector).read();
            } else if ("FeatureCollection".equals(root)) {
                xml.setFormat("GML");
                new GmlReader(xml, request, collector).read();
            } else {
                throw request.failure("is XML but neither KML nor a FeatureCollection of GML (its first element is '" + root
                        + "'); another program can convert it, e.g. ogr2ogr polygons.gpkg " + request.file().getFileName());
            }
        }
    }
}
