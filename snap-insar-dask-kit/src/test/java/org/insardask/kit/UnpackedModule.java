package org.insardask.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A module as its .nbm file holds it: its jar, the libraries beside it, and what its manifest says. */
final class UnpackedModule {

    private final Path folder;
    private final Path jar;
    private final List<Path> libraries;
    private final Attributes manifest;

    private UnpackedModule(Path folder, Path jar, List<Path> libraries, Attributes manifest) {
        this.folder = folder;
        this.jar = jar;
        this.libraries = libraries;
        this.manifest = manifest;
    }

    static UnpackedModule unpack(Path nbm, Path folder) throws IOException {
        Zips.unpack(nbm, folder);
        Path modules = folder.resolve("netbeans/modules");
        Path jar = files(modules, 1).get(0);
        try (JarFile file = new JarFile(jar.toFile())) {
            List<Path> libraries = files(modules, Integer.MAX_VALUE).stream().filter(path -> !path.equals(jar)).toList();
            return new UnpackedModule(folder, jar, libraries, file.getManifest().getMainAttributes());
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    String codeName() {
        return header("OpenIDE-Module");
    }

    /** A header of the manifest; empty where it is not there. */
    String header(String name) {
        String value = manifest.getValue(name);
        return value == null ? "" : value;
    }

    Path jar() {
        return jar;
    }

    /** The jars that are packed beside the module's own. */
    List<Path> libraries() {
        return libraries;
    }

    List<Path> jars() {
        return Stream.concat(Stream.of(jar), libraries.stream()).toList();
    }

    /** Text of a file of the .nbm that is outside of the jars. */
    String file(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    Packages exported() {
        String packages = header("OpenIDE-Module-Public-Packages");
        return new Packages(packages.equals("-") ? List.of() : List.of(packages.split(",\\s*", -1)));
    }

    /** The modules that it needs, each with what is asked of the version ({@code > 12.0.0}), empty where nothing is. */
    Map<String, String> dependencies() {
        Map<String, String> dependencies = new LinkedHashMap<>();
        for (String dependency : header("OpenIDE-Module-Module-Dependencies").split(",\\s*", -1)) {
            String[] words = dependency.split(" ", 2);
            dependencies.put(words[0], words.length > 1 ? words[1] : "");
        }
        return dependencies;
    }

    /** The names of the files in a jar. */
    static List<String> entries(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> names.add(entry.getName()));
        }
        return names;
    }

    /** The classes in a jar, by their names; those for newer versions of Java only are left out. */
    static List<String> classes(Path jar) throws IOException {
        return entries(jar).stream().filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')).toList();
    }

    static byte[] bytes(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry found = file.getEntry(entry);
            if (found == null) {
                throw new IOException(jar.getFileName() + " has no " + entry);
            }
            try (InputStream in = file.getInputStream(found)) {
                return in.readAllBytes();
            }
        }
    }

    static String text(Path jar, String entry) throws IOException {
        return new String(bytes(jar, entry), StandardCharsets.UTF_8);
    }
}
