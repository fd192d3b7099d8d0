package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabGraph;
import org.insardask.embedded.slab.SlabRun;

/** Submits one gpt for each row of a list, and what comes after all of them; also what is missing of it later. For one thread. */
final class PairSubmission {

    private final PairRun run;
    private final List<String> words;
    private final PrintStream out;

    private PairSubmission(PairRun run, List<String> words, PrintStream out) {
        this.run = run;
        this.words = words;
        this.out = out;
    }

    /** What is to be submitted for the first time. The graphs of all rows are made to see that nothing is missing. */
    static PairSubmission first(List<String> words, PrintStream out) throws IOException {
        SlurmOptions options = SlurmOptions.parse(words);
        if (options.words().size() < 2) {
            throw new SlabException("A list and a graph are expected: insar-slurm pairs LIST.csv GRAPH.xml; see insar-slurm -h.");
        }
        Path file = Path.of(options.words().get(0));
        Path folder = options.folder() == null ? SlabRun.of(file).folder() : Path.of(options.folder()).toAbsolutePath().normalize();
        PairRun run = PairRun.of(folder, options);
        if (Files.exists(folder)) {
            throw new SlabException(folder + " is there already: insar-slurm resume goes on with it, or remove it to begin anew");
        }
        for (int k = 1; k <= run.list().rows().size(); k++) {
            check(run, k, file);
        }
        if (options.snap()) {
            SnapGpt.require();
        }
        if (!options.dryRun()) {
            SlurmCommands.require();
        }
        return new PairSubmission(run, words, out);
    }

    private static void check(PairRun run, int row, Path file) {
        try {
            run.graph(row);
        } catch (OperatorException e) {
            throw new SlabException(file + ", row " + row + ": " + e.getMessage(), e);
        }
        for (Path output : run.outputs(row)) {
            if (!Files.isDirectory(output.getParent())) {
                throw new SlabException(output.getParent() + ": no such folder; " + output.getFileName() + " of row " + row
                        + " is to go there");
            }
        }
    }

    /** What was submitted before. */
    static PairSubmission again(Path folder, PrintStream out) throws IOException {
        return new PairSubmission(new PairRun(folder), Place.words(folder), out);
    }

    /** The run that comes after a list, where there is one. */
    static Optional<SlabRun> then(PairRun run) {
        List<String> words = thenWords(run);
        return words.isEmpty() ? Optional.empty() : Optional.of(SlabRun.of(
                new SlabGraph(GraphCommand.parse(SlurmOptions.parse(words).words()).graph()).target()));
    }

    /** The words of what comes after: options of sbatch hold for it too, where it has none of its own. */
    private static List<String> thenWords(PairRun run) {
        if (run.options().then().isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        run.options().sbatch().forEach((name, value) -> words.add("--" + name + "=" + value));
        if (run.options().snap()) {
            words.add("--snap");
        }
        if (run.options().dryRun()) {
            words.add("--dry-run");
        }
        words.addAll(run.list().spread(run.options().then()));
        if (!run.options().extra().isEmpty()) {
            words.add("--");
            words.addAll(run.options().extra());
        }
        return words;
    }

    /** All jobs, also those of what comes after. */
    List<String> jobs() throws IOException {
        List<String> jobs = new ArrayList<>(JobList.in(run.folder()).ids());
        Optional<SlabRun> then = then(run);
        if (then.isPresent()) {
            jobs.addAll(JobList.in(then.get().folder()).ids());
        }
        return jobs;
    }

    void submit() throws Exception {
        List<String> after = thenWords(run);
        SlabSubmission then = after.isEmpty() ? null : SlabSubmission.first(after, out);
        boolean submitted = false;
        String id = null;
        try {
            run.create(words);
            id = send(IntStream.rangeClosed(1, run.list().rows().size()).boxed().toList());
            if (then != null) {
                then.submit(id);
            }
            submitted = !run.options().dryRun();
        } finally {
            if (!submitted) {
                if (id != null && !run.options().dryRun()) {
                    SlurmCommands.scancel(List.of(id));
                }
                SlabSubmission.delete(run.folder());
            }
        }
    }

    /** Submits the rows that are neither finished nor waiting, and what comes after. */
    void resume() throws Exception {
        SlurmCommands.require();
        JobList jobs = JobList.in(run.folder());
        Map<String, SlurmCommands.Task> known = SlurmCommands.squeue(jobs.ids());
        List<Integer> missing = new ArrayList<>();
        TreeSet<String> waiting = new TreeSet<>();
        for (int k = 1; k <= run.list().rows().size(); k++) {
            int row = k;
            Optional<String> job = known.values().stream().filter(task -> task.task() == row && task.isActive())
                    .map(SlurmCommands.Task::job).findFirst();
            if (job.isPresent()) {
                waiting.add(job.get());
            } else if (!run.isFinished(k)) {
                missing.add(k);
            }
        }
        if (!waiting.isEmpty()) {
            out.println(run.name() + ": rows are in the queue still (job " + String.join(", ", waiting)
                    + "); resume when they have ended, or cancel them");
            return;
        }
        String id = null;
        if (missing.isEmpty()) {
            out.println(run.name() + ": all rows are finished");
        } else {
            out.println(run.name() + ": " + missing.size() + " rows to run: " + BatchScript.numbers(missing));
            id = send(missing);
        }
        Optional<SlabRun> then = then(run);
        if (then.isPresent()) {
            SlabSubmission.again(then.get(), out).resume(id);
        }
    }

    private String send(List<Integer> rows) throws IOException, InterruptedException {
        SlurmOptions options = run.options();
        BatchScript script = new BatchScript(run.name() + " row", BatchScript.numbers(rows) + "%" + options.maxJobs(), options.sbatch(),
                run.logs().resolve("row-%a.%A.log"), List.of(SlurmMain.launcher(), "row", run.folder().toString()));
        String text = script.text(Place.here());
        if (options.dryRun()) {
            out.println("# sbatch" + (options.extra().isEmpty() ? "" : " " + String.join(" ", options.extra())));
            out.println(text);
            return "JOB";
        }
        Path file = run.folder().resolve("row.sh");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        String id = SlurmCommands.sbatch(file, "", options.extra());
        JobList.in(run.folder()).add(JobList.Kind.ARRAY, id);
        out.println("job " + id + ": " + rows.size() + " rows");
        return id;
    }
}
