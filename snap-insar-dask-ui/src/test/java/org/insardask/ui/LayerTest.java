package org.insardask.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.Action;
import javax.xml.parsers.ParserConfigurationException;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorSpiRegistry;
import org.esa.snap.graphbuilder.gpf.ui.OperatorUI;
import org.esa.snap.rcp.actions.AbstractSnapAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The layer: every entry of the PSI menu leads to an action, every action to a registered operator or to a graph, and to a help page. */
class LayerTest {

    private static final String MENU = "Menu/Radar/Interferometric/PSI\\SBAS/";
    private static final String ACTIONS = "Actions/Operators/";

    private static Document layer;

    @BeforeAll
    static void readLayer() throws IOException, ParserConfigurationException, SAXException {
        try (InputStream in = LayerTest.class.getResourceAsStream("layer.xml")) {
            assertNotNull(in, "layer.xml is beside the classes");
            layer = Xml.parse(in);
        }
    }

    @Test
    void everyActionNamesARegisteredOperatorOrAGraph() {
        OperatorSpiRegistry registry = GPF.getDefaultInstance().getOperatorSpiRegistry();
        registry.loadOperatorSpis();
        for (Element action : actions()) {
            String alias = attribute(action, "operatorName");
            String graph = attribute(action, "graphFile");
            assertFalse(alias.isEmpty() && graph.isEmpty(), path(action) + " has neither an operator nor a graph");
            assertTrue(alias.isEmpty() || registry.getOperatorSpi(alias) != null, "operator of " + path(action) + ": " + alias);
            assertTrue(graph.isEmpty() || isInstalled(graph), "graph of " + path(action) + ": " + graph);
        }
    }

    @Test
    void graphsAreOpenedByTheActionForGraphs() {
        for (Element action : actions()) {
            String expected = attribute(action, "graphFile").isEmpty() ? "OperatorAction" : "GraphAction";
            assertEquals("org.esa.snap.graphbuilder.rcp.actions." + expected + ".create", attribute(action, "delegate", "methodvalue"),
                    path(action));
        }
    }

    @Test
    void methodsOfThePlatformExist() throws ReflectiveOperationException {
        for (Element action : actions()) {
            String method = attribute(action, "instanceCreate", "methodvalue");
            int dot = method.lastIndexOf('.');
            assertNotNull(Class.forName(method.substring(0, dot)).getDeclaredMethod(method.substring(dot + 1), Map.class), path(action));
        }
    }

    @Test
    void everyActionHasNameTooltipAndHelpPage() throws IOException, ParserConfigurationException, SAXException {
        Set<String> helpIds = HelpSet.read().ids();
        for (Element action : actions()) {
            assertFalse(attribute(action, "displayName").isBlank(), "display name of " + path(action));
            assertFalse(attribute(action, "ShortDescription").isBlank(), "tooltip of " + path(action));
            assertTrue(helpIds.contains(attribute(action, "helpId")), "help page of " + path(action) + ": " + attribute(action, "helpId"));
        }
    }

    @Test
    void everyActionIsOnceInSnapsPsiFolderOrItsSubmenu() {
        List<String> shown = files(MENU).stream().map(entry -> attribute(entry, "originalFile")).filter(file -> !file.isEmpty()).toList();
        assertEquals(new TreeSet<>(files("Actions/").stream().map(LayerTest::path).toList()), new TreeSet<>(shown));
        assertEquals(shown.size(), new HashSet<>(shown).size(), "no entry is there twice");
    }

    /** Also those of the sub-menu and the separators; 300 and less are positions of SNAP's own entries. */
    @Test
    void entriesOfAMenuAreInTheOrderOfTheirPositions() {
        Map<Node, Integer> last = new HashMap<>();
        for (Element entry : files(MENU)) {
            int position = Integer.parseInt(attribute(entry, "position", "intvalue"));
            Integer before = last.put(entry.getParentNode(), position);
            assertTrue(before == null || position > before, path(entry) + " is at " + position + ", expected after " + before);
            assertTrue(position > 300 || path(entry).startsWith(MENU + "Points/"), path(entry) + " is at " + position);
        }
        assertEquals(2, last.size(), "menus");
    }

    @Test
    void ownActionsHaveNameTooltipAndHelpPage() throws Exception {
        List<Element> own = files("Actions/InSAR Dask/");
        assertEquals(1, own.size());
        for (Element action : own) {
            Object made = Class.forName(attribute(action, "delegate", "newvalue")).getConstructor().newInstance();
            AbstractSnapAction delegate = assertInstanceOf(AbstractSnapAction.class, made);
            assertEquals(attribute(action, "displayName"), delegate.getValue(Action.NAME));
            assertFalse(attribute(action, "ShortDescription").isBlank(), "tooltip of " + path(action));
            assertTrue(HelpSet.read().ids().contains(delegate.getHelpId()), "help page " + delegate.getHelpId());
        }
    }

    @Test
    void everyOperatorHasAPanelOfItsOwn() throws ReflectiveOperationException {
        Set<String> operators = new TreeSet<>();
        for (Element panel : files("OperatorUIs/")) {
            operators.add(attribute(panel, "operatorName"));
            Class<?> type = Class.forName(attribute(panel, "operatorUIClass"));
            assertTrue(OperatorUI.class.isAssignableFrom(type), type.getName());
            assertNotNull(type.getConstructor(), "SNAP makes panels by their constructor");
        }
        assertEquals(new TreeSet<>(ParameterTable.operators()), operators);
    }

    @Test
    void theMenuHoldsTheStepsOfTheChain() {
        List<String> names = actions().stream().map(action -> attribute(action, "displayName")).toList();
        assertTrue(names.containsAll(List.of("SLC Reconstruction", "Polygon Enrichment", "Arc Unwrapping", "Re-Reference",
                "Polygon Statistics", "PSI Chain", "PS Selection", "Height To Phase", "Points Extraction", "Points Import",
                "Points Export", "Points Subset", "Raster Enrichment")), names.toString());
    }

    private static boolean isInstalled(String graph) {
        String folder = GraphInstaller.INTERNAL.substring("internal/".length()) + "/";
        return graph.startsWith(folder) && GraphInstaller.NAMES.contains(graph.substring(folder.length()));
    }

    private static List<Element> actions() {
        List<Element> actions = files(ACTIONS);
        assertFalse(actions.isEmpty());
        return actions;
    }

    /** The files of the layer whose path begins so, in the order of the layer. */
    private static List<Element> files(String folder) {
        NodeList nodes = layer.getElementsByTagName("file");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element file = (Element) nodes.item(i);
            if (path(file).startsWith(folder)) {
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
        return attribute(file, name, "stringvalue");
    }

    private static String attribute(Element file, String name, String kind) {
        NodeList attributes = file.getElementsByTagName("attr");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            if (attribute.getAttribute("name").equals(name)) {
                return attribute.getAttribute(kind);
            }
        }
        return "";
    }
}
