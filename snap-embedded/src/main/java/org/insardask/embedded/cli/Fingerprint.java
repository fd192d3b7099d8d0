package org.insardask.embedded.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphNode;

/**
 * Sums up everything that the bytes of a run's outputs depend on: the nodes of the graph with their parameters, the sizes and times of all
 * files that parameters name (with the files that lie beside them under the same name, such as {@code a.data} beside {@code a.dim}),
 * system properties of the command line, the jars, and the Java version. Threads and cache are left out: they do not change a byte.
 * For one thread.
 */
final class Fingerprint {
    private final MessageDigest digest = sha256();
    private final TreeSet<Path> seen = new TreeSet<>();

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
        fingerprint.add(new TreeMap<>(systemProperties).toString());
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
            }
        }
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

    private static boolean startsWith(Path file, String stem) {
        return !stem.equals(".") && file.getFileName().toString().startsWith(stem);
    }

    /** Of folders only products count: others may be where results go. */
    private void addTree(Path tree) throws IOException {
        if (Files.isDirectory(tree) && !tree.toString().endsWith(".data") && !Files.exists(tree.resolve(".zgroup"))) {
            return;
        }
        TreeMap<Path, BasicFileAttributes> files = new TreeMap<>();
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(file, attributes);
                return FileVisitResult.CONTINUE;
            }
        });
        files.forEach(this::addFile);
    }

    private void addFile(Path file, BasicFileAttributes attributes) {
        add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
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
