package org.insardask.embedded.ledger;

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

/** The public classes of a folder that have SNAP's package names, held to a ledger of SNAP's signatures. */
public final class MirroredClasses {

    private final Ledger ledger;
    private final List<Class<?>> mirrored = new ArrayList<>();

    private MirroredClasses(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Loads the classes that stand beside one of them.
     *
     * @param ledger the ledger as a resource of this class
     * @param one a class of the folder
     */
    public static MirroredClasses beside(Class<?> one, String ledger) throws IOException, URISyntaxException, ClassNotFoundException {
        MirroredClasses classes = new MirroredClasses(Ledger.read(ledger));
        Path root = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        for (String name : classNames(root)) {
            Class<?> type = Class.forName(name, false, one.getClassLoader());
            if (isVisible(type)) {
                classes.mirrored.add(type);
            }
        }
        return classes;
    }

    /** How many classes the ledger has. */
    public int ledgerSize() {
        return ledger.size();
    }

    /** How many classes were found. */
    public int size() {
        return mirrored.size();
    }

    /** Classes that SNAP does not have. */
    public List<String> unknownClasses() {
        return mirrored.stream().map(Class::getName).filter(name -> ledger.get(name) == null).sorted().toList();
    }

    /** Public and protected members that SNAP does not have. */
    public List<String> unknownMembers() throws IllegalAccessException {
        List<String> missing = new ArrayList<>();
        for (Class<?> type : mirrored) {
            LedgerClass entry = ledger.get(type.getName());
            for (String member : Signatures.of(type)) {
                if (entry != null && !entry.has(member)) {
                    missing.add(type.getName() + ": " + member);
                }
            }
        }
        return missing;
    }

    /** Classes that are declared otherwise than in SNAP. */
    public List<String> otherDeclarations() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> type : mirrored) {
            LedgerClass entry = ledger.get(type.getName());
            if (entry != null) {
                compareDeclaration(type, entry, wrong);
            }
        }
        return wrong;
    }

    /**
     * Abstract methods of SNAP that are absent.
     *
     * @param neverImplemented the names of types that nobody implements, where they may be absent
     */
    public List<String> absentMethods(Set<String> neverImplemented) throws IllegalAccessException {
        List<String> absent = new ArrayList<>();
        for (Class<?> type : mirrored) {
            LedgerClass entry = ledger.get(type.getName());
            boolean checked = entry != null && Modifier.isAbstract(type.getModifiers()) && !type.isAnnotation()
                    && !neverImplemented.contains(type.getName());
            if (checked) {
                Set<String> wanted = new LinkedHashSet<>(entry.abstractMembers());
                wanted.removeAll(Signatures.of(type));
                wanted.forEach(member -> absent.add(type.getName() + ": " + member));
            }
        }
        return absent;
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
}
