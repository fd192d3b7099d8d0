package org.insardask.slurm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.cli.CommandLine;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.slab.Slab;
import org.insardask.embedded.slab.SlabAssembly;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabGraph;
import org.insardask.embedded.slab.SlabPlanning;
import org.insardask.embedded.slab.SlabRequest;
import org.insardask.embedded.slab.SlabRun;
import org.insardask.embedded.slab.SlabTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators that look at the whole scene, in slabs without SLURM: the bytes of one run, or a line that says why not. */
class SlabOperatorsTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 1600;
    private static final String[] EPOCHS = {"VV_ref_31Mar2023", "VV_sec1_12Apr2023", "VV_sec2_24Apr2023", "VV_sec3_06May2023"};

    @TempDir
    private Path folder;

    private String stack() {
        Path file = folder.resolve("stack.dim");
        Random random = new Random(11);
        Product product = new Product("stack", "test", WIDTH, HEIGHT);
        for (String epoch : EPOCHS) {
            float[] real = new float[WIDTH * HEIGHT];
            float[] imaginary = new float[WIDTH * HEIGHT];
            for (int p = 0; p < real.length; p++) {
                real[p] = (float) (1.0 + 0.4 * random.nextGaussian());
                imaginary[p] = (float) (0.4 * random.nextGaussian());
            }
            add(product, "i_" + epoch, "real", real);
            add(product, "q_" + epoch, "imaginary", imaginary);
        }
        GPF.writeProduct(product, file.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        return file.toString();
    }

    private static void add(Product product, String name, String unit, float[] samples) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setRasterData(ProductData.createInstance(samples));
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

    /** Runs words once and in slabs, compares, and returns the product. */
    private String compared(String name, int tasks, String... words) throws Exception {
        Path single = Files.createDirectories(folder.resolve("single-" + name));
        Path slabs = Files.createDirectories(folder.resolve("slabs-" + name));
        List<String> alone = new ArrayList<>(List.of(words));
        alone.addAll(List.of("-t", single.resolve(name + ".dim").toString()));
        CommandLine.run(alone.toArray(new String[0]));
        List<String> split = new ArrayList<>(List.of(words));
        split.addAll(List.of("-t", slabs.resolve(name + ".dim").toString()));
        SlabRun run = SlabRun.of(slabs.resolve(name + ".dim"));
        run.create(new SlabRequest(split, tasks, false, false));
        new SlabPlanning(run).make();
        for (Slab slab : run.plan().orElseThrow().slabs()) {
            assertEquals(0, new SlabTask(run, slab.number()).compute(1, quiet()));
        }
        new SlabAssembly(run, 1, Duration.ZERO).assemble();
        Map<String, byte[]> expected = bytes(single);
        Map<String, byte[]> actual = bytes(slabs);
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((file, content) -> assertArrayEquals(content, actual.get(file), file));
        assertTrue(expected.size() > 4, expected.keySet().toString());
        return slabs.resolve(name + ".dim").toString();
    }

    private static SlabTask.Gpt quiet() {
        return new SlabTask.Gpt() {
            @Override
            public int run(List<String> words) throws IOException {
                try {
                    CommandLine.run(words.toArray(new String[0]));
                } catch (Exception e) {
                    throw new IOException(e);
                }
                return 0;
            }

            @Override
            public boolean resumes() {
                return true;
            }
        };
    }

    @Test
    void pixelsAndTheirPointsHaveTheBytesOfASingleRun() throws Exception {
        String stack = stack();
        String mask = compared("ps", 3, "PS-Selection", "-Ssource=" + stack, "-Pmethod=NAD", "-Pthreshold=0.8", "-Pnormalisation=MEAN");
        String points = compared("points", 1, "Points-Extraction", "-Ssource=" + stack, "-Sps=" + mask);
        compared("pixels", 1, "PS-Selection", "-Ssource=" + points, "-Pthreshold=0.5");
    }

    private String refusal(String nodes) throws IOException {
        Path file = Files.writeString(folder.resolve("graph.xml"), "<graph id=\"g\"><version>1.0</version><node id=\"read\"><operator>Read"
                + "</operator><sources/><parameters><file>stack.dim</file></parameters></node>" + nodes + "</graph>");
        GraphCommand command = GraphCommand.parse(List.of(file.toString()));
        return assertThrows(SlabException.class, () -> new SlabGraph(command.graph())).getMessage();
    }

    private static String node(String id, String operator, String source, String parameters) {
        return "<node id=\"" + id + "\"><operator>" + operator + "</operator><sources><source refid=\"" + source + "\"/></sources>"
                + "<parameters>" + parameters + "</parameters></node>";
    }

    @Test
    void nodesThatNeedTheWholeSceneBeforeTheProductAreRefused() throws IOException {
        String points = node("ps", "PS-Selection", "read", "") + node("points", "Points-Extraction", "ps", "");
        assertEquals("node 'points' (Points-Extraction) looks at its whole source, and every task would compute all of that; write the "
                + "source first, and read it", refusal(points + node("write", "Write", "points", "<file>t.dim</file>")));
        for (String end : List.of("Polygon-Statistics outputFile s.csv", "Points-Export outputFile s.csv", "Band-Map file s.png")) {
            String[] words = end.split(" ", -1);
            String file = "<" + words[1] + ">" + words[2] + "</" + words[1] + ">";
            String before = refusal(node("end", words[0], "read", file) + node("write", "Write", "end", "<file>t.dim</file>"));
            assertEquals("node 'end' (" + words[0] + ") writes '" + words[2] + "', and every task would; let it follow the node that is "
                    + "written and nothing follow it, or run it on its own", before);
            assertTrue(refusal(node("end", words[0], "read", file)).contains("there is no product to split"), words[0]);
        }
    }
}
