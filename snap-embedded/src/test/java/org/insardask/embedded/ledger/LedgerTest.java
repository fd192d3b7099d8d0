package org.insardask.embedded.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds every class under SNAP's package names to the ledger of SNAP's signatures: nothing public or protected may be here
 * that SNAP does not have, and constants have SNAP's values, because javac copies them into the classes that use them.
 */
class LedgerTest {

    /** Types that operators and tests call and never implement, so their abstract methods may be absent here. */
    private static final Set<String> NEVER_IMPLEMENTED_BY_CLIENTS = Set.of(
            "eu.esa.snap.core.datamodel.group.BandGroup",
            "org.esa.snap.core.datamodel.AbstractBand",
            "org.esa.snap.core.datamodel.AbstractGeoCoding",
            "org.esa.snap.core.datamodel.DataNode",
            "org.esa.snap.core.datamodel.GeoCoding",
            "org.esa.snap.core.datamodel.ProductData",
            "org.esa.snap.core.datamodel.ProductNode",
            "org.esa.snap.core.datamodel.RasterDataNode",
            "org.esa.snap.core.gpf.OperatorSpiRegistry",
            "org.esa.snap.core.gpf.Tile",
            "org.esa.snap.core.gpf.descriptor.DataElementDescriptor",
            "org.esa.snap.core.gpf.descriptor.ElementDescriptor",
            "org.esa.snap.core.gpf.descriptor.OperatorDescriptor",
            "org.esa.snap.core.gpf.descriptor.ParameterDescriptor",
            "org.esa.snap.core.gpf.descriptor.SourceProductDescriptor");

    private static Ledger ledger;
    private static List<Class<?>> mirrored;

    @BeforeAll
    static void readLedgerAndClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        ledger = Ledger.read("/snap-api-14.txt");
        Path root = Path.of(Product.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        mirrored = new ArrayList<>();
        for (String name : classNames(root)) {
            Class<?> type = Class.forName(name, false, Product.class.getClassLoader());
            if (isVisible(type)) {
                mirrored.add(type);
            }
        }
    }

    @Test
    void ledgerAndClassesAreThere() {
        assertTrue(ledger.size() > 80, "the ledger has " + ledger.size() + " classes");
        assertTrue(mirrored.size() > 40, "only " + mirrored.size() + " mirrored classes found");
    }

    @Test
    void everyClassStandsInTheLedger() {
        assertNone("classes that SNAP does not have", mirrored.stream().map(Class::getName).filter(name -> ledger.get(name) == null));
    }

    @Test
    void everyMemberStandsInTheLedger() throws IllegalAccessException {
        List<String> missing = new ArrayList<>();
        for (Class<?> type : mirrored) {
            LedgerClass entry = ledger.get(type.getName());
            for (String member : Signatures.of(type)) {
                if (entry != null && !entry.has(member)) {
                    missing.add(type.getName() + ": " + member);
                }
            }
        }
        assertNone("members that SNAP does not have", missing.stream());
    }

    @Test
    void classesAreDeclaredAsInTheLedger() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> type : mirrored) {
            LedgerClass entry = ledger.get(type.getName());
            if (entry != null) {
                compareDeclaration(type, entry, wrong);
            }
        }
        assertNone("classes that are declared otherwise than in SNAP", wrong.stream());
    }

    @Test
    void whatClientsImplementIsComplete() throws IllegalAccessException {
        List<String> absent = new ArrayList<>();
        for (Class<?> type : mirrored) {
            LedgerClass entry = ledger.get(type.getName());
            boolean checked = entry != null && Modifier.isAbstract(type.getModifiers()) && !type.isAnnotation()
                    && !NEVER_IMPLEMENTED_BY_CLIENTS.contains(type.getName());
            if (checked) {
                Set<String> wanted = new LinkedHashSet<>(entry.abstractMembers());
                wanted.removeAll(Signatures.of(type));
                wanted.forEach(member -> absent.add(type.getName() + ": " + member));
            }
        }
        assertNone("abstract methods of SNAP that are absent", absent.stream());
    }

    private static void compareDeclaration(Class<?> type, LedgerClass entry, List<String> wrong) {
        compare(type, "interface", type.isInterface(), entry, wrong);
        if (!type.isInterface()) {
            compare(type, "abstract", Modifier.isAbstract(type.getModifiers()), entry, wrong);
            compare(type, "final", Modifier.isFinal(type.getModifiers()), entry, wrong);
            String superclass = visibleSuperclass(type).getName();
            boolean same = superclass.equals("java.lang.Object") ? !entry.hasSuperclass() : entry.isDerivedFrom(superclass);
            if (!same) {
                wrong.add(type.getName() + " extends " + superclass);
            }
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (!entry.isDerivedFrom(implemented.getName())) {
                wrong.add(type.getName() + " implements " + implemented.getName());
            }
        }
    }

    private static void compare(Class<?> type, String word, boolean here, LedgerClass entry, List<String> wrong) {
        if (here != entry.isDeclared(word)) {
            wrong.add(type.getName() + " is " + (here ? "" : "not ") + word);
        }
    }

    private static Class<?> visibleSuperclass(Class<?> type) {
        Class<?> superclass = type.getSuperclass();
        while (!Signatures.isVisible(superclass.getModifiers())) {
            superclass = superclass.getSuperclass();
        }
        return superclass;
    }

    private static boolean isVisible(Class<?> type) {
        for (Class<?> t = type; t != null; t = t.getEnclosingClass()) {
            if (!Signatures.isVisible(t.getModifiers()) || t.isAnonymousClass() || t.isLocalClass()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .filter(file -> file.startsWith("org/esa/") || file.startsWith("com/bc/") || file.startsWith("eu/esa/"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static void assertNone(String what, Stream<String> found) {
        assertEquals("", found.sorted().collect(Collectors.joining("\n")), what);
    }
}
