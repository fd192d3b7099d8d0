package org.insardask.embedded.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.gpf.TestProducts;
import org.insardask.embedded.slab.SlabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of insar-slurm: options, scripts, lists, and one line for each mistake. */
class SlurmWordsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int slurm(String... words) {
        return new SlurmMain(System.getenv(), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).status(words);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String source() {
        Path file = folder.resolve("source.dim");
        GPF.writeProduct(TestProducts.ramp(100, 1500, 1), file.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "subnit                          | Unknown word 'subnit'; see insar-slurm -h.",
        "submit                          | A graph or an operator is expected: insar-slurm submit GRAPH.xml -t OUT; see insar-slurm -h.",
        "submit no.xml -t a.dim          | No such file: 'no.xml'.",
        "submit Subset --tasks 0         | Option --tasks needs a number from 1 on, not '0'.",
        "submit Subset --mem             | Missing argument for option '--mem'.",
        "submit Subset --nodelist=a      | Unknown option '--nodelist=a'; options for sbatch alone come after --, see insar-slurm -h.",
        "submit Subset --partition=a\"b  | Option --partition has the value 'a\"b', expected no blanks or quotes.",
        "submit Subset -z                | Unknown option '-z'; see -h.",
        "status                          | The target or the folder of a run is expected.",
        "pairs list.csv                  | A list and a graph are expected: insar-slurm pairs LIST.csv GRAPH.xml; see insar-slurm -h.",
        "pairs no.csv Subset             | No such file: 'no.csv'.",
    })
    void mistakesAreOneLine(String words, String message) {
        assertEquals(1, slurm(words.split(" +")));
        assertEquals("Error: " + message, err.toString(StandardCharsets.UTF_8).strip());
        assertEquals("", said());
    }

    @Test
    void runThatIsNotThereIsNamed() {
        assertEquals(1, slurm("status", folder.resolve("a.dim").toString()));
        assertEquals("Error: " + folder.resolve("a.slurm") + ": no run of insar-slurm is there; expected the target or the folder of one",
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void targetInAFolderThatIsNotThereIsRefused() {
        assertEquals(1, slurm("submit", "Subset", source(), "-t", folder.resolve("no/a.dim").toString(), "--dry-run"));
        assertEquals("Error: " + folder.resolve("no") + ": no such folder; the target a.dim is to go there",
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void unknownParameterIsRefusedBeforeAnythingIsSubmitted() {
        assertEquals(1, slurm("submit", "Subset", "-Ssource=" + source(), "-Pregiom=1", "-t", folder.resolve("a.dim").toString(),
                "--dry-run"));
        String message = err.toString(StandardCharsets.UTF_8);
        assertTrue(message.contains("has no parameter 'regiom'"), message);
        assertFalse(Files.exists(folder.resolve("a.slurm")), "nothing is left");
    }

    @Test
    void dryRunPrintsTheScriptsAndLeavesNothing() {
        assertEquals(0, slurm("submit", "Subset", "-Ssource=" + source(), "-t", folder.resolve("a.dim").toString(), "--dry-run", "--tasks",
                "3", "--max-jobs=2", "--partition", "normal", "--cpus-per-task=4", "--mem", "16G", "--time", "3:00:00", "--", "--qos=low"),
                err.toString(StandardCharsets.UTF_8));
        String text = said();
        for (String line : List.of("# sbatch --qos=low", "#SBATCH --array=1-3%2", "#SBATCH --partition=normal", "#SBATCH --cpus-per-task=4",
                "#SBATCH --mem=16G", "#SBATCH --time=3:00:00", "#SBATCH --output=\"" + folder.resolve("a.slurm/logs") + "/slab-%a.%A.log\"",
                "# sbatch --dependency=afterok:JOB --kill-on-invalid-dep=yes --qos=low")) {
            assertTrue(text.contains(line + "\n"), line + " in " + text);
        }
        assertTrue(text.contains("exec insar-slurm task " + folder.resolve("a.slurm") + " \"$SLURM_ARRAY_TASK_ID\"\n"), text);
        assertFalse(Files.exists(folder.resolve("a.slurm")), "nothing is left");
    }

    @Test
    void wordsAreQuotedForTheShellAndForSbatch() {
        BatchScript script = new BatchScript("a b", null, Map.of(), Path.of("/x y/10%/assemble.%j.log"),
                List.of("/it's/here", "assemble"));
        assertEquals("""
                #!/bin/sh
                #SBATCH --job-name="a b"
                #SBATCH --chdir="/work dir"
                #SBATCH --output="/x y/10%%/assemble.%j.log"
                #SBATCH --open-mode=append
                exec '/it'\\''s/here' assemble
                """, script.text(Path.of("/work dir")));
        assertEquals("1-3,5,7-8", BatchScript.numbers(List.of(1, 2, 3, 5, 7, 8)));
    }

    @Test
    void thenTakesAllWordsUpToThoseForSbatch() {
        SlurmOptions options = SlurmOptions.parse(List.of("a.csv", "g.xml", "--tasks=2", "--then", "s.xml", "--tasks=5", "--",
                "--qos=x"));
        assertEquals(List.of("a.csv", "g.xml"), options.words());
        assertEquals(List.of("s.xml", "--tasks=5"), options.then());
        assertEquals(List.of("--qos=x"), options.extra());
        assertEquals(2, options.tasks());
    }

    @Test
    void listsHaveColumnsAndQuotedCommas() throws IOException {
        Path file = Files.writeString(folder.resolve("l.csv"),
                "# pairs\ndate,bands\n01Jan2021,\"i_1,q_1\"\n\n13Jan2021, \"a \"\"b\"\"\"\n");
        PairList list = PairList.read(file);
        assertEquals(List.of("date", "bands"), list.columns());
        assertEquals("i_1,q_1", list.rows().get(0).get("bands"));
        assertEquals("a \"b\"", list.rows().get(1).get("bands"));
        assertEquals(List.of("x", "01Jan2021.znap", "13Jan2021.znap", "${date}"),
                list.spread(List.of("x", "{date}.znap", "${date}")));
        Files.writeString(file, "date,bands\n01Jan2021\n");
        assertEquals(file + ", line 2: 1 values, expected 2 (date, bands)",
                assertThrows(SlabException.class, () -> PairList.read(file)).getMessage());
        Files.writeString(file, "date\n\"01Jan2021\n");
        assertTrue(assertThrows(SlabException.class, () -> PairList.read(file)).getMessage().endsWith("a double quote is not closed"));
        Files.writeString(file, "date\n");
        assertTrue(assertThrows(SlabException.class, () -> PairList.read(file)).getMessage().contains(": no rows; expected a line with"));
    }
}
