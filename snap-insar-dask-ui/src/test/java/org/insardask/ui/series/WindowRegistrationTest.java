package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The layer that makes the window known: all names in it lead somewhere. */
class WindowRegistrationTest {

    private static final List<String> PATHS = new ArrayList<>();
    private static final List<Element> FILES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        try (InputStream in = PsTimeSeriesTopComponent.class.getResourceAsStream("/META-INF/generated-layer.xml")) {
            NodeList files = builder.parse(in).getElementsByTagName("file");
            for (int i = 0; i < files.getLength(); i++) {
                Element file = (Element) files.item(i);
                StringBuilder path = new StringBuilder(file.getAttribute("name"));
                for (Node node = file.getParentNode(); node instanceof Element folder && folder.hasAttribute("name");
                        node = node.getParentNode()) {
                    path.insert(0, folder.getAttribute("name") + "/");
                }
                PATHS.add(path.toString());
                FILES.add(file);
            }
        }
    }

    private static String attribute(String path, String name, String kind) {
        NodeList attributes = FILES.get(PATHS.indexOf(path)).getElementsByTagName("attr");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            if (attribute.getAttribute("name").equals(name)) {
                return attribute.getAttribute(kind);
            }
        }
        return "";
    }

    @Test
    void windowModeActionMenuAndToolbarBelongTogether() {
        String action = "Actions/Window/org-insardask-ui-series-PsTimeSeriesTopComponent.instance";
        String menu = "Menu/View/Tool Windows/Radar/org-insardask-ui-series-PsTimeSeriesTopComponent.shadow";
        String toolbar = "Toolbars/Radar Tool Windows/org-insardask-ui-series-PsTimeSeriesTopComponent.shadow";
        String id = PsTimeSeriesTopComponent.ID;
        assertEquals(List.of("Windows2/Components/" + id + ".settings", "Windows2/Modes/output/" + id + ".wstcref", action, menu, toolbar),
                PATHS);
        assertEquals(action, attribute(menu, "originalFile", "stringvalue"));
        assertEquals(action, attribute(toolbar, "originalFile", "stringvalue"));
        assertEquals(id, attribute(action, "preferredID", "stringvalue"));
        assertEquals(PsTimeSeriesTopComponent.class.getName(), attribute(action, "component", "newvalue"));
        String icon = "/" + attribute(action, "iconBase", "stringvalue");
        assertNotNull(PsTimeSeriesTopComponent.class.getResource(icon), icon);
        assertNotNull(PsTimeSeriesTopComponent.class.getResource(icon.replace(".png", "24.png")), icon + " for large toolbars");
    }
}
