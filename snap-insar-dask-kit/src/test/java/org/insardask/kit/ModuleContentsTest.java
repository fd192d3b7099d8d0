package org.insardask.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed: nothing of SNAP's, nothing twice, nothing that SNAP would hide, and every service with its class. */
class ModuleContentsTest {

    /** Packages that SNAP and its platform bring. */
    private static final List<String> FOREIGN = List.of("org.esa.snap.", "eu.esa.", "com.bc.", "org.insardask.embedded.", "org.openide.",
            "org.netbeans.", "org.jfree.", "org.locationtech.", "org.geotools.", "org.opengis.", "org.ejml.", "com.fasterxml.",
            "org.slf4j.", "com.google.common.", "ucar.", "com.bc.zarr.");

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
    void nothingOfSnapIsInside() throws IOException {
        for (UnpackedModule module : kit.modules()) {
            for (Path jar : module.jars()) {
                for (String name : UnpackedModule.classes(jar)) {
                    assertTrue(FOREIGN.stream().noneMatch(name::startsWith), jar.getFileName() + " holds " + name);
                }
            }
        }
    }

    @Test
    void noPackedClassIsHiddenByAPackageThatSnapExports() throws IOException {
        for (UnpackedModule module : kit.modules()) {
            for (Path jar : module.jars()) {
                for (String name : UnpackedModule.classes(jar)) {
                    for (String dependency : module.dependencies().keySet()) {
                        assertFalse(platform.exportedBy(dependency).contain(name),
                                name + " of " + jar.getFileName() + " would be looked for in " + dependency);
                    }
                }
            }
        }
    }

    @Test
    void noClassIsThereTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (UnpackedModule module : kit.modules()) {
            for (Path jar : module.jars()) {
                for (String name : UnpackedModule.classes(jar)) {
                    assertTrue(name.equals("module-info") || seen.add(name), name + " is there twice, also in " + jar.getFileName());
                }
            }
        }
    }

    @Test
    void theClassPathNamesThePackedLibraries() {
        for (UnpackedModule module : kit.modules()) {
            Set<String> packed = new TreeSet<>();
            for (Path library : module.libraries()) {
                packed.add(module.jar().getParent().relativize(library).toString().replace('\\', '/'));
            }
            Set<String> named = new TreeSet<>(List.of(module.header("Class-Path").trim().split("\\s+", -1)));
            named.remove("");
            assertEquals(packed, named, module.codeName());
        }
    }

    @Test
    void everyServiceHasItsClass() throws IOException {
        int services = 0;
        for (UnpackedModule module : kit.modules()) {
            for (Path jar : module.jars()) {
                for (String entry : UnpackedModule.entries(jar)) {
                    if (entry.startsWith("META-INF/services/") || entry.startsWith("META-INF/namedservices/")) {
                        services += assertProvidersExist(module, jar, entry);
                    }
                }
            }
        }
        assertTrue(services >= 7, "operators and the installer of the graphs, found " + services);
    }

    private static int assertProvidersExist(UnpackedModule module, Path jar, String entry) throws IOException {
        List<String> providers = UnpackedModule.text(jar, entry).lines().map(line -> line.replaceFirst("#.*", "").trim())
                .filter(line -> !line.isEmpty()).toList();
        for (String provider : providers) {
            assertTrue(UnpackedModule.classes(jar).contains(provider), module.codeName() + ", " + entry + " names " + provider);
        }
        return providers.size();
    }

    @Test
    void everyOperatorIsRegistered() throws IOException {
        Path jar = kit.module(Kit.CORE).jar();
        List<String> registered = UnpackedModule.text(jar, "META-INF/services/org.esa.snap.core.gpf.OperatorSpi").lines().sorted().toList();
        List<String> present = UnpackedModule.classes(jar).stream().filter(name -> name.endsWith("Op$Spi")).sorted().toList();
        assertEquals(present, registered);
    }
}
