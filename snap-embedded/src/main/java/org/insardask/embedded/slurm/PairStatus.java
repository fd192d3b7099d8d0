package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insardask.embedded.slab.SlabRun;

/** Says how a run over a list stands, and what runs after it. For one thread. */
final class PairStatus {

    private static final int LINES = 20;

    private final PairRun run;
    private final PrintStream out;

    PairStatus(PairRun run, PrintStream out) {
        this.run = run;
        this.out = out;
    }

    /** Prints the state; returns 0 where nothing has to be done by hand, else 1. */
    int print() throws IOException, InterruptedException {
        List<String> ids = JobList.in(run.folder()).ids();
        Map<String, SlurmCommands.Task> known = SlurmCommands.isInPath("squeue") ? SlurmCommands.squeue(ids) : Map.of();
        int finished = 0;
        boolean trouble = false;
        StringBuilder lines = new StringBuilder();
        for (int k = 1; k <= run.list().rows().size(); k++) {
            if (run.isFinished(k)) {
                finished++;
                continue;
            }
            Optional<SlurmCommands.Task> task = last(ids, known, k);
            trouble |= !task.map(SlurmCommands.Task::isActive).orElse(false);
            lines.append("  row ").append(k).append("  ").append(task.map(SlurmCommands.Task::state).orElse("UNFINISHED")).append("  ")
                    .append(String.join(",", run.list().rows().get(k - 1).values()))
                    .append(SlabStatus.newest(run.logs(), "row-" + k + ".").map(log -> ", log " + log).orElse("")).append('\n');
        }
        out.println(run.name() + ": " + run.list().rows().size() + " rows, " + finished + " FINISHED");
        out.print(lines);
        if (trouble) {
            out.println("  insar-slurm resume goes on with what is missing");
        }
        Optional<SlabRun> then = PairSubmission.then(run);
        int after = then.isPresent() ? new SlabStatus(then.get(), out).print() : 0;
        return trouble || after != 0 ? 1 : 0;
    }

    private static Optional<SlurmCommands.Task> last(List<String> ids, Map<String, SlurmCommands.Task> known, int row) {
        return ids.stream().map(id -> known.get(id + "_" + row)).filter(task -> task != null).reduce((first, second) -> second);
    }

    /** Prints the last lines of the log of a row; without a number of all that are not finished. */
    void printLogs(String which) throws IOException {
        for (int k = 1; k <= run.list().rows().size(); k++) {
            boolean wanted = which == null ? !run.isFinished(k) : which.equals(Integer.toString(k));
            Optional<Path> log = wanted ? SlabStatus.newest(run.logs(), "row-" + k + ".") : Optional.empty();
            if (log.isPresent()) {
                List<String> lines = Files.readAllLines(log.get(), StandardCharsets.UTF_8);
                out.println("== " + log.get());
                lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(out::println);
            }
        }
    }
}
