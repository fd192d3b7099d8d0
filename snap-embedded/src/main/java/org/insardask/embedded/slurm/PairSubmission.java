package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphNode;
import org.insardask.embedded.graph.GraphRunner;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabGraph;
import org.insardask.embedded.slab.SlabRun;

/** Submits one gpt for each row of a list, and what comes after all of them; also what is missing of it later. For one thread. */
final class PairSubmission {

    private final PairRun run;
    private final List<String> words;
    private final List<String> changes;
    private final SlurmCommands slurm;
    private final PrintStream out;

    private PairSubmission(PairRun run, List<String> words, List<String> changes, SlurmCommands slurm, PrintStream out) {
        this.run = run;
        this.words = words;
        this.changes = changes;
        this.slurm = slurm;
        this.out = out;
    }

    /** What is to be submitted for the first time. The graphs of all rows are made to see that nothing is missing. */
    static PairSubmission first(List<String> words, SlurmCommands slurm, PrintStream out) throws IOException {
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
        Map<Path, Integer> writers = new HashMap<>();
        for (int k = 1; k <= run.list().rows().size(); k++) {
            check(run, k, file, writers);
        }
        if (options.snap()) {
            new SnapGpt(slurm.environment()).require();
        }
        if (!options.dryRun()) {
            slurm.require();
        }
        return new PairSubmission(run, words, List.of(), slurm, out);
    }

    private static void check(PairRun run, int row, Path file, Map<Path, Integer> writers) {
        try {
            Graph graph = run.graph(row);
            GraphRunner.checkParameters(graph);
            graph.nodes().stream().filter(node -> node.operator().equalsIgnoreCase("Read")).forEach(PairSubmission::requireFile);
        } catch (OperatorException e) {
            throw new SlabException(file + ", row " + row + ": " + e.getMessage(), e);
        }
        for (Path output : run.outputs(row)) {
            Integer other = writers.putIfAbsent(output.normalize(), row);
            if (other != null) {
                throw new SlabException(file + ", rows " + other + " and " + row + " both write '" + output + "'; expected a name with a "
                        + "column in braces, such as {" + run.list().columns().get(0) + "}");
            }
            if (!Files.isDirectory(output.getParent())) {
                throw new SlabException(output.getParent() + ": no such folder; " + output.getFileName() + " of row " + row
                        + " is to go there");
            }
        }
    }

    private static void requireFile(GraphNode read) {
        String file = read.parameters().getOrDefault("file", "");
        if (!Files.exists(Path.of(file))) {
            throw new OperatorException(read.origin() + "No such file: '" + file + "'.");
        }
    }

    /** What was submitted before, with other options where there are changes; these hold from then on, also for what comes after. */
    static PairSubmission again(Path folder, List<String> changes, SlurmCommands slurm, PrintStream out) throws IOException {
        List<String> words = Place.words(folder);
        List<String> changed = SlurmOptions.changed(words, changes);
        if (!changed.equals(words)) {
            Place.write(folder, changed);
        }
        return new PairSubmission(new PairRun(folder), changed, changes, slurm, out);
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
        SlabSubmission then = after.isEmpty() ? null : SlabSubmission.first(after, slurm, out);
        boolean submitted = false;
        String id = null;
        run.create(words);
        try {
            id = send(IntStream.rangeClosed(1, run.list().rows().size()).boxed().toList());
            if (then != null) {
                then.submit(id);
            }
            submitted = !run.options().dryRun();
        } finally {
            if (!submitted) {
                if (id != null && !run.options().dryRun()) {
                    slurm.scancel(List.of(id));
                }
                SlabSubmission.delete(run.folder());
            }
        }
    }

    /** Submits the rows that are neither finished nor waiting, and what comes after. */
    void resume() throws Exception {
        slurm.require();
        JobList jobs = JobList.in(run.folder());
        Map<String, SlurmCommands.Task> known = slurm.squeue(jobs.ids());
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
            SlabSubmission.again(then.get(), changes, slurm, out).resume(id);
        }
    }

    private String send(List<Integer> rows) throws IOException, InterruptedException {
        SlurmOptions options = run.options();
        BatchScript script = new BatchScript(run.name() + " row", BatchScript.numbers(rows) + "%" + options.maxJobs(), options.sbatch(),
                run.logs().resolve("row-%a.%A.log"), List.of(slurm.launcher(), "row", run.folder().toString()));
        String text = script.text(Place.here());
        if (options.dryRun()) {
            out.println(("# sbatch " + String.join(" ", SlurmCommands.extraWords("", options.extra()))).strip());
            out.println(text);
            return "JOB";
        }
        Path file = run.folder().resolve("row.sh");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        String id = slurm.sbatch(file, "", options.sbatch().keySet(), options.extra());
        JobList.in(run.folder()).add(JobList.Kind.ARRAY, id);
        out.println("job " + id + ": " + rows.size() + " rows");
        return id;
    }
}
