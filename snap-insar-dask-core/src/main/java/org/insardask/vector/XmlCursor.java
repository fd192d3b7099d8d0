package org.insardask.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML file element by element with the parser of the JDK, the same embedded and in SNAP. A document type, and with it
 * entities of its own and files elsewhere, is refused; so is nesting that no map has.
 */
final class XmlCursor implements AutoCloseable {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_VALUE = 1 << 20;

    private final VectorRequest request;
    private final String format;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    /**
     * Opens the file of a request.
     *
     * @param format name of the format, for messages
     */
    XmlCursor(VectorRequest request, String format) throws IOException {
        this.request = request;
        this.format = format;
        in = new BufferedInputStream(Files.newInputStream(request.file()), 1 << 16);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            xml = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw malformed(e);
        }
    }

    private VectorFileException malformed(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        String reason = message.substring(message.indexOf("Message: ") + 1).replaceFirst("^essage: ", "").lines().findFirst().orElse("");
        String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
        return request.failure("is no valid " + format + place + ": " + reason.strip(), e);
    }

    /** Goes to the next event; returns one of {@link XMLStreamConstants}. */
    private int next() throws VectorFileException {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw failure("document types and entities of their own are not read");
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > MAX_DEPTH) {
                throw failure("it is nested too deeply");
            }
            return event;
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (RuntimeException e) {
            // What the JDK's parser throws for some malformed text (its own XNIException among them) is no XMLStreamException.
            throw request.failure("is no valid " + format, e);
        }
    }

    /** Goes to the next child of an element and returns its local name, or null at the end of the element; texts are passed over. */
    String nextChild() throws VectorFileException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw failure("it has no content");
            }
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT ? xml.getLocalName() : null;
    }

    /** Returns an attribute of the current element, or null. */
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** Skips the rest of the current element. */
    void skip() throws VectorFileException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** Takes pieces of text. */
    interface TextSink {
        void add(char[] text, int offset, int length) throws VectorFileException;
    }

    /** Passes the texts of the current element on and goes to its end; elements in it are passed over. */
    void text(TextSink sink) throws VectorFileException {
        int inside = depth;
        while (depth >= inside) {
            int event = next();
            if (depth == inside && isText(event)) {
                sink.add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE;
    }

    /** Returns the text of the current element and goes to its end. */
    String text() throws VectorFileException {
        StringBuilder text = new StringBuilder();
        text((chars, offset, length) -> {
            if (text.length() + length > MAX_VALUE) {
                throw failure("a value is longer than " + MAX_VALUE + " characters");
            }
            text.append(chars, offset, length);
        });
        return text.toString();
    }

    /** Returns an exception that names the file and the line. */
    VectorFileException failure(String what) {
        return request.failure("is no valid " + format + " at line " + xml.getLocation().getLineNumber() + ": " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
