package org.insardask.embedded.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphNode;

/**
 * Sums up everything that the bytes of a run's outputs depend on: the nodes of the graph with their parameters, the sizes and times of all
 * files that parameters name (with the files that lie beside them under the same name, such as {@code a.data} beside {@code a.dim}, and
 * the data files that a header names), system properties, wherever they were set, the jars and class folders, and the Java version. Links
 * are followed. Threads and cache are left out: they do not change a byte.
 * For one thread.
 */
final class Fingerprint {
    private static final List<String> PREFIXES = List.of("znap.", "snap.", "insardask.");
    private static final Set<String> COSMETIC = Set.of("insardask.terminal", "insardask.sync");
    private static final Pattern DATA_FILE = Pattern.compile("<DATA_FILE_PATH\\s+href=\"([^\"]+)\"");
    private static final long LARGEST_HEADER = 1L << 26;

    private final MessageDigest digest = sha256();
    private final TreeSet<Path> seen = new TreeSet<>();
    /** All that counted so far: most data files lie beside their header. */
    private final Set<Path> files = new HashSet<>();

    private Fingerprint() {
    }

    /**
     * Computes the fingerprint of a run.
     *
     * @param graph what is run
     * @param systemProperties those of the command line
     * @return a text that is equal for runs that write the same bytes
     * @throws IOException where a source cannot be looked at
     */
    static String of(Graph graph, Map<String, String> systemProperties) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addProgram();
        fingerprint.addProperties(systemProperties);
        for (GraphNode node : graph.nodes()) {
            fingerprint.add(node.id() + "\n" + node.operator() + "\n" + node.sources());
            fingerprint.addParameters(node);
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void addProgram() throws IOException {
        add(System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                addFile(path, Files.readAttributes(path, BasicFileAttributes.class));
            } else if (!entry.isBlank() && Files.isDirectory(path)) {
                addFiles(path, file -> file.toString().endsWith(".class") || file.startsWith(path.resolve("META-INF")));
            }
        }
    }

    private void addProperties(Map<String, String> ofCommandLine) {
        TreeMap<String, String> properties = new TreeMap<>(ofCommandLine);
        for (String name : System.getProperties().stringPropertyNames()) {
            if (PREFIXES.stream().anyMatch(name::startsWith)) {
                properties.put(name, System.getProperty(name));
            }
        }
        properties.keySet().removeAll(COSMETIC);
        add(properties.toString());
    }

    private void addParameters(GraphNode node) throws IOException {
        boolean writes = node.operator().equalsIgnoreCase("Write");
        for (Map.Entry<String, String> parameter : new TreeMap<>(node.parameters()).entrySet()) {
            add(parameter.getKey() + "=" + parameter.getValue());
            if (!writes) {
                addFilesIn(parameter.getValue());
                for (String item : parameter.getValue().split(",", -1)) {
                    addFilesIn(item.strip());
                }
            }
        }
    }

    private void addFilesIn(String value) throws IOException {
        if (value.isBlank()) {
            return;
        }
        try {
            Path path = Path.of(value).toAbsolutePath().normalize();
            if (path.getParent() != null && Files.exists(path) && seen.add(path)) {
                addWithSiblings(path);
                addDataFiles(path);
            }
        } catch (InvalidPathException e) {
            return; // Not the name of a file.
        }
    }

    private void addWithSiblings(Path path) throws IOException {
        String name = path.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.') + 1) : name + ".";
        try (Stream<Path> siblings = Files.list(path.getParent())) {
            for (Path each : siblings.filter(file -> file.equals(path) || startsWith(file, stem)).sorted().toList()) {
                addTree(each);
            }
        }
    }

    /** Of a header that was renamed, the data folder does not have its name. */
    private void addDataFiles(Path header) throws IOException {
        if (!header.toString().endsWith(".dim") || !Files.isRegularFile(header) || Files.size(header) > LARGEST_HEADER) {
            return;
        }
        Matcher names = DATA_FILE.matcher(Files.readString(header, StandardCharsets.ISO_8859_1));
        while (names.find()) {
            String name = toUtf8(names.group(1));
            addDataFile(header.resolveSibling(name));
            if (name.endsWith(".hdr")) {
                addDataFile(header.resolveSibling(name.substring(0, name.length() - ".hdr".length()) + ".img"));
            }
        }
    }

    private void addDataFile(Path file) throws IOException {
        if (!files.contains(file) && Files.isRegularFile(file)) {
            addFile(file, Files.readAttributes(file, BasicFileAttributes.class));
        }
    }

    private static String toUtf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean startsWith(Path file, String stem) {
        return !stem.equals(".") && file.getFileName().toString().startsWith(stem);
    }

    /** Of folders only products count: others may be where results go. */
    private void addTree(Path tree) throws IOException {
        if (Files.isDirectory(tree) && !tree.toString().endsWith(".data") && !Files.exists(tree.resolve(".zgroup"))) {
            return;
        }
        addFiles(tree, file -> true);
    }

    private void addFiles(Path tree, Predicate<Path> counts) throws IOException {
        TreeMap<Path, BasicFileAttributes> found = new TreeMap<>();
        Files.walkFileTree(tree, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (counts.test(file)) {
                    found.put(file, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        found.forEach(this::addFile);
    }

    private void addFile(Path file, BasicFileAttributes attributes) {
        files.add(file);
        add(file + " " + attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
