package org.insardask.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorSpiRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The layer: every menu entry leads to an action, every action to a registered operator. */
class LayerTest {

    private static Document layer;

    @BeforeAll
    static void readLayer() throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        try (InputStream in = LayerTest.class.getResourceAsStream("layer.xml")) {
            assertNotNull(in, "layer.xml is beside the classes");
            layer = builder.parse(in);
        }
    }

    @Test
    void everyActionNamesARegisteredOperator() {
        OperatorSpiRegistry registry = GPF.getDefaultInstance().getOperatorSpiRegistry();
        registry.loadOperatorSpis();
        List<Element> actions = files(".instance");
        assertFalse(actions.isEmpty());
        for (Element action : actions) {
            String alias = attribute(action, "operatorName");
            assertNotNull(registry.getOperatorSpi(alias), "operator of " + action.getAttribute("name") + ": " + alias);
            assertFalse(attribute(action, "ShortDescription").isBlank());
        }
    }

    @Test
    void everyMenuEntryStandsInSnapsPsiFolderAndLeadsToAnAction() {
        List<String> actions = files(".instance").stream().map(LayerTest::path).toList();
        List<Element> entries = files(".shadow");
        assertEquals(actions.size(), entries.size());
        for (Element entry : entries) {
            assertTrue(path(entry).startsWith("Menu/Radar/Interferometric/PSI\\SBAS/"), path(entry));
            assertTrue(actions.contains(attribute(entry, "originalFile")), attribute(entry, "originalFile"));
        }
    }

    private static List<Element> files(String suffix) {
        NodeList nodes = layer.getElementsByTagName("file");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element file = (Element) nodes.item(i);
            if (file.getAttribute("name").endsWith(suffix)) {
                found.add(file);
            }
        }
        return found;
    }

    private static String path(Element file) {
        StringBuilder path = new StringBuilder(file.getAttribute("name"));
        for (Node node = file.getParentNode(); node instanceof Element; node = node.getParentNode()) {
            if ("folder".equals(node.getNodeName())) {
                path.insert(0, ((Element) node).getAttribute("name") + "/");
            }
        }
        return path.toString();
    }

    private static String attribute(Element file, String name) {
        NodeList attributes = file.getElementsByTagName("attr");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            if (attribute.getAttribute("name").equals(name)) {
                return attribute.getAttribute("stringvalue");
            }
        }
        return "";
    }
}
