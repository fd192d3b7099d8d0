import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Makes one jar whose manifest names every jar below the given folders, for the test class path of {@code mvn verify -Psnap}.
 * <p>
 * Usage: {@code java SnapModules.java DIR[:DIR...] OUT.jar}
 */
public final class SnapModules {

    private SnapModules() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2 || args[0].isBlank() || args[0].startsWith("${")) {
            throw new IllegalArgumentException("-Psnap needs -Dsnap.modules=DIR[" + File.pathSeparator + "DIR]: the folders with SNAP's jars");
        }
        List<Path> jars = new ArrayList<>();
        for (String dir : args[0].split(File.pathSeparator)) {
            jars.addAll(jarsBelow(Path.of(dir).toAbsolutePath().normalize()));
        }
        if (jars.stream().noneMatch(jar -> jar.getFileName().toString().contains("snap-gpf"))) {
            throw new IllegalArgumentException("-Dsnap.modules=" + args[0] + ": expected SNAP's jars, found no *snap-gpf*.jar among " + jars.size());
        }
        write(Path.of(args[1]), jars);
    }

    private static List<Path> jarsBelow(Path dir) throws IOException {
        if (!Files.isDirectory(dir)) {
            throw new IllegalArgumentException("-Dsnap.modules: no such folder: " + dir);
        }
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void write(Path target, List<Path> jars) throws IOException {
        StringBuilder classPath = new StringBuilder();
        for (Path jar : jars) {
            classPath.append(jar.toUri().toASCIIString()).append(' ');
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.toString().trim());
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}
