package org.insardask.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final int DECLARATION = 256;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern ENCODING =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private final VectorRequest request;
    private final InputStream in;
    private final XMLStreamReader xml;
    private String format = "XML";
    private int depth;

    XmlCursor(VectorRequest request) throws IOException {
        this.request = request;
        in = new BufferedInputStream(Files.newInputStream(request.file()), 1 << 16);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            xml = factory.createXMLStreamReader(decoded(in, request));
        } catch (XMLStreamException e) {
            in.close();
            throw malformed(e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The text in the encoding that its first line names, else UTF-8; the JDK's parser prints what it finds wrong with bytes. */
    private static Reader decoded(InputStream bytes, VectorRequest request) throws IOException {
        bytes.mark(DECLARATION);
        String head = new String(bytes.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
        bytes.reset();
        if (head.startsWith(BYTE_ORDER_MARK)) {
            bytes.skipNBytes(BYTE_ORDER_MARK.length());
        }
        Matcher declaration = ENCODING.matcher(head);
        String name = declaration.find() ? declaration.group(1) : "UTF-8";
        try {
            return new InputStreamReader(bytes, Charset.forName(name).newDecoder());
        } catch (IllegalArgumentException e) {
            throw request.failure("names an encoding that is not known: '" + name + "'", e);
        }
    }

    /** Says what format it is, for messages. */
    void setFormat(String name) {
        format = name;
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
        return nextChild(null);
    }

    /** As {@link #nextChild()}, texts before the child are appended to what is given. */
    String nextChild(StringBuilder text) throws VectorFileException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (text != null && isText(event)) {
                append(text, xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
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
        text((chars, offset, length) -> append(text, chars, offset, length));
        return text.toString();
    }

    private void append(StringBuilder text, char[] chars, int offset, int length) throws VectorFileException {
        if (text.length() + length > MAX_VALUE) {
            throw failure("a value is longer than " + MAX_VALUE + " characters");
        }
        text.append(chars, offset, length);
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
