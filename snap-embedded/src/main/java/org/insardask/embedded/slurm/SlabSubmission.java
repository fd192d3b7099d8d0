package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    private final PrintStream out;

    private SlabSubmission(List<String> words, SlabRun run, PrintStream out) {
        this.words = words;
        this.options = SlurmOptions.parse(words);
        this.run = run;
        this.out = out;
    }

    /** What is to be submitted for the first time. Everything that can be checked before is. */
    static SlabSubmission first(List<String> words, PrintStream out) {
        SlurmOptions options = SlurmOptions.parse(words);
        if (options.words().isEmpty()) {
            throw new SlabException("A graph or an operator is expected: insar-slurm submit GRAPH.xml -t OUT; see insar-slurm -h.");
        }
        GraphCommand command = GraphCommand.parse(options.words());
        if (command.subject().endsWith(".xml") && !Files.isRegularFile(Path.of(command.subject()))) {
            throw new SlabException("No such file: '" + command.subject() + "'.");
        }
        Path target = new SlabGraph(command.graph()).target();
        if (!Files.isDirectory(target.getParent())) {
            throw new SlabException(target.getParent() + ": no such folder; the target " + target.getFileName() + " is to go there");
        }
        SlabRun run = SlabRun.of(target);
        if (Files.exists(run.folder()) && !run.isDone()) {
            throw new SlabException(run.folder() + " is there already: insar-slurm resume " + target.getFileName()
                    + " goes on with it, or remove it to begin anew");
        }
        if (options.snap()) {
            SnapGpt.require();
        }
        if (!options.dryRun()) {
            SlurmCommands.require();
        }
        return new SlabSubmission(words, run, out);
    }

    /** What was submitted before. */
    static SlabSubmission again(SlabRun run, PrintStream out) throws IOException {
        run.request();
        return new SlabSubmission(Place.words(run.folder()), run, out);
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
        delete(run.folder());
        boolean submitted = false;
        try {
            run.create(new SlabRequest(options.words(), options.tasks(), !options.hasTasks() || after != null, options.snap()));
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

    private List<Integer> all() throws IOException {
        Optional<SlabPlan> plan = run.plan();
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
        List<SlurmCommands.Task> known = List.copyOf(SlurmCommands.squeue(jobs.ids()).values());
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
            out.println(run.name() + ": complete, nothing to resume");
            return;
        }
        SlurmCommands.require();
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
        SlurmCommands.scancel(queue.hopeless);
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
            if (run.plan().isEmpty()) {
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
                SlurmCommands.scancel(sent);
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
                List.of(SlurmMain.launcher(), verb, run.folder().toString()));
    }

    private String submit(BatchScript script, String dependency, List<String> sent) throws IOException, InterruptedException {
        String text = script.text(Place.here());
        if (options.dryRun()) {
            out.println("# sbatch" + (dependency.isEmpty() ? "" : " --dependency=" + dependency + " --kill-on-invalid-dep=yes")
                    + (options.extra().isEmpty() ? "" : " " + String.join(" ", options.extra())));
            out.println(text);
            return "JOB";
        }
        Path file = run.folder().resolve(script.words().get(1) + ".sh");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        String id = SlurmCommands.sbatch(file, dependency, options.extra());
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
