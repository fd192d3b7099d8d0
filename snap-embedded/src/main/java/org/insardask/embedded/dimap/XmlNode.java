package org.insardask.embedded.dimap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.XmlLimits;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of an XML file, with typed access to its children; failures are {@link IOException}s that name the file, the element and what
 * was expected. Document types and external entities are refused.
 */
final class XmlNode {
    private final Path file;
    private final String tag;
    /** Names and values in turn. */
    private final String[] attributes;
    /** How much of its parent's own text comes before it. */
    private final int place;
    private final List<XmlNode> children = new ArrayList<>(0);
    /** The text of the element without that of its children. */
    private final StringBuilder own = new StringBuilder(0);

    private XmlNode(Path file, String tag, String[] attributes, int place) {
        this.file = file;
        this.tag = tag;
        this.attributes = attributes;
        this.place = place;
    }

    /** Parses a file and returns its root element. */
    static XmlNode parse(Path file) throws IOException {
        Tree tree = new Tree(file);
        try (InputStream in = Files.newInputStream(file)) {
            parser().parse(in, tree);
            return tree.root;
        } catch (SAXParseException e) {
            throw new IOException(file + ": not well-formed XML, line " + e.getLineNumber() + ": " + XmlLimits.reason(e), e);
        } catch (SAXException e) {
            throw new IOException(file + ": not well-formed XML: " + XmlLimits.reason(e), e);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + IoMessages.reason(e, file), e);
        }
    }

    private static SAXParser parser() throws IOException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XmlLimits.NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XmlLimits.DEPTH, XmlLimits.DEEPEST);
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("no XML parser: " + e.getMessage(), e);
        }
    }

    /** Makes the elements as the parser meets them. Throws all errors, prints none. */
    private static final class Tree extends DefaultHandler {
        private final Path file;
        private final Deque<XmlNode> open = new ArrayDeque<>();
        private XmlNode root;

        Tree(Path file) {
            this.file = file;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes given) {
            String[] attributes = new String[2 * given.getLength()];
            for (int i = 0; i < given.getLength(); i++) {
                attributes[2 * i] = given.getQName(i);
                attributes[2 * i + 1] = given.getValue(i);
            }
            XmlNode parent = open.peek();
            XmlNode node = new XmlNode(file, qName, attributes, parent == null ? 0 : parent.own.length());
            if (parent == null) {
                root = node;
            } else {
                parent.children.add(node);
            }
            open.push(node);
        }

        @Override
        public void characters(char[] buffer, int start, int length) {
            open.peek().own.append(buffer, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.pop();
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    /** Returns the name of the element. */
    String name() {
        return tag;
    }

    /** Returns the file. */
    Path file() {
        return file;
    }

    /** Returns the first child element of a name, or null. */
    XmlNode child(String name) {
        for (XmlNode child : children) {
            if (child.tag.equals(name)) {
                return child;
            }
        }
        return null;
    }

    /** Returns the first child element of a name, which must be there. */
    XmlNode required(String name) throws IOException {
        XmlNode child = child(name);
        if (child == null) {
            throw new IOException(file + ": element <" + tag + "> has no <" + name + ">");
        }
        return child;
    }

    /** Returns all child elements of a name. */
    List<XmlNode> children(String name) {
        List<XmlNode> found = new ArrayList<>();
        for (XmlNode child : children) {
            if (child.tag.equals(name)) {
                found.add(child);
            }
        }
        return found;
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
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(name)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    /** Returns the trimmed text of the element and of those in it. */
    String text() {
        if (children.isEmpty()) {
            return own.toString().trim();
        }
        StringBuilder all = new StringBuilder();
        addText(all);
        return all.toString().trim();
    }

    private void addText(StringBuilder all) {
        int done = 0;
        for (XmlNode child : children) {
            all.append(own, done, child.place);
            child.addText(all);
            done = child.place;
        }
        all.append(own, done, own.length());
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
            throw new IOException(file + ": element <" + tag + "> has no text in <" + name + ">");
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
            throw new IOException(file + ": <" + name + "> in <" + tag + "> is " + size + ", expected at least 1");
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
            throw new IOException(file + ": <" + name + "> in <" + tag + "> is " + text(name) + ", expected a finite number");
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
            throw new IOException(file + ": <" + name + "> in <" + tag + "> is '" + text + "', expected an integer", e);
        }
    }

    private double parseDouble(String name, String text) throws IOException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": <" + name + "> in <" + tag + "> is '" + text + "', expected a number", e);
        }
    }
}
