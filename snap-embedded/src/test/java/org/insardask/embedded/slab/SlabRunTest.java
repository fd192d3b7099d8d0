package org.insardask.embedded.slab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.cli.CommandLine;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphFile;
import org.insardask.embedded.graph.GraphNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plan, slabs and assembling without SLURM, in this process. */
class SlabRunTest {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 1500;
    private static final int[] TYPES = {ProductData.TYPE_FLOAT32, ProductData.TYPE_INT16, ProductData.TYPE_UINT8, ProductData.TYPE_FLOAT64};

    @TempDir
    private Path folder;

    /** Runs the words quietly, and counts. */
    private static final class QuietGpt implements SlabTask.Gpt {
        private int runs;

        @Override
        public boolean resumes() {
            return true;
        }

        @Override
        public int run(List<String> words) throws IOException {
            runs++;
            try {
                CommandLine.run(words.toArray(new String[0]));
            } catch (Exception e) {
                throw new IOException(e);
            }
            return 0;
        }
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty("znap.compressor.id");
    }

    private String source() {
        Path file = folder.resolve("source.dim");
        if (!Files.exists(file)) {
            Random random = new Random(7);
            Product product = new Product("source", "test", WIDTH, HEIGHT);
            for (int type : TYPES) {
                ProductData samples = ProductData.createInstance(type, WIDTH * HEIGHT);
                for (int i = 0; i < samples.getNumElems(); i++) {
                    samples.setElemDoubleAt(i, random.nextInt(200));
                }
                product.addBand("band_" + type, type).setRasterData(samples);
            }
            GPF.writeProduct(product, file.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        }
        return file.toString();
    }

    private List<String> words(Path target, String... more) {
        List<String> words = new ArrayList<>(List.of("BandSelect", "-SsourceProduct=" + source(), "-t", target.toString(), "-q", "2"));
        words.addAll(List.of(more));
        return words;
    }

    private static SlabRun plan(Path target, int tasks, List<String> words) throws Exception {
        SlabRun run = SlabRun.of(target);
        Files.createDirectories(target.getParent());
        run.create(new SlabRequest(words, tasks, false, false));
        new SlabPlanning(run).make();
        return run;
    }

    private static void computeAll(SlabRun run, QuietGpt gpt) throws Exception {
        for (Slab slab : run.plan().orElseThrow().slabs()) {
            assertEquals(0, new SlabTask(run, slab.number()).compute(1, gpt));
        }
    }

    private static Map<String, byte[]> bytes(Path tree) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains(".slurm/")).toList()) {
                bytes.put(tree.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"dim, BEAM-DIMAP, 1, ''", "dim, BEAM-DIMAP, 7, ''", "znap, ZNAP, 1, ''", "znap, ZNAP, 3, ''", "znap, ZNAP, 5, ''",
        "znap, ZNAP, 3, -Dznap.compressor.id=zlib", "znap, ZNAP, 5, -Dznap.compressor.id=zlib"})
    void assembledBytesAreThoseOfASingleRun(String extension, String format, int tasks, String property) throws Exception {
        String[] more = property.isEmpty() ? new String[] {"-f", format} : new String[] {"-f", format, property};
        Path single = folder.resolve("single/a." + extension);
        CommandLine.run(words(single, more).toArray(new String[0]));
        Path target = folder.resolve("slabs/a." + extension);
        SlabRun run = plan(target, tasks, words(target, more));
        QuietGpt gpt = new QuietGpt();
        computeAll(run, gpt);
        computeAll(run, gpt);
        assertEquals(tasks, gpt.runs, "a finished slab is not computed again");
        new SlabAssembly(run, 2, Duration.ZERO).assemble();
        Map<String, byte[]> expected = bytes(single.getParent());
        Map<String, byte[]> actual = bytes(target.getParent());
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, content) -> assertArrayEquals(content, actual.get(name), name));
        assertTrue(expected.size() > 8, expected.keySet().toString());
        assertTrue(run.isDone());
        assertFalse(Files.exists(run.slabs()), "slabs are removed");
    }

    private static String refusal(SlabRun run) {
        return assertThrows(SlabException.class, () -> new SlabAssembly(run, 2, Duration.ZERO).assemble()).getMessage();
    }

    private static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
    }

    @Test
    void missingAndSpoiltSlabsAreRefusedByNumber() throws Exception {
        Path target = folder.resolve("slabs/a.dim");
        SlabRun run = plan(target, 4, words(target));
        QuietGpt gpt = new QuietGpt();
        assertTrue(refusal(run).startsWith(target + " is not assembled: slabs 1, 2, 3, 4 of 4 not finished"), refusal(run));
        computeAll(run, gpt);
        Files.delete(run.slabs().resolve("0002.manifest"));
        assertTrue(refusal(run).contains("slab 2 of 4 not finished; insar-slurm resume"), refusal(run));
        computeAll(run, gpt);
        spoil(run.slabs().resolve("0001.data/band_30.img"));
        Files.write(run.slabs().resolve("0003.data/band_11.img"), new byte[5]);
        spoil(run.slabs().resolve("0004.manifest"));
        String sizes = refusal(run);
        assertTrue(sizes.contains("slab 3 (0003.data/band_11.img has 5 bytes") && sizes.contains("slab 4 (0004.manifest"), sizes);
        computeAll(run, gpt);
        String bytes = refusal(run);
        assertTrue(bytes.contains("corrupt: slab 1 (0001.data/band_30.img has other bytes than were written)"), bytes);
        assertEquals(SlabRun.State.CORRUPT, run.state(run.plan().orElseThrow(), run.plan().orElseThrow().slabs().get(0)));
        assertFalse(Files.exists(target));
        computeAll(run, gpt);
        assertEquals(8, gpt.runs);
        new SlabAssembly(run, 1, Duration.ZERO).assemble();
        assertTrue(Files.exists(target));
    }

    @Test
    void changedInputIsRefusedByName() throws Exception {
        Path target = folder.resolve("slabs/a.dim");
        SlabRun run = plan(target, 2, words(target));
        Files.setLastModifiedTime(Path.of(source()), FileTime.fromMillis(1000));
        String message = assertThrows(SlabException.class, () -> new SlabTask(run, 1).compute(1, new QuietGpt())).getMessage();
        assertTrue(message.startsWith("changed since submit: ReadOp@sourceProduct.file=" + source() + "; slabs of before"), message);
        assertThrows(SlabException.class, () -> new SlabPlanning(run).make());
    }

    @Test
    void moreSlabsThanRowsOfTilesAreRefused() {
        Path target = folder.resolve("slabs/a.dim");
        String message = assertThrows(SlabException.class, () -> plan(target, 700, words(target))).getMessage();
        assertTrue(message.matches("--tasks 700 is more than the [0-9]+ rows of tiles of the target \\(1500 rows in tiles of [0-9]+\\); "
                + "expected 1 to [0-9]+"), message);
    }

    @Test
    void slabsCoverAllRowsOnce() {
        for (int count : new int[] {1, 2, 5, 12}) {
            int next = 0;
            for (Slab slab : Slab.cut(93, 8, count)) {
                assertEquals(next, slab.y());
                assertEquals(0, slab.y() % 8);
                assertTrue(slab.rows() > 0);
                next = slab.end();
            }
            assertEquals(93, next);
        }
    }

    @Test
    void graphsThatCannotBeSplitAreRefused() throws IOException {
        String read = "<node id=\"read\"><operator>Read</operator><sources/><parameters><file>x.dim</file></parameters></node>";
        String write = "<node id=\"%s\"><operator>Write</operator><sources><source refid=\"read\"/></sources><parameters><file>%s</file>"
                + "</parameters></node>";
        String end = "<node id=\"end\"><operator>Subset</operator><sources><source refid=\"other\"/></sources><parameters/></node>";
        Path two = graph("two.xml", read + String.format(write, "a", "a.dim") + String.format(write, "b", "b.dim"));
        Path elsewhere = graph("elsewhere.xml", read + read.replace("read", "other") + String.format(write, "a", "a.dim") + end);
        assertEquals("the graph has 2 Write nodes (a, b); expected one: a run is split for one product", refusal(two));
        assertEquals("node 'end' (Subset) needs the whole of node 'other', and what is written is node 'read'; run it on its own, or let "
                + "it follow the node that is written", refusal(elsewhere));
    }

    @Test
    void nodesThatEveryTaskWouldRunForTheWholeSceneAreRefused() throws IOException {
        String read = "<node id=\"read\"><operator>Read</operator><sources/><parameters><file>x.dim</file></parameters></node>";
        String subset = "<node id=\"part\"><operator>Subset</operator><sources><source refid=\"read\"/></sources>"
                + "<parameters>%s</parameters></node>";
        String write = "<node id=\"write\"><operator>Write</operator><sources><source refid=\"part\"/></sources><parameters>"
                + "<file>y.dim</file></parameters></node>";
        Path own = graph("own.xml", read + String.format(subset, "<outputFile>t.csv</outputFile>") + write);
        assertEquals("node 'part' (Subset) writes 't.csv', and every task would; let it follow the node that is written and nothing follow "
                + "it, or run it on its own", refusal(own));
        Path table = graph("table.xml", read + String.format(subset, "<outputFile>t.csv</outputFile>"));
        assertEquals("node 'part' (Subset) writes 't.csv' from the whole of its source, and there is no product to split; run it with "
                + "insar-gpt on a product that is there", assertThrows(SlabException.class,
                        () -> new SlabGraph(new Graph(new GraphFile(table).nodes(Map.of())))).getMessage());
        Path variable = graph("variable.xml", read + String.format(subset, "<region>${a}</region>") + write);
        SlabRequest request = new SlabRequest(List.of(variable.toString(), "-Pa=${HOME}"), 1, false, false);
        assertEquals("node 'part': region='${HOME}' holds '${', which the graph of a task would take for a variable; choose another name",
                assertThrows(SlabException.class, request::graph).getMessage());
    }

    @Test
    void oneNodeMayBeTwoSources() {
        List<GraphNode.Source> sources = List.of(new GraphNode.Source("mother", "a"), new GraphNode.Source("mask", "a"),
                new GraphNode.Source("sourceProduct", "b"), new GraphNode.Source("sourceProduct.1", "b"));
        String text = GraphText.of("g", List.of(GraphNode.of("n", "Subset", sources, Map.of())));
        assertTrue(text.replaceAll("\\s+", "")
                .contains("<motherrefid=\"a\"/><maskrefid=\"a\"/><sourceProductrefid=\"b\"/></sources>"), text);
    }

    @Test
    void mistakesOfNodesThatFollowAreFoundByThePlan() throws Exception {
        Path file = graph("follow.xml", "<node id=\"read\"><operator>Read</operator><sources/><parameters><file>" + source()
                + "</file></parameters></node><node id=\"write\"><operator>Write</operator><sources><source refid=\"read\"/></sources>"
                + "<parameters><file>" + folder.resolve("slabs/a.dim") + "</file></parameters></node><node id=\"end\"><operator>BandSelect"
                + "</operator><sources><source refid=\"read\"/></sources><parameters><sourceBands>nope</sourceBands></parameters></node>");
        Exception failure = assertThrows(OperatorException.class, () -> plan(folder.resolve("slabs/a.dim"), 2, List.of(file.toString())));
        assertTrue(failure.getMessage().startsWith("[NodeId: end] "), failure.getMessage());
        assertTrue(failure.getMessage().contains("nope"), failure.getMessage());
    }

    /** As where the folder comes over a network, and is known as it was a while ago. */
    @Test
    void manifestThatAppearsLateIsWaitedFor() throws Exception {
        Path target = folder.resolve("slabs/a.dim");
        SlabRun run = plan(target, 2, words(target));
        computeAll(run, new QuietGpt());
        Path manifest = run.slabs().resolve("0002.manifest");
        Path hidden = folder.resolve("hidden");
        Files.move(manifest, hidden);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> {
            try {
                Files.move(hidden, manifest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        new SlabAssembly(run, 1, Duration.ofSeconds(60)).assemble();
        late.get();
        assertTrue(Files.exists(target));
    }

    @Test
    void spoiltPlanIsNamed() throws Exception {
        Path target = folder.resolve("slabs/a.dim");
        SlabRun run = plan(target, 2, words(target));
        Files.writeString(run.planFile(), "target=x\nslabs=0:\n");
        assertEquals(run.planFile() + " is spoilt: insar-slurm cancel, remove the folder of the run and submit again",
                assertThrows(SlabException.class, run::plan).getMessage());
    }

    private Path graph(String name, String nodes) throws IOException {
        return Files.writeString(folder.resolve(name), "<graph id=\"g\"><version>1.0</version>" + nodes + "</graph>");
    }

    private static String refusal(Path graph) {
        SlabRequest request = new SlabRequest(List.of(graph.toString()), 1, false, false);
        return assertThrows(SlabException.class, request::graph).getMessage();
    }
}
