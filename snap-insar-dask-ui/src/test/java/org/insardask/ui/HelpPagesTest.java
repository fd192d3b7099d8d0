package org.insardask.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The help pages: every operator has one, whose table of parameters says what the annotations say. To write the tables anew after a
 * parameter has changed: {@code mvn test -pl snap-insar-dask-ui -am -Dtest=HelpPagesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dinsardask.help.update=true}.
 */
class HelpPagesTest {

    private static final Path PAGES = Path.of(System.getProperty("insardask.root", ".."),
            "snap-insar-dask-ui/src/main/resources/org/insardask/ui/docs");
    private static final Pattern GRAPH = Pattern.compile("<pre class=\"graph\">(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)");

    private static HelpSet help;

    @BeforeAll
    static void readHelp() throws IOException, ParserConfigurationException, SAXException {
        help = HelpSet.read();
    }

    static List<String> operators() {
        return ParameterTable.operators();
    }

    static List<String> ids() {
        return List.copyOf(help.ids());
    }

    @Test
    void thereAreOperators() {
        assertTrue(operators().contains("Arc-Unwrapping"), operators().toString());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void tableOfParametersSaysWhatTheAnnotationsSay(String operator) throws IOException {
        assertNotNull(help.page(operator), "help page of " + operator + " in map.jhm");
        String begin = "<!-- parameters of " + operator + " -->\n";
        String end = "<!-- end of parameters -->";
        if (Boolean.getBoolean("insardask.help.update")) {
            rewrite(PAGES.resolve(help.page(operator)), begin, end, ParameterTable.html(operator));
            return;
        }
        String page = HelpSet.text(help.page(operator));
        assertTrue(page.contains(begin) && page.contains(end), help.page(operator) + " has the marks of the table");
        assertEquals(ParameterTable.html(operator), page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end)),
                help.page(operator));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void pageHasAnExampleGraphOfTheOperatorWithItsOwnParameters(String operator)
            throws IOException, ParserConfigurationException, SAXException {
        Matcher graph = GRAPH.matcher(HelpSet.text(help.page(operator)));
        assertTrue(graph.find(), help.page(operator) + " has an example graph");
        Element node = Xml.parse(graph.group(1).replace("&lt;", "<").replace("&gt;", ">")).getDocumentElement();
        assertEquals(operator, node.getElementsByTagName("operator").item(0).getTextContent());
        List<String> known = ParameterTable.parameters(operator).stream().map(ParameterTable::name).toList();
        NodeList parameters = ((Element) node.getElementsByTagName("parameters").item(0)).getElementsByTagName("*");
        assertFalse(parameters.getLength() == 0, "the example sets a parameter");
        for (int i = 0; i < parameters.getLength(); i++) {
            assertTrue(known.contains(parameters.item(i).getNodeName()), parameters.item(i).getNodeName() + " is a parameter");
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void pageHasSourceAndReference(String operator) throws IOException {
        String page = HelpSet.text(help.page(operator));
        assertTrue(page.contains("<h2>Source"), help.page(operator) + " says what the operator reads");
        assertTrue(page.contains("<h2>Reference"), help.page(operator) + " names its reference");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyIdHasItsPageWhoseLinksLeadToFiles(String id) throws IOException {
        String page = HelpSet.text(help.page(id));
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            assertTrue(HelpSet.exists(link.group(1)), help.page(id) + " refers to " + link.group(1));
        }
    }

    @Test
    void contentsListEveryPageOnce() {
        assertEquals(help.ids(), new HashSet<>(help.contents()));
        assertEquals(help.ids().size(), help.contents().size());
        assertEquals("InSAR-Dask", help.contents().get(0));
    }

    @Test
    void searchIndexIsBuiltFromThePages() {
        for (String file : Set.of("DOCS", "DOCS.TAB", "OFFSETS", "POSITIONS", "SCHEMA", "TMAP")) {
            assertTrue(HelpSet.exists("JavaHelpSearch/" + file), "JavaHelpSearch/" + file);
        }
    }

    private static void rewrite(Path file, String begin, String end, String table) throws IOException {
        String page = Files.readString(file);
        int from = page.indexOf(begin) + begin.length();
        Files.writeString(file, page.substring(0, from) + table + page.substring(page.indexOf(end)));
    }
}
