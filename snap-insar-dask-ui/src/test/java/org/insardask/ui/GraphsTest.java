package org.insardask.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The graphs behind menu entries: known operators, known parameters, sources that are nodes before them. */
class GraphsTest {

    static final List<String> NAMES = GraphInstaller.NAMES;

    /** Operators of SNAP's own that the graphs use. */
    private static final Set<String> OF_SNAP = Set.of("Read", "Write", "ProductSet-Reader");
    private static final Set<String> WITHOUT_SOURCE = Set.of("Read", "ProductSet-Reader", "Points-Import");

    @ParameterizedTest
    @FieldSource("NAMES")
    void operatorsAndParametersExist(String name) throws IOException, ParserConfigurationException, SAXException {
        List<String> own = ParameterTable.operators();
        for (Element node : nodes(name)) {
            String operator = child(node, "operator").getTextContent();
            assertTrue(OF_SNAP.contains(operator) || own.contains(operator), operator);
            assertTrue(operator.equals("Read") || operator.equals(node.getAttribute("id")), "SNAP shows the id as the title of the tab: "
                    + node.getAttribute("id"));
            if (own.contains(operator)) {
                List<String> known = ParameterTable.parameters(operator).stream().map(ParameterTable::name).toList();
                for (Element parameter : children(child(node, "parameters"))) {
                    assertTrue(known.contains(parameter.getTagName()), operator + " has no parameter " + parameter.getTagName());
                }
            }
        }
    }

    /** SNAP's dialogs set defaults only in a node without any parameter: a node that has one needs all that have a default. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void aNodeHasNoParametersOrAllThatHaveADefault(String name) throws IOException, ParserConfigurationException, SAXException {
        for (Element node : nodes(name)) {
            String operator = child(node, "operator").getTextContent();
            List<String> given = children(child(node, "parameters")).stream().map(Element::getTagName).toList();
            if (!given.isEmpty() && !OF_SNAP.contains(operator)) {
                List<String> withDefault = ParameterTable.parameters(operator).stream()
                        .filter(field -> !field.getAnnotation(Parameter.class).defaultValue().isEmpty()).map(ParameterTable::name).toList();
                assertTrue(given.containsAll(withDefault), operator + " of " + name + " has " + given + ", expected " + withDefault);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everySourceIsANodeBeforeIt(String name) throws IOException, ParserConfigurationException, SAXException {
        List<String> before = new ArrayList<>();
        Set<String> unused = new HashSet<>();
        for (Element node : nodes(name)) {
            String operator = child(node, "operator").getTextContent();
            List<Element> sources = children(child(node, "sources"));
            assertEquals(WITHOUT_SOURCE.contains(operator), sources.isEmpty(), node.getAttribute("id"));
            for (Element source : sources) {
                assertTrue(before.contains(source.getAttribute("refid")), source.getAttribute("refid"));
                unused.remove(source.getAttribute("refid"));
            }
            before.add(node.getAttribute("id"));
            unused.add(node.getAttribute("id"));
        }
        assertEquals(Set.of(before.get(before.size() - 1)), unused, "every node but the last is a source");
    }

    private static List<Element> nodes(String name) throws IOException, ParserConfigurationException, SAXException {
        try (InputStream in = GraphInstaller.class.getResourceAsStream("graphs/" + name)) {
            assertNotNull(in, name);
            return children(Xml.parse(in).getDocumentElement()).stream().filter(element -> element.getTagName().equals("node")).toList();
        }
    }

    private static Element child(Element parent, String tag) {
        return children(parent).stream().filter(element -> element.getTagName().equals(tag)).findFirst().orElseThrow();
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
