package org.insardask.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the modules say about themselves: names, versions, what they need and what they offer. */
class ModuleManifestTest {

    /** The oldest SNAP that is to load the modules. */
    private static final String OLDEST_SNAP = "12.0.0";

    @TempDir
    private static Path folder;

    private static Kit kit;
    private static PlatformModules platform;

    @BeforeAll
    static void unpack() throws IOException {
        kit = Kit.unpack(folder);
        platform = PlatformModules.read();
    }

    @Test
    void theKitHoldsTheTwoModules() {
        assertEquals(List.of(Kit.CORE, Kit.UI), kit.modules().stream().map(UnpackedModule::codeName).toList());
    }

    @Test
    void versionIsThatOfTheProject() {
        for (UnpackedModule module : kit.modules()) {
            assertEquals(Kit.version(), module.header("OpenIDE-Module-Specification-Version"), module.codeName());
        }
    }

    @Test
    void modulesAreNormalOnesThatPluginManagersShow() throws IOException {
        for (UnpackedModule module : kit.modules()) {
            String name = module.codeName().replace('.', '-');
            String config = module.file("netbeans/config/Modules/" + name + ".xml");
            assertEquals("netbeans/modules/" + name + ".jar", "netbeans/modules/" + module.jar().getFileName());
            assertTrue(config.contains("<param name=\"autoload\">false</param>"), config);
            assertTrue(config.contains("<param name=\"eager\">false</param>"), config);
            assertTrue(config.contains("<param name=\"enabled\">true</param>"), config);
            assertEquals("true", module.header("AutoUpdate-Show-In-Client"));
            for (String header : List.of("OpenIDE-Module-Name", "OpenIDE-Module-Short-Description", "OpenIDE-Module-Display-Category")) {
                assertFalse(module.header(header).isBlank(), header + " of " + module.codeName());
            }
            assertTrue(module.file("Info/info.xml").contains("GNU GENERAL PUBLIC LICENSE"), "licence of " + module.codeName());
        }
    }

    @Test
    void javaVersionIsThatOfTheClasses() throws IOException {
        for (UnpackedModule module : kit.modules()) {
            assertEquals("Java > 17", module.header("OpenIDE-Module-Java-Dependencies"));
            for (Path jar : module.jars()) {
                for (String name : UnpackedModule.classes(jar)) {
                    byte[] bytes = UnpackedModule.bytes(jar, name.replace('.', '/') + ".class");
                    int version = ByteBuffer.wrap(bytes).getShort(6) - 44;
                    assertTrue(version <= 17, name + " is for Java " + version);
                }
            }
        }
    }

    @Test
    void operatorsAreOfferedToOtherModulesAndTheDesktopModuleOffersNothing() throws IOException {
        assertEquals(List.of(), kit.module(Kit.UI).exported().patterns());
        Packages exported = kit.module(Kit.CORE).exported();
        List<String> classes = UnpackedModule.classes(kit.module(Kit.CORE).jar());
        Set<String> empty = new TreeSet<>(exported.patterns());
        for (String name : classes) {
            empty.removeIf(pattern -> new Packages(List.of(pattern)).contain(name));
        }
        assertEquals(Set.of(), empty, "exported packages without classes");
        assertTrue(exported.contain("org.insardask.op.ArcUnwrappingOp"), exported.patterns().toString());
        assertFalse(exported.contain("org.insardask.tile.TargetSamples"), exported.patterns().toString());
    }

    @Test
    void dependenciesAreModulesOfSnapThatAreOldEnough() {
        for (UnpackedModule module : kit.modules()) {
            for (Map.Entry<String, String> dependency : module.dependencies().entrySet()) {
                String name = dependency.getKey();
                if (name.equals(Kit.CORE)) {
                    assertEquals("> " + Kit.version(), dependency.getValue(), "operators and menu belong together");
                    continue;
                }
                assertTrue(platform.know(name), module.codeName() + " needs " + name + ", which is none of SNAP's modules");
                assertTrue(dependency.getValue().startsWith("> "), name + " " + dependency.getValue() + ": expected a lowest version");
                String lowest = dependency.getValue().substring(2);
                String oldest = name.startsWith("org.esa.snap.") ? OLDEST_SNAP : platform.version(name);
                assertTrue(compare(lowest, oldest) <= 0, name + " > " + lowest + ", expected at most " + oldest);
            }
        }
    }

    @Test
    void theMenuNeedsTheOperators() {
        assertTrue(kit.module(Kit.UI).dependencies().containsKey(Kit.CORE));
        assertFalse(kit.module(Kit.CORE).dependencies().containsKey(Kit.UI), "gpt needs no desktop");
        for (String name : kit.module(Kit.CORE).dependencies().keySet()) {
            assertTrue(Set.of("org.esa.snap.ceres.core", "org.esa.snap.snap.core", "org.esa.snap.snap.gpf").contains(name), name);
        }
    }

    private static int compare(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int difference = Integer.compare(i < a.length ? Integer.parseInt(a[i]) : 0, i < b.length ? Integer.parseInt(b[i]) : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
