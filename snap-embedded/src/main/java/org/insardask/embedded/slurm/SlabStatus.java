package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.insardask.embedded.slab.Slab;
import org.insardask.embedded.slab.SlabPlan;
import org.insardask.embedded.slab.SlabRun;

/** Says how a run stands: what the files say of each slab, and what SLURM says of its task. For one thread. */
final class SlabStatus {

    private final SlabRun run;
    private final PrintStream out;
    private final JobList jobs;
    private final Map<String, SlurmCommands.Task> known;

    SlabStatus(SlabRun run, SlurmCommands slurm, PrintStream out) throws IOException, InterruptedException {
        this.run = run;
        this.out = out;
        run.request();
        jobs = JobList.in(run.folder());
        known = run.isDone() ? Map.of() : slurm.known(jobs.ids());
    }

    /** Prints the state; returns 0 where nothing has to be done by hand, else 1. */
    int print() throws IOException {
        Optional<SlabPlan> plan = run.plan();
        if (run.isDone()) {
            boolean there = plan.isEmpty() || Files.exists(plan.get().target());
            out.println(run.name() + ": complete, " + plan.map(made -> made.target().toString()).orElse("")
                    + (there ? "" : ", which is not there any more; submit it again"));
            return there ? 0 : 1;
        }
        if (plan.isEmpty()) {
            Optional<SlurmCommands.Task> task = last(JobList.Kind.PLAN);
            Optional<Path> log = newest("plan.");
            out.println(run.name() + ": plan " + ended(task, log) + log.map(file -> ", log " + file).orElse(""));
            boolean active = task.map(SlurmCommands.Task::isActive).orElse(false);
            advise(active ? List.of() : List.of(ended(task, log)));
            return active ? 0 : 1;
        }
        return printSlabs(plan.get());
    }

    private int printSlabs(SlabPlan plan) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        List<String> trouble = new ArrayList<>();
        for (Slab slab : plan.slabs()) {
            String state = state(plan, slab);
            counts.merge(state.split(" ", 2)[0], 1, Integer::sum);
            Optional<SlurmCommands.Task> task = task(slab);
            boolean finished = state.equals("FINISHED");
            if (!finished && !task.map(SlurmCommands.Task::isActive).orElse(false)) {
                trouble.add(state);
            }
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
        String state = ended(assembling, newest("assemble."));
        out.println("  assembling  " + state + newest("assemble.").map(log -> ", log " + log).orElse(""));
        if (!assembling.map(SlurmCommands.Task::isActive).orElse(false)) {
            trouble.add(state);
        }
        advise(trouble);
        return trouble.isEmpty() ? 0 : 1;
    }

    private void advise(List<String> trouble) {
        if (trouble.stream().anyMatch(state -> state.startsWith("TIMEOUT"))) {
            out.println("  the time was too short: insar-slurm resume TARGET --time ... gives more");
        }
        if (trouble.stream().anyMatch(state -> state.startsWith("OUT_OF_MEMORY"))) {
            out.println("  the memory was too small: insar-slurm resume TARGET --mem ... gives more");
        }
        if (!trouble.isEmpty()) {
            out.println("  insar-slurm resume goes on with what is missing");
        }
    }

    /** What SLURM says of a task, or what it said at the end of the log where it has forgotten the task. */
    private static String ended(Optional<SlurmCommands.Task> task, Optional<Path> log) {
        return task.map(each -> each.state() + reason(each)).or(() -> log.flatMap(JobLog::ending)).orElse("not in the queue");
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
        if (task.isEmpty() && files == SlabRun.State.UNFINISHED) {
            return newest("slab-" + slab.number() + ".").flatMap(JobLog::ending).orElse(files.name());
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
        return JobLog.newest(run.logs(), prefix);
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
        out.println("== " + log.get());
        JobLog.lastLines(log.get()).forEach(out::println);
    }
}
