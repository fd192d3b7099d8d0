package org.insardask.embedded.dimap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.XmlLimits;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An element of an XML file, with typed access to its children; failures are {@link IOException}s that name the file, the element and what
 * was expected. Document types and external entities are refused.
 */
final class XmlNode {
    private final Path file;
    private final Element element;

    private XmlNode(Path file, Element element) {
        this.file = file;
        this.element = element;
    }

    /** Parses a file and returns its root element. */
    static XmlNode parse(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XmlNode(file, builder().parse(in).getDocumentElement());
        } catch (SAXParseException e) {
            throw new IOException(file + ": not well-formed XML, line " + e.getLineNumber() + ": " + XmlLimits.reason(e), e);
        } catch (SAXException e) {
            throw new IOException(file + ": not well-formed XML: " + XmlLimits.reason(e), e);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + IoMessages.reason(e, file), e);
        }
    }

    private static DocumentBuilder builder() throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XmlLimits.NO_DOCTYPE, true);
            factory.setAttribute(XmlLimits.DEPTH, XmlLimits.DEEPEST);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IOException("no XML parser: " + e.getMessage(), e);
        }
    }

    /** Throws all errors, prints none. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning does not keep the document from being read.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    /** Returns the name of the element. */
    String name() {
        return element.getTagName();
    }

    /** Returns the file. */
    Path file() {
        return file;
    }

    /** Returns the first child element of a name, or null. */
    XmlNode child(String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                return new XmlNode(file, child);
            }
        }
        return null;
    }

    /** Returns the first child element of a name, which must be there. */
    XmlNode required(String name) throws IOException {
        XmlNode child = child(name);
        if (child == null) {
            throw new IOException(file + ": element <" + element.getTagName() + "> has no <" + name + ">");
        }
        return child;
    }

    /** Returns all child elements of a name. */
    List<XmlNode> children(String name) {
        List<XmlNode> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                children.add(new XmlNode(file, child));
            }
        }
        return children;
    }

    /** Returns the child element at the end of a path, or null. */
    XmlNode at(String... path) {
        XmlNode node = this;
        for (int i = 0; i < path.length && node != null; i++) {
            node = node.child(path[i]);
        }
        return node;
    }

    /** Returns an attribute, or null. */
    String attribute(String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    /** Returns the trimmed text of the element. */
    String text() {
        return element.getTextContent().trim();
    }

    /** Returns the trimmed text of a child, or null where it is missing or empty. */
    String text(String name) {
        XmlNode child = child(name);
        String text = child == null ? "" : child.text();
        return text.isEmpty() ? null : text;
    }

    /** Returns the trimmed text of a child, which must be there. */
    String requiredText(String name) throws IOException {
        String text = text(name);
        if (text == null) {
            throw new IOException(file + ": element <" + element.getTagName() + "> has no text in <" + name + ">");
        }
        return text;
    }

    /** Returns a child as an integer, which must be there. */
    int requiredInt(String name) throws IOException {
        return parseInt(name, requiredText(name));
    }

    /** Returns a child as a positive integer, which must be there. */
    int requiredSize(String name) throws IOException {
        int size = requiredInt(name);
        if (size < 1) {
            throw new IOException(file + ": <" + name + "> in <" + element.getTagName() + "> is " + size + ", expected at least 1");
        }
        return size;
    }

    /** Returns a child as an integer, or a default where it is missing. */
    int intOr(String name, int missing) throws IOException {
        String text = text(name);
        return text == null ? missing : parseInt(name, text);
    }

    /** Returns a child as a number that is neither infinite nor NaN, or a default where it is missing. */
    double finiteOr(String name, double missing) throws IOException {
        double number = doubleOr(name, missing);
        if (!Double.isFinite(number)) {
            throw new IOException(file + ": <" + name + "> in <" + element.getTagName() + "> is " + text(name)
                    + ", expected a finite number");
        }
        return number;
    }

    /** Returns a child as a number, which must be there. */
    double requiredDouble(String name) throws IOException {
        return parseDouble(name, requiredText(name));
    }

    /** Returns a child as a number, or a default where it is missing. */
    double doubleOr(String name, double missing) throws IOException {
        String text = text(name);
        return text == null ? missing : parseDouble(name, text);
    }

    /** Returns whether a child says {@code true}. */
    boolean isTrue(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private int parseInt(String name, String text) throws IOException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": <" + name + "> in <" + element.getTagName() + "> is '" + text + "', expected an integer", e);
        }
    }

    private double parseDouble(String name, String text) throws IOException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": <" + name + "> in <" + element.getTagName() + "> is '" + text + "', expected a number", e);
        }
    }
}
