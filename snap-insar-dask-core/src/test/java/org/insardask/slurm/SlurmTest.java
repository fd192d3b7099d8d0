package org.insardask.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.insardask.slurm.SlurmCluster.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code insar-slurm} with a real SLURM of one node: the PSI chain in slabs gives the bytes of a single run, also after tasks were killed
 * and a slab was spoilt. Only processes are used, no class of the embedded runner.
 */
class SlurmTest {

    private static final Path ROOT = Path.of(System.getProperty("insardask.root", "..")).toAbsolutePath().normalize();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String OPTIONS = "-Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Djava.awt.headless=true";

    @TempDir
    private static Path folder;

    private static SlurmCluster cluster;
    private static String classPath;
    private static String options = OPTIONS;

    @BeforeAll
    static void startCluster() throws Exception {
        assumeTrue(!"snap".equals(System.getProperty("insardask.runtime")), "skipped: insar-slurm is not part of SNAP");
        assumeTrue(SlurmCluster.missing().isEmpty(), "skipped: " + SlurmCluster.missing());
        boolean root = "root".equals(System.getProperty("user.name"));
        try {
            cluster = SlurmCluster.start(Files.createDirectories(folder.resolve("cluster")), 4);
        } catch (TimeoutException e) {
            assumeTrue(root, "skipped: SLURM does not start for a user who is not root: " + e.getMessage());
            throw e;
        }
        classPath = jars();
        Path archive = folder.resolve("classes.jsa");
        options = OPTIONS + " -XX:ArchiveClassesAtExit=" + archive + " -Xlog:cds=off -Xlog:cds+dynamic=off";
        runAlone(chain(folder.resolve("warm"), "psi.dim"));
        options = OPTIONS + " -XX:SharedArchiveFile=" + archive + " -Xlog:cds=off -Xlog:cds+dynamic=off";
        Path launcher = folder.resolve("insar-slurm");
        Files.writeString(launcher, "#!/bin/sh\nINSAR_SLURM='" + launcher + "' exec '" + JAVA + "' " + options + " -cp '" + classPath
                + "' org.insardask.embedded.slurm.SlurmMain \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("single"));
    }

    /** The class path of the tests with jars in the place of folders: then Java can share classes, and starts in half the time. */
    private static String jars() {
        List<String> entries = new ArrayList<>();
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : all.split(File.pathSeparator, -1)) {
            if (!entry.isBlank() && Files.isDirectory(Path.of(entry))) {
                String jar = folder.resolve("classes" + entries.size() + ".jar").toString();
                ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
                assertEquals(0, tool.run(System.out, System.err, "--create", "--file", jar, "-C", entry, "."), jar);
                entries.add(jar);
            } else if (Files.isRegularFile(Path.of(entry))) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    @AfterAll
    static void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static Said slurm(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("insar-slurm").toString()));
        command.addAll(List.of(words));
        return cluster.run(command, ROOT, Map.of());
    }

    /** The words of the chain. */
    private static List<String> chain(Path out, String name, String... more) {
        List<String> words = new ArrayList<>(List.of("graphs/psi-chain.xml", "-p", "test-products/town.properties",
                "-Pmethod=BOOTSTRAPPING", "-Poutput=" + out.resolve(name), "-Pmap=" + out.resolve("map.png")));
        words.addAll(List.of(more));
        return words;
    }

    private static void runAlone(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-cp", classPath, "org.esa.snap.core.gpf.main.GPT"));
        command.addAll(words);
        Said said = cluster.run(command, ROOT, Map.of());
        assertEquals(0, said.status(), said.text());
    }

    private static Path submit(Path out, String name, int tasks, String... more) throws IOException {
        Files.createDirectories(out);
        List<String> words = new ArrayList<>(List.of("submit"));
        words.addAll(chain(out, name, more));
        words.addAll(List.of("--tasks", Integer.toString(tasks), "--cpus-per-task", "1", "--partition=normal", "--time=0:10:00"));
        Said said = slurm(words.toArray(new String[0]));
        assertEquals(0, said.status(), said.text());
        assertTrue(said.text().contains("slab") && said.text().contains(": assembling"), said.text());
        return out.resolve(name);
    }

    private static Path run(Path product) {
        return product.resolveSibling(product.getFileName().toString().replaceAll("\\.[a-z]+$", ".slurm"));
    }

    private static void awaitDone(Path product) throws InterruptedException, TimeoutException {
        SlurmCluster.await("the assembling of " + product, () -> Files.exists(run(product).resolve("done")));
    }

    /** The bytes of all files of a folder but those of the run, which may be removed at that moment. */
    private static Map<String, byte[]> bytes(Path tree) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return dir.toString().endsWith(".slurm") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                bytes.put(tree.relativize(file).toString(), Files.readAllBytes(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes;
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        Map<String, byte[]> single = bytes(expected);
        Map<String, byte[]> assembled = bytes(actual);
        assertEquals(single.keySet(), assembled.keySet());
        assertTrue(single.size() > 50, single.keySet().toString());
        single.forEach((name, content) -> assertTrue(Arrays.equals(content, assembled.get(name)), name + " differs"));
    }

    @Test
    void oneThreeAndSevenSlabsHaveTheBytesOfASingleRun() throws Exception {
        Path dimap = folder.resolve("single/dimap");
        Path znap = folder.resolve("single/znap");
        String[] zipped = {"-PoutputFormat=ZNAP", "-Dznap.compressor.id=zlib"};
        List<Path> products = new ArrayList<>();
        for (int tasks : new int[] {1, 3, 7}) {
            products.add(submit(folder.resolve("dimap" + tasks), "psi.dim", tasks));
        }
        products.add(submit(folder.resolve("znap3"), "psi.znap", 3, zipped));
        runAlone(chain(dimap, "psi.dim"));
        runAlone(chain(znap, "psi.znap", zipped));
        for (Path product : products) {
            awaitDone(product);
            assertSame(product.toString().endsWith(".dim") ? dimap : znap, product.getParent());
            assertEquals(0, slurm("status", product.toString()).status());
        }
    }

    private static void awaitStaging(Path slabs, int number) throws InterruptedException, TimeoutException {
        String prefix = String.format(Locale.ROOT, ".%04d.dim.part-", number);
        SlurmCluster.await("slab " + number + " to be half done", () -> {
            try (Stream<Path> files = Files.list(slabs)) {
                return files.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String arrayJob(Path run) throws IOException {
        return Files.readAllLines(run.resolve("jobs")).stream().filter(line -> line.startsWith("ARRAY ")).findFirst().orElseThrow()
                .substring("ARRAY ".length());
    }

    private static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void killedTasksAreResumedAndSpoiltSlabsAreRefused() throws Exception {
        Path temperatures = Files.copy(ROOT.resolve("test-products/town/town_temperatures.csv"), folder.resolve("temperatures.csv"));
        FileTime time = Files.getLastModifiedTime(temperatures);
        String[] words = {"-Pmethod=ILS", "-Ptemperatures=" + temperatures};
        Path single = folder.resolve("single/killed");
        Path product = submit(folder.resolve("killed"), "psi.dim", 4, words);
        Path run = run(product);
        awaitStaging(run.resolve("slabs"), 2);
        assertEquals(0, cluster.run(List.of("scancel", arrayJob(run) + "_2")).status());
        awaitStaging(run.resolve("slabs"), 3);
        assertEquals(0, cluster.run(List.of("scancel", "--batch", "--signal=KILL", arrayJob(run) + "_3")).status());
        runAlone(chain(single, "psi.dim", words));
        String job = arrayJob(run);
        SlurmCluster.await("the other slabs", () -> Files.exists(run.resolve("slabs/0001.manifest"))
                && Files.exists(run.resolve("slabs/0004.manifest"))
                && cluster.run(List.of("squeue", "--noheader", "--states=PENDING,RUNNING,COMPLETING", "--jobs=" + job))
                        .text().isBlank());
        Said status = slurm("status", product.toString());
        assertEquals(1, status.status(), status.text());
        assertTrue(status.text().matches("(?s).*slab 2 .*CANCELLED.*slab 3 .*FAILED.*"), status.text());
        assertFalse(Files.exists(product), "assembled without two slabs");

        Files.setLastModifiedTime(temperatures, FileTime.fromMillis(0));
        Said changed = slurm("resume", product.toString());
        assertEquals(1, changed.status(), changed.text());
        assertTrue(changed.text().contains("Error: changed since submit: arcs.temperatureFile="), changed.text());
        Files.setLastModifiedTime(temperatures, time);

        spoil(run.resolve("slabs/0001.data/velocity.img"));
        Said resumed = slurm("resume", product.toString());
        assertEquals(0, resumed.status(), resumed.text());
        assertTrue(resumed.text().contains("2 slabs to compute: 2-3"), resumed.text());
        SlurmCluster.await("the refusal", () -> Files.exists(run.resolve("slabs/0001.refused")));
        assertFalse(Files.exists(product), "assembled with a spoilt slab");
        SlurmCluster.await("the line in the log", () -> slurmLog(product).contains("psi.dim is not assembled: corrupt: slab 1 "
                + "(0001.data/velocity.img has other bytes than were written); insar-slurm resume computes them again"));

        Said again = slurm("resume", product.toString());
        assertEquals(0, again.status(), again.text());
        assertTrue(again.text().contains("1 slabs to compute: 1"), again.text());
        awaitDone(product);
        assertSame(single, product.getParent());
    }

    private static String slurmLog(Path product) {
        try (Stream<Path> logs = Files.list(run(product).resolve("logs"))) {
            StringBuilder text = new StringBuilder();
            for (Path log : logs.filter(file -> file.getFileName().toString().startsWith("assemble.")).toList()) {
                text.append(Files.readString(log, StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void pairsAreFollowedByTheStack() throws Exception {
        Path list = folder.resolve("pairs.csv");
        Files.writeString(list, "date\n04Jan2021\n21Feb2021\n05Mar2021\n17Mar2021\n10Apr2021\n");
        Path out = Files.createDirectories(folder.resolve("pairs"));
        Said said = slurm("pairs", list.toString(), "graphs/pair-slc.xml", "-p", "graphs/pair-slc.properties", "-Pfolder=" + out,
                "--cpus-per-task", "1", "--then", "Arc-Unwrapping", "-Ssource=test-products/town/town_mother.dim", out + "/{date}-slc.znap",
                "-Pterms=offset,velocity,height", "-Pmethod=BOOTSTRAPPING", "-t", out.resolve("arcs.dim").toString(), "--tasks", "2");
        assertEquals(0, said.status(), said.text());
        awaitDone(out.resolve("arcs.dim"));
        Said status = slurm("status", list.toString());
        assertEquals(0, status.status(), status.text());
        assertTrue(status.text().contains("pairs: 5 rows, 5 FINISHED") && status.text().contains("arcs: complete"), status.text());
        List<String> words = new ArrayList<>(List.of("Arc-Unwrapping", "-Ssource=test-products/town/town_mother.dim"));
        try (Stream<Path> pairs = Files.list(out)) {
            pairs.filter(file -> file.toString().endsWith(".znap")).sorted().forEach(file -> words.add(file.toString()));
        }
        Path single = folder.resolve("single/pairs");
        words.addAll(List.of("-Pterms=offset,velocity,height", "-Pmethod=BOOTSTRAPPING", "-t", single.resolve("arcs.dim").toString()));
        runAlone(words);
        Map<String, byte[]> expected = bytes(single);
        Map<String, byte[]> assembled = bytes(out);
        expected.keySet().stream().filter(name -> name.endsWith(".img"))
                .forEach(name -> assertTrue(Arrays.equals(expected.get(name), assembled.get(name)), name + " differs"));
        assertTrue(expected.size() > 10, expected.keySet().toString());
    }
}
