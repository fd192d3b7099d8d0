package org.insardask.stm;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.insardask.map.ColourScale;
import org.insardask.map.LegendPicture;

/**
 * Writes points as KMZ (KML 2.2): dots coloured by one of the columns, in 32 colours, with all values, and the legend over the map. For
 * one thread.
 */
public final class KmzSink implements PointSink, AutoCloseable {

    private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";
    private static final int COLOURS = 32;
    private static final int DOT = 16;
    private static final int GREY = 0xFF808080;

    private final ZipOutputStream zip;
    private final XMLStreamWriter xml;
    private final List<PointColumn> columns;
    private final int coloured;
    private final ColourScale scale;

    /**
     * Creates the file.
     *
     * @param name of the document
     * @param coloured index of the column that colours the points
     */
    public KmzSink(Path file, String name, List<PointColumn> columns, int coloured, ColourScale scale) throws IOException {
        this.columns = columns;
        this.coloured = coloured;
        this.scale = scale;
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        try {
            PointColumn column = columns.get(coloured);
            putImage("legend.png", LegendPicture.draw(scale, ColumnText.name(column), column.unit()));
            putImage("dot.png", dot());
            zip.putNextEntry(entry("doc.kml"));
            // The writer hands on characters one by one, and each call of a compressor costs as much as hundreds of them.
            OutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffered, StandardCharsets.UTF_8.name());
            startDocument(name);
        } catch (XMLStreamException e) {
            zip.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Equal points give equal bytes. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    private void putImage(String name, RenderedImage image) throws IOException {
        zip.putNextEntry(entry(name));
        OutputStream open = new FilterOutputStream(zip) {
            @Override
            public void close() {
                // The archive goes on.
            }
        };
        if (!ImageIO.write(image, "png", open)) {
            throw new IOException("no PNG writer takes this picture");
        }
        zip.closeEntry();
    }

    private static BufferedImage dot() {
        BufferedImage image = new BufferedImage(DOT, DOT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(1, 1, DOT - 2, DOT - 2);
        graphics.dispose();
        return image;
    }

    private void startDocument(String name) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("kml");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("Document");
        element("name", name);
        for (int k = 0; k < COLOURS; k++) {
            style("c" + k, scale.palette().colour((k + 0.5) / COLOURS));
        }
        style("none", GREY);
        xml.writeStartElement("ScreenOverlay");
        element("name", "legend");
        xml.writeStartElement("Icon");
        element("href", "legend.png");
        xml.writeEndElement();
        for (String corner : new String[] {"overlayXY", "screenXY"}) {
            xml.writeEmptyElement(corner);
            xml.writeAttribute("x", "0.01");
            xml.writeAttribute("y", "0.98");
            xml.writeAttribute("xunits", "fraction");
            xml.writeAttribute("yunits", "fraction");
        }
        xml.writeEndElement();
    }

    /** KML's colours are alpha, blue, green, red. */
    private void style(String id, int argb) throws XMLStreamException {
        xml.writeStartElement("Style");
        xml.writeAttribute("id", id);
        xml.writeStartElement("IconStyle");
        element("color", String.format(Locale.ROOT, "ff%02x%02x%02x", argb & 0xff, argb >> 8 & 0xff, argb >> 16 & 0xff));
        element("scale", "0.5");
        xml.writeStartElement("Icon");
        element("href", "dot.png");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("LabelStyle");
        element("scale", "0");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void write(PointBlock block) throws IOException {
        try {
            for (int p = 0; p < block.count(); p++) {
                if (!Double.isNaN(block.longitude()[p]) && !Double.isNaN(block.latitude()[p])) {
                    placemark(block, p);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void placemark(PointBlock block, int point) throws XMLStreamException {
        xml.writeStartElement("Placemark");
        Optional<Object> value = ColumnText.value(columns.get(coloured), block.values()[coloured][point]);
        element("name", value.map(Object::toString).orElse(""));
        element("styleUrl", "#" + style(block.values()[coloured][point]));
        xml.writeStartElement("ExtendedData");
        for (int k = 0; k < columns.size(); k++) {
            Optional<Object> found = ColumnText.value(columns.get(k), block.values()[k][point]);
            if (found.isPresent()) {
                xml.writeStartElement("Data");
                xml.writeAttribute("name", ColumnText.name(columns.get(k)));
                element("value", found.get().toString());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        xml.writeStartElement("Point");
        element("coordinates", block.longitude()[point] + "," + block.latitude()[point]);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private String style(double value) {
        double fraction = (value - scale.minimum()) / (scale.maximum() - scale.minimum());
        return Double.isNaN(fraction) ? "none" : "c" + (int) Math.max(0, Math.min(COLOURS - 1, Math.floor(fraction * COLOURS)));
    }

    @Override
    public void finish() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
        zip.closeEntry();
        zip.close();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
