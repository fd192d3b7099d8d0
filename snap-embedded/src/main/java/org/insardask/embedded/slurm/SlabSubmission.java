package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphRunner;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabGraph;
import org.insardask.embedded.slab.SlabPlan;
import org.insardask.embedded.slab.SlabPlanning;
import org.insardask.embedded.slab.SlabRequest;
import org.insardask.embedded.slab.SlabRun;

/** Submits a product in slabs: a job array and, after it, the job that assembles; also what is missing of it later. For one thread. */
final class SlabSubmission {

    private final SlurmOptions options;
    private final List<String> words;
    private final SlabRun run;
    /** Where the plan is: the folder of the run, but of a dry run. */
    private SlabRun planned;
    private final SlurmCommands slurm;
    private final PrintStream out;

    private SlabSubmission(List<String> words, SlabRun run, SlurmCommands slurm, PrintStream out) {
        this.words = words;
        this.options = SlurmOptions.parse(words);
        this.run = run;
        this.planned = run;
        this.slurm = slurm;
        this.out = out;
    }

    /** What is to be submitted for the first time. Everything that can be checked before is. */
    static SlabSubmission first(List<String> words, SlurmCommands slurm, PrintStream out) {
        SlurmOptions options = SlurmOptions.parse(words);
        if (options.words().isEmpty()) {
            throw new SlabException("A graph or an operator is expected: insar-slurm submit GRAPH.xml -t OUT; see insar-slurm -h.");
        }
        GraphCommand command = GraphCommand.parse(options.words());
        if (command.subject().endsWith(".xml") && !Files.isRegularFile(Path.of(command.subject()))) {
            throw new SlabException("No such file: '" + command.subject() + "'.");
        }
        Graph graph = command.graph();
        Path target = new SlabGraph(graph).target();
        GraphRunner.checkParameters(graph);
        if (!Files.isDirectory(target.getParent())) {
            throw new SlabException(target.getParent() + ": no such folder; the target " + target.getFileName() + " is to go there");
        }
        SlabRun run = SlabRun.of(target);
        if (Files.exists(run.folder()) && !run.isDone()) {
            throw isThere(run);
        }
        if (options.snap()) {
            new SnapGpt(slurm.environment()).require();
        }
        if (!options.dryRun()) {
            slurm.require();
        }
        return new SlabSubmission(words, run, slurm, out);
    }

    private static SlabException isThere(SlabRun run) {
        return new SlabException(run.folder() + " is there already: insar-slurm resume " + run.name() + " goes on with it; to begin anew, "
                + "cancel it and remove that folder");
    }

    /** What was submitted before, with other options where there are changes; these hold from then on. */
    static SlabSubmission again(SlabRun run, List<String> changes, SlurmCommands slurm, PrintStream out) throws IOException {
        run.request();
        List<String> words = Place.words(run.folder());
        List<String> changed = SlurmOptions.changed(words, changes);
        if (!changed.equals(words)) {
            Place.write(run.folder(), changed);
        }
        return new SlabSubmission(changed, run, slurm, out);
    }

    SlabRun run() {
        return run;
    }

    /**
     * Plans and submits.
     *
     * @param after a job that has to end well before; null for none, then the plan is made here where the options do not say else
     */
    void submit(String after) throws Exception {
        if (options.dryRun()) {
            show(after);
            return;
        }
        if (run.isDone()) {
            delete(run.folder());
        }
        create(run, after);
        boolean submitted = false;
        try {
            Place.write(run.folder(), words);
            if (after == null && !options.planJob()) {
                new SlabPlanning(run).make();
            }
            submitted = send(after == null ? "" : "afterok:" + after, all(), List.of());
        } finally {
            if (!submitted) {
                delete(run.folder());
            }
        }
    }

    private void create(SlabRun where, String after) throws IOException {
        try {
            where.create(new SlabRequest(options.words(), options.tasks(), !options.hasTasks() || after != null, options.snap()));
        } catch (FileAlreadyExistsException e) {
            throw isThere(where);
        }
    }

    /** Plans elsewhere, and prints: what an earlier run left beside the target stays. */
    private void show(String after) throws Exception {
        Path elsewhere = Files.createTempDirectory("insar-slurm");
        try {
            planned = SlabRun.in(elsewhere.resolve(run.folder().getFileName()));
            create(planned, after);
            if (after == null && !options.planJob()) {
                new SlabPlanning(planned).make();
            }
            send(after == null ? "" : "afterok:" + after, all(), List.of());
        } finally {
            delete(elsewhere);
        }
    }

    private List<Integer> all() throws IOException {
        Optional<SlabPlan> plan = planned.plan();
        return IntStream.rangeClosed(1, plan.isPresent() ? plan.get().slabs().size() : options.tasks()).boxed().toList();
    }

    /**
     * What SLURM still does for the run.
     *
     * @param planning whether the job that plans will end
     * @param slabs the slabs whose tasks will end
     * @param arrays the jobs of these tasks
     * @param assembling whether the job that assembles will run
     * @param hopeless jobs that are known and will do nothing more
     */
    private record Queue(boolean planning, Set<Integer> slabs, Set<String> arrays, boolean assembling, Set<String> hopeless) {
    }

    private Queue queue(boolean planned) throws IOException, InterruptedException {
        JobList jobs = JobList.in(run.folder());
        List<SlurmCommands.Task> known = List.copyOf(slurm.squeue(jobs.ids()).values());
        boolean planning = !active(known, jobs.ids(JobList.Kind.PLAN)).isEmpty();
        TreeSet<Integer> slabs = new TreeSet<>();
        TreeSet<String> needed = new TreeSet<>(planning ? jobs.ids(JobList.Kind.PLAN) : List.of());
        TreeSet<String> arrays = new TreeSet<>();
        if (planned || planning) {
            for (SlurmCommands.Task task : active(known, jobs.ids(JobList.Kind.ARRAY))) {
                slabs.add(task.task());
                arrays.add(task.job());
            }
        }
        needed.addAll(arrays);
        TreeSet<String> hopeless = new TreeSet<>();
        known.stream().filter(task -> !needed.contains(task.job()) && !task.isOver()).forEach(task -> hopeless.add(task.job()));
        return new Queue(planning, slabs, arrays, !active(known, jobs.ids(JobList.Kind.ASSEMBLE)).isEmpty(), hopeless);
    }

    private static List<SlurmCommands.Task> active(List<SlurmCommands.Task> known, List<String> jobs) {
        return known.stream().filter(task -> task.isActive() && jobs.contains(task.job())).toList();
    }

    /** Submits what is neither finished nor waiting; says so where that is nothing. */
    void resume(String after) throws Exception {
        if (run.isDone()) {
            Path product = run.product();
            if (product != null && !Files.exists(product)) {
                throw new SlabException(run.name() + ": was complete, but " + product + " is not there any more; submit it again");
            }
            out.println(run.name() + ": complete, nothing to resume");
            return;
        }
        slurm.require();
        boolean planned = run.plan().isPresent();
        if (planned) {
            new SlabPlanning(run).make();
        }
        Queue queue = queue(planned);
        List<Integer> missing = new ArrayList<>(all());
        missing.removeAll(queue.slabs);
        if (planned) {
            SlabPlan plan = run.plan().get();
            missing.removeIf(number -> run.state(plan, plan.slabs().get(number - 1)) == SlabRun.State.FINISHED);
        }
        if (missing.isEmpty() && queue.assembling) {
            out.println(run.name() + ": nothing to resume, " + (queue.slabs.isEmpty() ? "the assembling job is" : "tasks are")
                    + " in the queue");
            return;
        }
        if (queue.planning) {
            throw new SlabException(run.name() + ": the job that plans is in the queue still; resume when it has ended, or cancel it");
        }
        slurm.scancel(queue.hopeless);
        out.println(run.name() + ": " + missing.size() + " slabs to compute"
                + (missing.isEmpty() ? "" : ": " + BatchScript.numbers(missing)));
        send(after == null ? "" : "afterok:" + after, missing, List.copyOf(queue.arrays));
    }

    /** Sends the plan where it is not made, the slabs, and the assembling. */
    private boolean send(String dependency, List<Integer> slabs, List<String> before) throws IOException, InterruptedException {
        List<String> sent = new ArrayList<>();
        boolean complete = false;
        try {
            JobList jobs = JobList.in(run.folder());
            String previous = dependency;
            if (planned.plan().isEmpty()) {
                String id = submit(script("plan", null, "plan.%j.log"), previous, sent);
                note(jobs, JobList.Kind.PLAN, id, "plan");
                previous = "afterok:" + id;
            }
            List<String> all = new ArrayList<>();
            if (!slabs.isEmpty()) {
                String array = BatchScript.numbers(slabs) + "%" + options.maxJobs();
                String id = submit(script("task", array, "slab-%a.%A.log"), previous, sent);
                note(jobs, JobList.Kind.ARRAY, id, slabs.size() == 1 ? "slab " + slabs.get(0) : slabs.size() + " slabs");
                all.add("afterok:" + id);
            }
            before.forEach(id -> all.add("afterany:" + id));
            String id = submit(script("assemble", null, "assemble.%j.log"), String.join(",", all), sent);
            note(jobs, JobList.Kind.ASSEMBLE, id, "assembling");
            complete = true;
        } finally {
            if (!complete) {
                slurm.scancel(sent);
            }
        }
        return complete && !options.dryRun();
    }

    private void note(JobList jobs, JobList.Kind kind, String id, String what) throws IOException {
        if (!options.dryRun()) {
            jobs.add(kind, id);
            out.println("job " + id + ": " + what);
        }
    }

    private BatchScript script(String verb, String array, String log) {
        return new BatchScript(run.name() + " " + verb, array, options.sbatch(), run.logs().resolve(log),
                List.of(slurm.launcher(), verb, run.folder().toString()));
    }

    private String submit(BatchScript script, String dependency, List<String> sent) throws IOException, InterruptedException {
        String text = script.text(Place.here());
        if (options.dryRun()) {
            out.println(("# sbatch " + String.join(" ", SlurmCommands.extraWords(dependency, options.extra()))).strip());
            out.println(text);
            return "JOB";
        }
        Path file = run.folder().resolve(script.words().get(1) + ".sh");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        String id = slurm.sbatch(file, dependency, options.sbatch().keySet(), options.extra());
        sent.add(id);
        return id;
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
