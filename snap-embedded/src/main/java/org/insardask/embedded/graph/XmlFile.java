package org.insardask.embedded.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.XmlLimits;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads small XML files. Document types and external entities are refused. */
final class XmlFile {

    private XmlFile() {
    }

    /** The root element. Throws an {@link OperatorException} that names the file and the line where it cannot be read. */
    static XmlElement read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Builder builder = new Builder();
            parser().parse(new InputSource(in), builder);
            return builder.root;
        } catch (SAXParseException e) {
            throw new OperatorException(String.format("%s, line %d: %s", file, e.getLineNumber(), XmlLimits.reason(e)), e);
        } catch (NoSuchFileException e) {
            throw new OperatorException("No such file: '" + file + "'.", e);
        } catch (SAXException e) {
            throw new OperatorException("Cannot read '" + file + "': " + XmlLimits.reason(e), e);
        } catch (IOException e) {
            throw new OperatorException("Cannot read '" + file + "': " + IoMessages.reason(e, file), e);
        }
    }

    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XmlLimits.NO_DOCTYPE, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XmlLimits.DEPTH, XmlLimits.DEEPEST);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    private static final class Builder extends DefaultHandler {

        private final Deque<XmlElement> open = new ArrayDeque<>();
        private Locator locator;
        private XmlElement root;

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            XmlElement element = new XmlElement(name, locator.getLineNumber());
            for (int i = 0; i < attributes.getLength(); i++) {
                element.setAttribute(attributes.getQName(i), attributes.getValue(i));
            }
            if (open.isEmpty()) {
                root = element;
            } else {
                open.peek().add(element);
            }
            open.push(element);
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            open.peek().append(chars, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            open.pop();
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
}
