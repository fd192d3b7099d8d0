package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.insardask.embedded.slab.Slab;
import org.insardask.embedded.slab.SlabPlan;
import org.insardask.embedded.slab.SlabRun;

/** Says how a run stands: what the files say of each slab, and what SLURM says of its task. For one thread. */
final class SlabStatus {

    private static final int LINES = 20;

    private final SlabRun run;
    private final PrintStream out;
    private final JobList jobs;
    private final Map<String, SlurmCommands.Task> known;

    SlabStatus(SlabRun run, PrintStream out) throws IOException, InterruptedException {
        this.run = run;
        this.out = out;
        run.request();
        jobs = JobList.in(run.folder());
        known = run.isDone() || !SlurmCommands.isInPath("squeue") ? Map.of() : SlurmCommands.squeue(jobs.ids());
    }

    /** Prints the state; returns 0 where nothing has to be done by hand, else 1. */
    int print() throws IOException {
        Optional<SlabPlan> plan = run.plan();
        if (run.isDone()) {
            out.println(run.name() + ": complete, " + plan.map(made -> made.target().toString()).orElse(""));
            return 0;
        }
        if (plan.isEmpty()) {
            String state = last(JobList.Kind.PLAN).map(SlurmCommands.Task::state).orElse("not in the queue");
            out.println(run.name() + ": plan " + state);
            return last(JobList.Kind.PLAN).map(SlurmCommands.Task::isActive).orElse(false) ? 0 : 1;
        }
        return printSlabs(plan.get());
    }

    private int printSlabs(SlabPlan plan) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        boolean trouble = false;
        for (Slab slab : plan.slabs()) {
            String state = state(plan, slab);
            counts.merge(state.split(" ", 2)[0], 1, Integer::sum);
            Optional<SlurmCommands.Task> task = task(slab);
            boolean finished = state.equals("FINISHED");
            trouble |= !finished && !task.map(SlurmCommands.Task::isActive).orElse(false);
            if (!finished) {
                lines.add(String.format(Locale.ROOT, "  slab %-5d rows %d to %d  %s%s", slab.number(), slab.y(), slab.y() + slab.rows() - 1,
                        state, newest("slab-" + slab.number() + ".").map(log -> ", log " + log).orElse("")));
            }
        }
        StringBuilder summary = new StringBuilder();
        counts.forEach((state, count) -> summary.append(", ").append(count).append(' ').append(state));
        out.println(run.name() + ": " + plan.slabs().size() + " slabs" + summary);
        lines.forEach(out::println);
        Optional<SlurmCommands.Task> assembling = last(JobList.Kind.ASSEMBLE);
        String state = assembling.map(task -> task.state() + reason(task)).orElse("not in the queue");
        out.println("  assembling  " + state + newest("assemble.").map(log -> ", log " + log).orElse(""));
        trouble |= !assembling.map(SlurmCommands.Task::isActive).orElse(false);
        if (trouble) {
            out.println("  insar-slurm resume goes on with what is missing");
        }
        return trouble ? 1 : 0;
    }

    private String state(SlabPlan plan, Slab slab) {
        SlabRun.State files = run.state(plan, slab);
        Optional<SlurmCommands.Task> task = task(slab);
        if (files == SlabRun.State.FINISHED) {
            return "FINISHED";
        }
        if (task.isPresent() && !task.get().state().equals("COMPLETED")) {
            return task.get().state() + reason(task.get());
        }
        return files.name();
    }

    private static String reason(SlurmCommands.Task task) {
        return task.reason().isBlank() || task.reason().equals("None") ? "" : " (" + task.reason() + ")";
    }

    private Optional<SlurmCommands.Task> task(Slab slab) {
        return jobs.ids(JobList.Kind.ARRAY).stream().map(id -> known.get(id + "_" + slab.number())).filter(task -> task != null)
                .reduce((first, second) -> second);
    }

    private Optional<SlurmCommands.Task> last(JobList.Kind kind) {
        return jobs.ids(kind).stream().map(id -> known.get(id + "_0")).filter(task -> task != null).reduce((first, second) -> second);
    }

    private Optional<Path> newest(String prefix) {
        return newest(run.logs(), prefix);
    }

    static Optional<Path> newest(Path folder, String prefix) {
        try (Stream<Path> logs = Files.list(folder)) {
            return logs.filter(log -> log.getFileName().toString().startsWith(prefix))
                    .max(Comparator.comparingLong((Path log) -> log.toFile().lastModified()).thenComparing(Comparator.naturalOrder()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Prints the last lines of a log: of a slab by number, of plan or assemble, or without a word of all that is not finished. */
    void printLogs(String which) throws IOException {
        if (which != null) {
            print(newest(which.matches("[0-9]+") ? "slab-" + which + "." : which + "."), which);
            return;
        }
        Optional<SlabPlan> plan = run.plan();
        print(newest("plan."), null);
        for (Slab slab : plan.map(SlabPlan::slabs).orElse(List.of())) {
            if (run.state(plan.get(), slab) != SlabRun.State.FINISHED && !run.isDone()) {
                print(newest("slab-" + slab.number() + "."), null);
            }
        }
        print(newest("assemble."), null);
    }

    private void print(Optional<Path> log, String wanted) throws IOException {
        if (log.isEmpty()) {
            if (wanted != null) {
                out.println("no log of " + wanted + " in " + run.logs());
            }
            return;
        }
        List<String> lines = Files.readAllLines(log.get(), StandardCharsets.UTF_8);
        out.println("== " + log.get());
        lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(out::println);
    }
}
