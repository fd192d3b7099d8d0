package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insardask.embedded.slab.SlabRun;

/** Says how a run over a list stands, and what runs after it. For one thread. */
final class PairStatus {

    private final PairRun run;
    private final SlurmCommands slurm;
    private final PrintStream out;

    PairStatus(PairRun run, SlurmCommands slurm, PrintStream out) {
        this.run = run;
        this.slurm = slurm;
        this.out = out;
    }

    /** Prints the state; returns 0 where nothing has to be done by hand, else 1. */
    int print() throws IOException, InterruptedException {
        List<String> ids = JobList.in(run.folder()).ids();
        Map<String, SlurmCommands.Task> known = slurm.known(ids);
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
            Optional<Path> log = JobLog.newest(run.logs(), "row-" + k + ".");
            String state = task.filter(each -> !each.state().equals("COMPLETED")).map(SlurmCommands.Task::state)
                    .or(() -> task.isPresent() ? Optional.empty() : log.flatMap(JobLog::ending)).orElse("UNFINISHED");
            lines.append("  row ").append(k).append("  ").append(state).append("  ")
                    .append(String.join(",", run.list().rows().get(k - 1).values()))
                    .append(log.map(file -> ", log " + file).orElse("")).append('\n');
        }
        out.println(run.name() + ": " + run.list().rows().size() + " rows, " + finished + " FINISHED");
        out.print(lines);
        if (trouble) {
            out.println("  insar-slurm resume goes on with what is missing");
        }
        Optional<SlabRun> then = PairSubmission.then(run);
        int after = then.isPresent() ? new SlabStatus(then.get(), slurm, out).print() : 0;
        return trouble || after != 0 ? 1 : 0;
    }

    private static Optional<SlurmCommands.Task> last(List<String> ids, Map<String, SlurmCommands.Task> known, int row) {
        return ids.stream().map(id -> known.get(id + "_" + row)).filter(task -> task != null).reduce((first, second) -> second);
    }

    /** Prints the last lines of the log of a row; without a number of all that are not finished. */
    void printLogs(String which) throws IOException {
        for (int k = 1; k <= run.list().rows().size(); k++) {
            boolean wanted = which == null ? !run.isFinished(k) : which.equals(Integer.toString(k));
            Optional<Path> log = wanted ? JobLog.newest(run.logs(), "row-" + k + ".") : Optional.empty();
            if (log.isPresent()) {
                out.println("== " + log.get());
                JobLog.lastLines(log.get()).forEach(out::println);
            }
        }
    }
}
