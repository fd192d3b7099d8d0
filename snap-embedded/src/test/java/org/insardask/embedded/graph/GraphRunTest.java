package org.insardask.embedded.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.main.GPT;
import org.insardask.embedded.gpf.TestOperators;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs run as in SNAP's gpt, from file to file. */
class GraphRunTest {

    private static final int WIDTH = 30;
    private static final int HEIGHT = 20;

    @TempDir
    private Path folder;

    private Path source;

    @BeforeAll
    static void register() {
        TestOperators.register();
    }

    @AfterAll
    static void unregister() {
        TestOperators.unregister();
    }

    @BeforeEach
    void writeSource() {
        source = folder.resolve("source.dim");
        GPF.writeProduct(TestProducts.ramp(WIDTH, HEIGHT, 2), source.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
    }

    private static String node(String id, String operator, String sources, String parameters) {
        return "<node id=\"" + id + "\"><operator>" + operator + "</operator><sources>" + sources + "</sources><parameters>"
                + parameters + "</parameters></node>\n";
    }

    private static String refer(String... nodes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < nodes.length; i++) {
            text.append("<s").append(i).append(" refid=\"").append(nodes[i]).append("\"/>");
        }
        return text.toString();
    }

    private void run(String nodes, String... args) throws Exception {
        Path graph = folder.resolve("graph.xml");
        Files.writeString(graph, "<?xml version=\"1.0\"?>\n<!-- ${unused} -->\n<graph id=\"g\"><version>1.0</version><header/>\n" + nodes
                + "<applicationData id=\"Presentation\"><node id=\"x\"/></applicationData></graph>\n");
        List<String> all = new ArrayList<>(List.of(graph.toString()));
        all.addAll(List.of(args));
        GPT.run(all.toArray(new String[0]));
    }

    private float[] read(String name, String band) throws Exception {
        Product product = ProductIO.readProduct(folder.resolve(name).toFile());
        try {
            return TestProducts.read(product, band);
        } finally {
            product.dispose();
        }
    }

    private String read() {
        return node("read", "Read", "", "<file>" + source + "</file>");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String write(String id, String of, String name) {
        return node(id, "Write", "<source refid=\"" + of + "\"/>", "<file>" + path(name) + "</file>");
    }

    @Test
    void chain() throws Exception {
        run(read() + node("a", "TestScale", "<source refid=\"read\"/>", "<factor>3</factor>")
                + node("b", "TestScale", "<sourceProduct refid=\"a\"/>", "") + write("w", "b", "out.dim"));
        assertEquals(6 * (1000 + 100 * 3 + 7), read("out.dim", "b1")[3 * WIDTH + 7]);
    }

    @Test
    void diamondAndTwoTargets() throws Exception {
        run(read() + node("a", "TestBlur", "<source refid=\"read\"/>", "") + node("b", "TestStack", "<source refid=\"read\"/>", "")
                + node("sum", "TestSum", refer("a", "b", "read"), "") + write("w1", "sum", "sum.dim") + write("w2", "b", "twice.dim"));
        int inner = 5 * WIDTH + 5;
        assertEquals(4 * (100 * 5 + 5), read("sum.dim", "b0")[inner], 1e-3);
        assertEquals(2 * (100 * 5 + 5), read("twice.dim", "b0")[inner]);
    }

    @Test
    void nodesMayComeInAnyOrder() throws Exception {
        run(write("w", "a", "out.dim") + node("a", "TestScale", "<source refid=\"read\"/>", "") + read());
        assertEquals(2f, read("out.dim", "b0")[1]);
    }

    @Test
    void lastNodeIsWrittenWhereThereIsNoWrite() throws Exception {
        run(read() + node("a", "TestScale", "<source refid=\"read\"/>", ""), "-t", path("out.znap"));
        assertEquals(2f, read("out.znap", "b0")[1]);
    }

    @Test
    void variablesComeFromCommandLineAndFile() throws Exception {
        Path file = folder.resolve("p.properties");
        Files.writeString(file, "factor = 5\nout = ${targetDir}/from-${targetBaseName}.dim\nunused = 1\n");
        String nodes = node("a", "TestScale", "<source>${in}</source>", "<factor>${factor}</factor>")
                + node("w", "Write", "<source refid=\"a\"/>", "<file>$out</file>");
        run(nodes, "-Sin=" + source, "-p", file.toString(), "-t", path("t.dim"));
        assertEquals(5f, read("from-t.dim", "b0")[1]);
        run(nodes, "-Sin=" + source, "-p", file.toString(), "-t", path("t.dim"), "-Pfactor=7");
        assertEquals(7f, read("from-t.dim", "b0")[1]);
    }

    @Test
    void sourcesWithoutNames() throws Exception {
        run(node("a", "TestSum", "<sourceProducts>${sourceProducts}</sourceProducts>", ""), "-t", path("sum.dim"), source.toString(),
                copyOfSource().toString());
        assertEquals(2f, read("sum.dim", "b0")[1]);
        run(node("a", "TestScale", "<source>${sourceProduct}</source>", ""), source.toString(), "-t", path("scaled.dim"));
        assertEquals(2f, read("scaled.dim", "b0")[1]);
    }

    private Path copyOfSource() {
        Path copy = folder.resolve("copy.dim");
        GPF.writeProduct(TestProducts.ramp(WIDTH, HEIGHT, 2), copy.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        return copy;
    }

    @Test
    void operatorThatWritesItselfIsRunAndNothingElseIsWritten() throws Exception {
        run(read() + node("d", "TestDump", "<source refid=\"read\"/>", "<file>" + path("sum.txt") + "</file>"), "-t", path("t.dim"));
        double expected = (WIDTH - 1) * WIDTH / 2.0 * HEIGHT + 100.0 * (HEIGHT - 1) * HEIGHT / 2.0 * WIDTH;
        assertEquals(Double.toString(expected), Files.readString(folder.resolve("sum.txt")));
        assertFalse(Files.exists(folder.resolve("t.dim")));
    }

    @Test
    void failureInATileLeavesNoneOfTheTargets() throws Exception {
        String nodes = read() + node("f", "TestFailing", "<source refid=\"read\"/>", "<row>19</row>")
                + write("w1", "read", "one.dim") + write("w2", "f", "two.dim");
        OperatorException e = assertThrows(OperatorException.class, () -> run(nodes));
        assertEquals("Row 19 cannot be computed.", e.getMessage());
        assertFalse(Files.exists(folder.resolve("one.dim")));
        assertFalse(Files.exists(folder.resolve("two.dim")));
        assertFalse(Files.exists(folder.resolve("one.data")));
    }

    @Test
    void bytesDoNotDependOnThreadsOrCache() throws Exception {
        String nodes = read() + node("a", "TestBlur", "<source refid=\"read\"/>", "") + node("b", "TestStack", "<source refid=\"a\"/>", "");
        run(nodes, "-q", "1", "-t", path("x.dim"));
        Map<String, String> expected = files("x");
        run(nodes, "-q", "3", "-c", "0", "-t", path("x.dim"));
        assertEquals(expected, files("x"));
        assertTrue(expected.size() >= 5, () -> expected.keySet().toString());
    }

    private Map<String, String> files(String name) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> f.toString().contains("/" + name + ".d")).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void metadataSayWhichOperatorsRan() throws Exception {
        run(read() + node("first", "TestScale", "<source refid=\"read\"/>", "<factor>3</factor>")
                + node("second", "TestSum", refer("first", "read"), ""), "-t", path("out.dim"));
        Product product = ProductIO.readProduct(folder.resolve("out.dim").toFile());
        MetadataElement graph = product.getMetadataRoot().getElement("Processing_Graph");
        MetadataElement node = graph.getElement("node.0");
        assertEquals("second", node.getAttributeString("id"));
        assertEquals("TestSum", node.getAttributeString("operator"));
        assertEquals("first", node.getElement("sources").getAttributeString("s0"));
        assertEquals("source.dim", node.getElement("sources").getAttributeString("s1"));
        assertEquals("3.0", graph.getElement("node.1").getElement("parameters").getAttributeString("factor"));
        assertEquals(2, graph.getNumElements());
        product.dispose();
    }

    @Test
    void arraysMayBeWrittenAsElements() throws Exception {
        run(read() + node("s", "Subset", "<source refid=\"read\"/>",
                "<sourceBands><band>b1</band></sourceBands><region>2,1,4,3</region>"), "-t", path("out.dim"));
        Product product = ProductIO.readProduct(folder.resolve("out.dim").toFile());
        assertArrayEquals(new String[]{"b1"}, product.getBandNames());
        assertArrayEquals(new float[]{1102, 1103, 1104, 1105, 1202, 1203, 1204, 1205, 1302, 1303, 1304, 1305},
                TestProducts.read(product, "b1"));
        product.dispose();
    }
}
