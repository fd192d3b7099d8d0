package org.insardask.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The layers of the packed module: every class, file and text that they name can be found in SNAP. */
class ModuleLayerTest {

    /** Attributes whose text is the name of a class. */
    private static final Set<String> CLASS_ATTRIBUTES = Set.of("operatorUIClass", "instanceClass");
    /** Attributes whose text is the path of an icon. */
    private static final Set<String> RESOURCE_ATTRIBUTES = Set.of("iconBase");
    /** A second layer that NetBeans reads where a module has it. */
    private static final String GENERATED_LAYER = "META-INF/generated-layer.xml";
    private static final Pattern HELP_SET = Pattern.compile("<helpsetref url=\"nbdocs:/([^\"]+)\"");
    private static final Pattern INSTANCE = Pattern.compile("<instance class=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static UnpackedModule module;
    private static List<Packages> exported;
    private static List<Element> layers;
    private static List<String> entries;
    private static Set<String> inside;

    @BeforeAll
    static void unpack() throws IOException, ParserConfigurationException, SAXException {
        Kit kit = Kit.unpack(folder);
        module = kit.module(Kit.UI);
        PlatformModules platform = PlatformModules.read();
        exported = new ArrayList<>(List.of(kit.module(Kit.CORE).exported()));
        module.dependencies().keySet().forEach(name -> exported.add(platform.exportedBy(name)));
        entries = UnpackedModule.entries(module.jar());
        inside = new TreeSet<>(UnpackedModule.classes(module.jar()));
        layers = new ArrayList<>();
        for (String name : List.of(module.header("OpenIDE-Module-Layer"), GENERATED_LAYER)) {
            if (entries.contains(name) || !name.equals(GENERATED_LAYER)) {
                layers.add(Xml.parse(text(name)).getDocumentElement());
            }
        }
    }

    @Test
    void layersAreFileSystems() {
        for (Element layer : layers) {
            assertEquals("filesystem", layer.getTagName());
        }
    }

    @Test
    void everyClassIsInsideOrInADeclaredModule() throws IOException {
        SnapClasses known = SnapClasses.read();
        Set<String> missing = new TreeSet<>();
        for (String name : classNames()) {
            boolean found = inside.contains(name) || name.startsWith("javax.swing.")
                    || exported.stream().anyMatch(packages -> packages.contain(name));
            if (!found || known.lack(name)) {
                missing.add(name);
            }
        }
        assertEquals(Set.of(), missing, "classes that the layer names");
        assertTrue(classNames().contains("org.esa.snap.graphbuilder.rcp.actions.GraphAction"), classNames().toString());
    }

    @Test
    void everyShadowLeadsToAFileOfTheLayer() {
        Set<String> paths = new TreeSet<>(elements("file").stream().map(ModuleLayerTest::path).toList());
        int shadows = 0;
        for (Element attribute : attributes(name -> name.equals("originalFile"))) {
            assertTrue(paths.contains(attribute.getAttribute("stringvalue")), attribute.getAttribute("stringvalue"));
            shadows++;
        }
        assertTrue(shadows >= 7, "menu entries, found " + shadows);
    }

    @Test
    void everyTextOfABundleIsThere() throws IOException {
        for (Element attribute : elements("attr")) {
            String value = attribute.getAttribute("bundlevalue");
            if (!value.isEmpty()) {
                String[] words = value.split("#", 2);
                String bundle = text(words[0].replace('.', '/') + ".properties");
                assertTrue(bundle.lines().anyMatch(line -> line.startsWith(words[1] + "=")), value);
            }
        }
    }

    @Test
    void everyFileIsInTheModule() {
        for (Element attribute : attributes(RESOURCE_ATTRIBUTES::contains)) {
            assertTrue(entries.contains(attribute.getAttribute("stringvalue")), attribute.getAttribute("stringvalue"));
        }
        for (Element file : elements("file")) {
            String url = file.getAttribute("url");
            String base = module.header("OpenIDE-Module-Layer").replaceFirst("[^/]*$", "");
            assertTrue(url.isEmpty() || url.contains(":") || entries.contains(url.startsWith("/") ? url.substring(1) : base + url), url);
        }
    }

    @Test
    void theHelpSetIsRegisteredAndInside() {
        List<String> helpSets = found(HELP_SET);
        assertFalse(helpSets.isEmpty(), "the layer registers a help set");
        for (String helpSet : helpSets) {
            assertTrue(entries.contains(helpSet), helpSet);
            assertTrue(entries.contains(helpSet.replaceFirst("[^/]*$", "JavaHelpSearch/DOCS")), "search index of " + helpSet);
        }
    }

    @Test
    void theGraphsOfTheMenuAreInside() {
        for (Element attribute : attributes(name -> name.equals("graphFile"))) {
            String graph = attribute.getAttribute("stringvalue").replaceFirst("^insardask/", "org/insardask/ui/graphs/");
            assertTrue(entries.contains(graph), graph);
        }
    }

    private static List<Element> elements(String tag) {
        return layers.stream().flatMap(layer -> Xml.elements(layer, tag).stream()).toList();
    }

    private static Set<String> classNames() {
        Set<String> names = new TreeSet<>(found(INSTANCE));
        for (Element attribute : elements("attr")) {
            for (Map.Entry<String, Boolean> kind : Map.of("methodvalue", true, "newvalue", false).entrySet()) {
                String value = attribute.getAttribute(kind.getKey());
                if (!value.isEmpty()) {
                    names.add(kind.getValue() ? value.substring(0, value.lastIndexOf('.')) : value);
                }
            }
        }
        attributes(CLASS_ATTRIBUTES::contains).forEach(attribute -> names.add(attribute.getAttribute("stringvalue")));
        return names;
    }

    private static List<Element> attributes(Predicate<String> name) {
        return elements("attr").stream().filter(attribute -> name.test(attribute.getAttribute("name"))).toList();
    }

    /** What a pattern finds in the contents of the layer's files. */
    private static List<String> found(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Element file : elements("file")) {
            Matcher matcher = pattern.matcher(file.getTextContent());
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static String path(Element file) {
        StringBuilder path = new StringBuilder(file.getAttribute("name"));
        for (Element parent = (Element) file.getParentNode(); !layers.contains(parent); parent = (Element) parent.getParentNode()) {
            path.insert(0, parent.getAttribute("name") + "/");
        }
        return path.toString();
    }

    private static String text(String entry) throws IOException {
        return UnpackedModule.text(module.jar(), entry);
    }
}
