package org.insardask.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.gpf.TestOperators;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line: options, help, and one line for each mistake. */
class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeAll
    static void register() {
        TestOperators.register();
    }

    @AfterAll
    static void unregister() {
        TestOperators.unregister();
    }

    private int gpt(String... args) {
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandLine(outStream, errStream, false).status(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String source(String name) {
        Path file = folder.resolve(name);
        GPF.writeProduct(TestProducts.ramp(40, 30, 1), file.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-q 2               | Either an operator or a graph file must be given; see -h.",
        "Subset -z          | Unknown option '-z'; see -h.",
        "Subset -t          | Missing argument for option '-t'.",
        "Subset -q 0        | Option -q needs a number of threads from 1 on, not '0'.",
        "Subset -c 1T       | Option -c needs a number of bytes such as 512M or 2G, not '1T'.",
        "Subset -Pregion    | Missing '=' in '-Pregion'.",
        "Subset -P=1        | Missing name in '-P=1'.",
        "Subset -v x        | Option -v (Velocity templates) works in SNAP's gpt only.",
        "Subset -t a.xyz    | No output format has the extension '.xyz'; give one with -f. There are: BEAM-DIMAP, ZNAP.",
        "Subset -f XYZ      | There is no writer for the format 'XYZ'. There are: BEAM-DIMAP, ZNAP.",
        "Subset -Sx=a.dim   | Source 'x': No such file: 'a.dim'.",
        "Subset -p no.txt   | No such file: 'no.txt'.",
        "no/graph.xml       | No such file: 'no/graph.xml'.",
        "Subset             | Operator 'Subset' needs the source 'source'. Its sources are: source.",
        "Subset -PbandNams=x | Operator 'Subset' has no parameter 'bandNams'. Its parameters are: sourceBands, tiePointGrids, region, "
            + "subSamplingX, subSamplingY, copyMetadata."})
    void mistakesEndWithOneLine(String line, String message) {
        assertEquals(1, gpt(line.trim().split(" +", -1)));
        assertEquals("Error: " + message + System.lineSeparator(), err());
        assertEquals("", out());
    }

    @Test
    void unknownOperatorIsRefusedWithThoseThereAre() {
        assertEquals(1, gpt("Nope"));
        assertTrue(err().startsWith("Error: Unknown operator 'Nope'. There are: BandSelect, "), this::err);
    }

    @Test
    void stackTraceOnDemand() {
        gpt("Subset", "-e");
        assertTrue(err().contains("\tat org.insardask.embedded.gpf.OperatorSources"), this::err);
    }

    @Test
    void operatorRunsWithProgress() throws Exception {
        String target = folder.resolve("out.dim").toString();
        assertEquals(0, gpt("testscale", source("in.dim"), "-Pfactor=4", "-t", target, "-q", "2", "-c", "8M", "-x"), this::err);
        assertTrue(err().lines().anyMatch(line -> line.matches("100 %, \\d+ tiles? in .* s")), this::err);
        assertTrue(Files.exists(folder.resolve("out.data/b0.img")));
    }

    @Test
    void statisticsOnDemand() {
        String target = folder.resolve("out.dim").toString();
        assertEquals(0, gpt("testscale", source("in.dim"), "-t", target, "-q", "2", "--stats"), this::err);
        List<String> lines = err().lines().filter(line -> !line.contains("%")).map(line -> line.replaceAll(" +", " ")).toList();
        assertTrue(lines.get(0).matches("read in \\d+\\.\\d\\d s 0\\.0 MB [1-9]\\d* tiles?"), this::err);
        assertTrue(lines.get(1).matches("compute TestScale \\d+\\.\\d\\d s 0\\.0 MB [1-9]\\d* tiles?"), this::err);
        assertTrue(lines.get(2).matches("write out\\.dim \\d+\\.\\d\\d s 0\\.0 MB [1-9]\\d* tiles?"), this::err);
        assertTrue(lines.get(3).matches("total .* s of threads, .* s from start to end, 2 threads"), this::err);
        assertTrue(lines.get(4).matches("cache \\d+ hits, \\d+ misses, at most \\d+\\.\\d MB held"), this::err);
        assertTrue(lines.get(5).matches("memory at most \\d+ MB of heap \\(the peaks of its parts\\)"
                + "(, \\d+ MB of the process \\(VmHWM\\))?"), this::err);
    }

    @Test
    void namedAndOtherSources() {
        String a = source("a.dim");
        String b = source("b.dim");
        String target = folder.resolve("sum.dim").toString();
        assertEquals(0, gpt("TestSum", "-Sbase=" + a, "-Sx=" + b, "-t", target), this::err);
        assertEquals(0, gpt("TestSum", "-Sbase=" + a, b, source("c.dim"), "-t", target), this::err);
        assertEquals(1, gpt("TestScale", "-Ssource=" + a, "-Sfoo=" + b, "-t", target));
        assertTrue(err().contains("Error: Operator 'TestScale' has no source 'foo'. Its sources are: source."), this::err);
    }

    @Test
    void parametersFromXml() throws Exception {
        Path file = folder.resolve("p.xml");
        Files.writeString(file, "<parameters><factor>101</factor></parameters>");
        assertEquals(1, gpt("TestScale", source("in.dim"), "-p", file.toString()));
        assertEquals("Error: Parameter 'factor' of operator 'TestScale': '101.0' is not in the interval (0,100]." + System.lineSeparator(),
                err());
    }

    @Test
    void variablesAndSourcesThatTheGraphDoesNotHaveAreRefused() throws Exception {
        Path graph = folder.resolve("g.xml");
        Files.writeString(graph, "<graph id='g'><version>1.0</version><node id='a'><operator>Read</operator><parameters>"
                + "<file>${in}</file></parameters></node></graph>");
        assertEquals(1, gpt(graph.toString(), "-Pni=x"));
        assertEquals(1, gpt(graph.toString(), "-Sx=y"));
        assertEquals(1, gpt(graph.toString(), "y.dim"));
        assertEquals(String.format("Error: -Pni: %1$s has no variable ${ni}; its variables are: in.%n"
                + "Error: -Sx: %1$s has no variable ${x}; its variables are: in.%n"
                + "Error: 'y.dim': %1$s has no variable ${sourceProduct}; its variables are: in.%n", graph), err());
    }

    @Test
    void generalHelpNamesOptionsAndOperators() {
        assertEquals(0, gpt("-h"));
        assertTrue(out().contains("  -q <parallelism>"), this::out);
        assertTrue(out().lines().anyMatch(line -> line.matches("  TestScale +Multiplies\\.")), this::out);
        assertEquals("", err());
    }

    @Test
    void noArgumentsGiveHelp() {
        assertEquals(0, gpt());
        assertTrue(out().startsWith("Usage:"), this::out);
    }

    @Test
    void operatorHelpComesFromTheAnnotations() {
        assertEquals(0, gpt("TestScale", "-h"));
        String text = out().replaceAll(" +", " ");
        assertTrue(text.contains(" -Ssource=<file> This is a mandatory source."), text);
        assertTrue(text.contains(" -Pfactor=<double> The factor.\n Valid interval is (0,100].\n Default value is '2'.\n"
                + " Parameter unit is '1'."), text);
        assertTrue(text.contains("<factor>double</factor>"), text);
        assertEquals(0, gpt("-h", "TestFailing"));
        assertTrue(out().contains("Value must be one of 'OPERATOR', 'OTHER'."), this::out);
    }

    @Test
    void graphHelpNamesVariables() throws Exception {
        Path graph = folder.resolve("g.xml");
        Files.writeString(graph, "<graph id='g'><version>1.0</version><node id='a'><operator>TestScale</operator><sources>"
                + "<source>${in}</source></sources><parameters><factor>${f}</factor></parameters></node></graph>");
        assertEquals(0, gpt(graph.toString(), "-h"));
        assertTrue(out().contains("${in}"), this::out);
        assertTrue(out().contains("Source of node 'a'."), this::out);
        assertTrue(out().contains("Parameter 'factor' of TestScale."), this::out);
    }

    @Test
    void versionDiagnosticsAndFormats() {
        assertEquals(0, gpt("--version"));
        assertTrue(out().startsWith("insar-gpt "), this::out);
        assertEquals(0, gpt("--diag", "-q", "3", "-c", "64M"));
        assertTrue(out().contains("Cache size: 64 MB") && out().contains("Tile parallelism: 3"), this::out);
        assertEquals(0, gpt("-oformat"));
        assertTrue(out().contains("BEAM-DIMAP (.dim)"), this::out);
        assertEquals(0, gpt("-iformat"));
        assertTrue(out().contains("ZNAP"), this::out);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "100,100", "64K,65536", "3m,3145728", "2G,2147483648"})
    void cacheSizes(String text, long bytes) {
        assertEquals(bytes, Arguments.parse("Op", "-c", text).cacheBytes());
    }

    @Test
    void runThrows() {
        assertThrows(UsageException.class, () -> CommandLine.run("-q", "2"));
        assertFalse(Arguments.parse("Op").stackTraces());
    }
}
