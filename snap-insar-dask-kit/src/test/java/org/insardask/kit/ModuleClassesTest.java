package org.insardask.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every class that the modules' classes lead to is in the module, in the JDK, or in a package that a declared module exports: as
 * NetBeans' class loaders would find it.
 */
class ModuleClassesTest {

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
    void everyClassOfTheOperatorsIsFound() throws IOException {
        assertEverythingIsFound(kit.module(Kit.CORE));
    }

    @Test
    void everyClassOfTheDesktopModuleIsFound() throws IOException {
        assertEverythingIsFound(kit.module(Kit.UI));
    }

    @Test
    void classesOfSnapStandInTheLedgers() throws IOException {
        SnapClasses known = SnapClasses.read();
        Set<String> unknown = new TreeSet<>();
        for (UnpackedModule module : kit.modules()) {
            ClassReferences references = ClassReferences.of(module.jars());
            for (String name : UnpackedModule.classes(module.jar())) {
                references.from(name).stream().filter(known::lack).forEach(target -> unknown.add(target + " (for " + name + ")"));
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void theWalkGoesIntoTheLibraries() throws IOException {
        UnpackedModule core = kit.module(Kit.CORE);
        Set<String> reached = ClassReferences.of(core.jars()).reachable(UnpackedModule.classes(core.jar()));
        assertTrue(reached.contains("org.insardask.op.ArcUnwrappingOp$Spi"), "operators are walked");
        assertTrue(reached.stream().anyMatch(name -> name.startsWith("org.wololo.flatgeobuf.")), "libraries are walked");
    }

    private static void assertEverythingIsFound(UnpackedModule module) throws IOException {
        Set<String> inside = new TreeSet<>();
        for (Path jar : module.jars()) {
            inside.addAll(UnpackedModule.classes(jar));
        }
        List<Packages> exported = exportedTo(module);
        ClassReferences references = ClassReferences.of(module.jars());
        Set<String> missing = new TreeSet<>();
        for (String name : references.reachable(UnpackedModule.classes(module.jar()))) {
            for (String target : references.from(name)) {
                boolean found = inside.contains(target) || exported.stream().anyMatch(packages -> packages.contain(target));
                if (!found) {
                    missing.add(target + " (for " + name + ")");
                }
            }
        }
        assertEquals(Set.of(), missing, module.codeName() + " refers to classes that it would not find in SNAP");
    }

    private static List<Packages> exportedTo(UnpackedModule module) {
        List<Packages> exported = new ArrayList<>();
        for (String dependency : module.dependencies().keySet()) {
            exported.add(dependency.equals(Kit.CORE) ? kit.module(Kit.CORE).exported() : platform.exportedBy(dependency));
        }
        return exported;
    }
}
