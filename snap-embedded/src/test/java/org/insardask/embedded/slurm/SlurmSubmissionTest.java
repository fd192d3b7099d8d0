package org.insardask.embedded.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.cli.CommandLine;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Submission, resumption, states, and what is refused before anything is submitted, with commands of SLURM that only note their words. */
class SlurmSubmissionTest {

    @TempDir
    private Path folder;

    private FakeSlurm slurm;
    private Path target;
    private Path run;

    @BeforeEach
    void prepare() throws IOException {
        slurm = new FakeSlurm(folder);
        target = folder.resolve("a b.dim");
        run = folder.resolve("a b.slurm");
    }

    private String source() {
        Path file = folder.resolve("source.dim");
        if (!Files.exists(file)) {
            GPF.writeProduct(TestProducts.ramp(60, 1500, 1), file.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        }
        return file.toString();
    }

    private int submit(String... more) {
        List<String> words = new ArrayList<>(List.of("submit", "Subset", "-Ssource=" + source(), "-t", target.toString(), "--tasks", "3"));
        words.addAll(List.of(more));
        return slurm.call(words.toArray(new String[0]));
    }

    private void submitted(String... more) {
        assertEquals(0, submit(more), slurm.error());
    }

    private void failing(String message, String... words) {
        assertEquals(1, slurm.call(words));
        assertEquals("Error: " + message, slurm.error());
    }

    @Test
    void arrayAndAssemblingAreSubmitted() throws IOException {
        slurm.environment().putAll(Map.of("SLURM_CPUS_PER_TASK", "16", "SLURM_JOB_ID", "7", "SBATCH_ARRAY_INX", "1-9",
                "SBATCH_PARTITION", "other", "SBATCH_TIMELIMIT", "9", "SBATCH_ACCOUNT", "mine", "SLURM_CONF", "/etc/slurm.conf"));
        submitted("--partition=normal", "--", "--dependency=afterok:5", "--qos=low");
        assertEquals(List.of("--parsable", "--dependency=afterok:5", "--qos=low", run.resolve("task.sh").toString()), slurm.submitted(100));
        assertEquals(List.of("--parsable", "--dependency=afterok:100,afterok:5", "--kill-on-invalid-dep=yes", "--qos=low",
                run.resolve("assemble.sh").toString()), slurm.submitted(101));
        assertEquals("job 100: 3 slabs\njob 101: assembling\n", slurm.said());
        List<String> environment = slurm.environmentOf(100);
        assertTrue(environment.containsAll(List.of("SLURM_CONF=/etc/slurm.conf", "SBATCH_ACCOUNT=mine", "SBATCH_TIMELIMIT=9")),
                environment.toString());
        for (String name : List.of("SLURM_CPUS_PER_TASK", "SLURM_JOB_ID", "SBATCH_ARRAY_INX", "SBATCH_PARTITION")) {
            assertTrue(environment.stream().noneMatch(line -> line.startsWith(name + "=")), name);
        }
    }

    @Test
    void othersReadTheFilesOfARunAsTheUmaskLetsThem() throws IOException {
        submitted();
        Path usual = Files.createFile(folder.resolve("usual"));
        for (String name : List.of("request.properties", "plan.properties", "submitted", "jobs")) {
            assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(run.resolve(name)), name);
        }
        try (var files = Files.list(run)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")), "temporary files are gone");
        }
    }

    @Test
    void refusedSubmissionLeavesNothing() throws IOException {
        slurm.refuseFrom(0);
        assertEquals(1, submit());
        assertEquals("Error: sbatch refused task.sh: sbatch: error: Invalid job array specification (the last number may be "
                + "MaxArraySize - 1, see scontrol show config)", slurm.error());
        assertFalse(Files.exists(run));
        slurm.refuseFrom(1);
        assertEquals(1, submit());
        assertTrue(slurm.error().startsWith("Error: sbatch refused assemble.sh"), slurm.error());
        assertEquals("100", slurm.cancelled());
        assertFalse(Files.exists(run));
    }

    @Test
    void secondSubmissionIsRefusedAndTheFirstStays() {
        submitted();
        assertEquals(1, submit());
        assertEquals("Error: " + run + " is there already: insar-slurm resume a b goes on with it; to begin anew, cancel it and remove "
                + "that folder", slurm.error());
        assertTrue(Files.exists(run.resolve("plan.properties")));
    }

    @Test
    void dryRunLeavesWhatAnEarlierRunLeft() throws IOException {
        submitted();
        Files.createFile(target);
        Files.createFile(run.resolve("done"));
        submitted("--dry-run");
        assertTrue(slurm.said().contains("#SBATCH --output=\"" + run + "/logs/slab-%a.%A.log\""), slurm.said());
        assertTrue(Files.exists(run.resolve("done")) && Files.exists(target));
        assertEquals(0, slurm.call("status", target.toString()));
        Files.delete(target);
        assertEquals(1, slurm.call("status", target.toString()));
        assertEquals("a b: complete, " + target + ", which is not there any more; submit it again\n", slurm.said());
        failing("a b: was complete, but " + target + " is not there any more; submit it again", "resume", target.toString());
        submitted();
        assertFalse(Files.exists(run.resolve("done")), "begun anew");
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT, --time", "OUT_OF_MEMORY, --mem", "PREEMPTED, ''", "NODE_FAIL, ''", "DEADLINE, ''", "BOOT_FAIL, ''"})
    void statesOfSlurmAreTold(String state, String advice) throws IOException {
        submitted();
        slurm.queue(100, "1|RUNNING|None", "2|" + state + "|None", "3|PENDING|Priority");
        slurm.queue(101, "N/A|PENDING|Dependency");
        assertEquals(1, slurm.call("status", target.toString()));
        String text = slurm.said();
        assertTrue(text.contains("3 slabs, 1 PENDING, 1 RUNNING") || text.contains(", 1 RUNNING"), text);
        assertTrue(text.matches("(?s).*slab 2 .* " + state + "\\n.*insar-slurm resume goes on with what is missing\\n"), text);
        assertEquals(!advice.isEmpty(), text.contains("resume TARGET " + (advice.isEmpty() ? "--" : advice)), text);
    }

    @Test
    void statesThatTheQueueForgotComeFromTheAccountingOrTheLog() throws IOException {
        submitted();
        slurm.accounting("100_1|TIMEOUT", "100_2|CANCELLED by 0", "101|CANCELLED by 0");
        assertEquals(1, slurm.call("status", target.toString()));
        assertTrue(slurm.said().matches("(?s).*slab 1 .*TIMEOUT\\n.*slab 2 .*CANCELLED\\n.*slab 3 .*UNFINISHED\\n.*"), slurm.said());
        slurm.accounting();
        log("slab-1.9.log", "Error: disk full");
        log("slab-1.100.log", "slurmstepd: error: *** JOB 3 ON n1 CANCELLED AT 2026-01-01T00:00:00 DUE TO TIME LIMIT ***");
        log("slab-2.100.log", "slurmstepd: error: *** JOB 4 ON n1 CANCELLED AT 2026-01-01T00:00:00 DUE TO NODE FAILURE, SEE LOG ***");
        Files.write(run.resolve("logs/slab-3.100.log"), "caf\u00e9\nError: no space\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, slurm.call("status", target.toString()));
        assertTrue(slurm.said().matches("(?s).*slab 1 .*TIMEOUT, log .*slab-1.100.log\\n.*slab 2 .*NODE_FAIL.*slab 3 .*FAILED.*"),
                slurm.said());
        assertEquals(0, slurm.call("logs", target.toString(), "3"));
        assertTrue(slurm.said().contains("Error: no space"), slurm.said());
    }

    private void log(String name, String line) throws IOException {
        Files.writeString(run.resolve("logs").resolve(name), line + "\n");
    }

    @Test
    void resumeTakesOtherLimitsAndKeepsThem() throws IOException {
        submitted("--time=0:10:00", "--", "--qos=low");
        slurm.queue(100, "1|TIMEOUT|TimeLimit", "2|RUNNING|None", "3|OUT_OF_MEMORY|OutOfMemory");
        assertEquals(0, slurm.call("resume", target.toString(), "--time", "2:00:00", "--mem=8G", "--", "--qos=high"), slurm.error());
        assertTrue(slurm.said().contains("2 slabs to compute: 1,3"), slurm.said());
        assertTrue(slurm.scriptOf(102).contains("#SBATCH --time=2:00:00\n#SBATCH --mem=8G\n"), slurm.scriptOf(102));
        assertTrue(slurm.scriptOf(103).contains("#SBATCH --mem=8G\n"), slurm.scriptOf(103));
        assertEquals("--qos=high", slurm.submitted(102).get(2));
        assertTrue(slurm.submitted(103).contains("--dependency=afterok:102,afterany:100"), slurm.submitted(103).toString());
        slurm.queue(102, "1|FAILED|NonZeroExitCode", "3|FAILED|NonZeroExitCode");
        assertEquals(0, slurm.call("resume", target.toString()), slurm.error());
        assertTrue(slurm.scriptOf(104).contains("#SBATCH --time=2:00:00\n"), "kept");
        failing("resume takes --cpus-per-task, --max-jobs, --mem, --partition, --time, and words for sbatch after --; everything else is "
                + "as it was submitted", "resume", target.toString(), "--tasks=5");
        failing("Unknown word '--now' after status TARGET; see insar-slurm -h.", "status", target.toString(), "--now");
        failing("Unknown word 'b' after logs TARGET; see insar-slurm -h.", "logs", target.toString(), "1", "b");
    }

    @ParameterizedTest
    @CsvSource({"--array=1-2", "-a1", "--wrap", "--test-only", "-o", "--chdir=/", "-D/", "--wait"})
    void whatTheSubmissionDecidesIsNotForSbatch(String word) {
        assertEquals(1, submit("--", word));
        assertEquals("Error: '" + word + "' after --: insar-slurm decides that itself", slurm.error());
    }

    @Test
    void wordsOfAnyCharactersAreRemembered() throws IOException {
        List<String> words = List.of("a\nb", "c\\nd", "\\", "e f", "", "\u00e9");
        Place.write(folder, words);
        assertEquals(words, Place.words(folder));
    }

    @Test
    void targetThatIsASourceIsRefused() {
        failing("the target '" + source() + "' is also a source; choose another name", "submit", "Subset", "-Ssource=" + source(), "-t",
                source(), "--tasks", "2");
        assertFalse(Files.exists(folder.resolve("source.slurm")));
    }

    /** SNAP's gpt, played by the embedded runner, gets the graph of a task, and the heap of the job. */
    @Test
    void snapsGptGetsTheWordsOfATask() throws Exception {
        Path home = folder.resolve("snap home");
        Path noted = folder.resolve("noted");
        Files.createDirectories(home.resolve("bin"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        FakeSlurm.script(home.resolve("bin/gpt"), "#!/bin/sh\n{ printf '%s\\n' \"$@\"; echo \"vm $INSTALL4J_ADD_VM_PARAMS\"; } >>'" + noted
                + "'\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + classPath + "'"
                + " org.esa.snap.core.gpf.main.GPT \"$@\" >/dev/null 2>&1\n");
        failing("--snap needs SNAP's gpt: set SNAP_HOME to the folder SNAP is installed in", "submit", "Subset", "-Ssource=" + source(),
                "-t", target.toString(), "--snap");
        slurm.environment().put("SNAP_HOME", home.toString());
        slurm.environment().put("SLURM_CPUS_ON_NODE", "2");
        slurm.environment().put("INSAR_SLURM_HEAP", "300m");
        submitted("--snap", "--tasks=2");
        for (String slab : List.of("1", "2")) {
            assertEquals(0, slurm.call("task", run.toString(), slab), slurm.error());
        }
        assertEquals(0, slurm.call("assemble", run.toString()), slurm.error());
        List<String> expected = new ArrayList<>();
        for (String slab : List.of("0,0,60,750 0001", "0,750,60,750 0002")) {
            expected.addAll(List.of(run + "/task.xml", "-PslabRegion=" + slab.split(" ", 2)[0], "-PslabFile=" + run + "/slabs/"
                    + slab.split(" ", 2)[1] + ".dim", "-q", "2", "vm -Xmx300m"));
        }
        assertEquals(expected, Files.readAllLines(noted));
        Path single = Files.createDirectories(folder.resolve("single"));
        CommandLine.run("Subset", "-Ssource=" + source(), "-t", single.resolve("a b.dim").toString());
        for (String name : List.of("a b.dim", "a b.data/b0.img", "a b.data/b0.hdr")) {
            assertTrue(Arrays.equals(Files.readAllBytes(single.resolve(name)), Files.readAllBytes(folder.resolve(name))), name);
        }
    }

    @Test
    void listsAreCheckedBeforeTheyAreSubmitted() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "\uFEFFdate\n1\n2\n");
        failing(list + ", rows 1 and 2 both write '" + folder.resolve("x.dim") + "'; expected a name with a column in braces, "
                + "such as {date}", "pairs", list.toString(), "Subset", "-Ssource=" + source(), "-t", folder.resolve("x.dim").toString());
        failing(list + ", row 1: Source 'source': No such file: 'no1.dim'.", "pairs", list.toString(), "Subset",
                "-Ssource=no{date}.dim", "-t", folder.resolve("x{date}.dim").toString());
        assertEquals(1, slurm.call("pairs", list.toString(), "Subset", "-Ssource=" + source(), "-Pregiom=1", "-t",
                folder.resolve("x{date}.dim").toString()));
        assertTrue(slurm.error().contains(", row 1: ") && slurm.error().contains("has no parameter 'regiom'"), slurm.error());
        assertFalse(Files.exists(folder.resolve("list.slurm")));
        Path other = folder.resolve("other");
        assertEquals(0, slurm.call("pairs", list.toString(), "Subset", "-Ssource=" + source(), "-t",
                folder.resolve("x{date}.dim").toString(), "--folder", other.toString()), slurm.error());
        slurm.queue(100, "1|RUNNING|None", "2|TIMEOUT|TimeLimit");
        assertEquals(1, slurm.call("status", other.toString()), slurm.error());
        assertTrue(slurm.said().contains("row 2  TIMEOUT"), slurm.said());
        Files.writeString(list, "date,date\n1,2\n");
        failing(list + ", line 1: expected names of columns, each once, not 'date,date'", "pairs", list.toString(), "Subset");
    }
}
