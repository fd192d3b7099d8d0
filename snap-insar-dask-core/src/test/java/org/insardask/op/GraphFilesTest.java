package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.esa.snap.core.gpf.descriptor.ParameterDescriptor;
import org.esa.snap.core.gpf.descriptor.SourceProductDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The graphs name operators, sources and parameters that exist, and their properties files give every variable and no other. */
class GraphFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("insardask.root", ".."));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    @BeforeAll
    static void registerOperators() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Element graph(String text) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || element.getTagName().equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element node, String name) {
        List<Element> found = children(node, name);
        assertEquals(1, found.size(), "<" + name + "> in node " + node.getAttribute("id"));
        return found.get(0).getTextContent().trim();
    }

    @ParameterizedTest
    @CsvSource({
        "graphs/slc-reconstruction.xml, graphs/slc-reconstruction.properties",
        "graphs/polygon-enrichment.xml, graphs/polygon-enrichment.properties",
        "graphs/arc-unwrapping.xml, graphs/arc-unwrapping.properties",
        "graphs/polygon-statistics.xml, graphs/polygon-statistics.properties",
        "graphs/re-reference.xml, graphs/re-reference.properties",
        "graphs/ps-selection.xml, graphs/ps-selection.properties",
        "graphs/psi-chain.xml, test-products/town.properties"
    })
    void variablesAreThoseOfThePropertiesFile(String graphFile, String propertiesFile) throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(Files.readString(ROOT.resolve(graphFile)));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        assertEquals(used, new TreeSet<>(properties(propertiesFile).stringPropertyNames()));
    }

    @ParameterizedTest
    @CsvSource({"slc-reconstruction", "polygon-enrichment", "arc-unwrapping", "polygon-statistics", "re-reference", "ps-selection",
        "psi-chain", "pair-slc"})
    void nodesNameWhatExists(String name) throws IOException {
        Element graph = graph(Files.readString(ROOT.resolve("graphs").resolve(name + ".xml")));
        assertEquals(name, graph.getAttribute("id"));
        assertEquals("1.0", text(graph, "version"));
        Set<String> known = new HashSet<>();
        for (Element node : children(graph, "node")) {
            checkNode(node, known);
            assertTrue(known.add(node.getAttribute("id")), "two nodes " + node.getAttribute("id"));
        }
        assertTrue(known.size() >= 2);
    }

    private static void checkNode(Element node, Set<String> known) {
        String operator = text(node, "operator");
        OperatorSpi spi = GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi(operator);
        assertNotNull(spi, "no operator " + operator);
        Set<String> parameters = new HashSet<>();
        for (ParameterDescriptor parameter : spi.getOperatorDescriptor().getParameterDescriptors()) {
            parameters.add(parameter.getAlias() == null ? parameter.getName() : parameter.getAlias());
        }
        for (Element parameter : children(children(node, "parameters").get(0), null)) {
            assertTrue(parameters.contains(parameter.getTagName()), operator + " has no parameter " + parameter.getTagName());
        }
        Set<String> sources = new HashSet<>();
        for (SourceProductDescriptor source : spi.getOperatorDescriptor().getSourceProductDescriptors()) {
            sources.add(source.getAlias() == null ? source.getName() : source.getAlias());
        }
        boolean takesMany = Arrays.stream(spi.getOperatorClass().getDeclaredFields())
                .anyMatch(field -> field.isAnnotationPresent(SourceProducts.class));
        for (Element source : children(children(node, "sources").get(0), null)) {
            assertTrue(takesMany || sources.contains(source.getTagName()), operator + " has no source " + source.getTagName());
            assertTrue(known.contains(source.getAttribute("refid")), "no node " + source.getAttribute("refid") + " before its use");
        }
    }
}
