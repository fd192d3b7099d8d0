package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.slab.SlabAssembly;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabPlanning;
import org.insardask.embedded.slab.SlabRun;
import org.insardask.embedded.slab.SlabTask;

/** {@code insar-slurm}: the words of users (submit, pairs, status, logs, resume, cancel) and those of jobs (plan, task, row, assemble). */
public final class SlurmMain {

    private static final int FAILED = 1;
    /** Longer than clients of NFS by default believe that a folder is as it was (acdirmax). */
    private static final Duration PATIENCE = Duration.ofSeconds(65);

    private final SlurmCommands slurm;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * For words that are said somewhere.
     *
     * @param environment variables: PATH with the commands of SLURM, what SLURM tells a job, SNAP_HOME
     */
    SlurmMain(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.slurm = new SlurmCommands(environment);
        this.out = out;
        this.err = err;
    }

    /** Runs as a process. */
    public static void main(String... words) {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
        }
        System.exit(new SlurmMain(System.getenv(), System.out, System.err).status(words));
    }

    /** The exit status; what fails is one line on the error stream. */
    int status(String... words) {
        try {
            return perform(Arrays.asList(words));
        } catch (SlabException | OperatorException | IOException e) {
            return failed(e, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e, "Interrupted.");
        } catch (Exception e) {
            return failed(e, e.getMessage() == null ? e.getClass().getName() : e.getMessage());
        }
    }

    private int failed(Exception e, String message) {
        Logger.getLogger(SlurmMain.class.getName()).log(Level.FINE, "failed", e);
        err.println("Error: " + String.valueOf(message).replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return FAILED;
    }

    private int perform(List<String> words) throws Exception {
        String verb = words.isEmpty() ? "-h" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        switch (verb) {
            case "-h", "--help" -> out.print(SlurmUsage.TEXT);
            case "submit" -> SlabSubmission.first(rest, slurm, out).submit(null);
            case "pairs" -> PairSubmission.first(rest, slurm, out).submit();
            case "status", "logs", "resume", "cancel" -> {
                return follow(verb, rest);
            }
            case "plan" -> new SlabPlanning(run(rest)).make();
            case "task" -> {
                return task(rest);
            }
            case "row" -> {
                return new PairRun(folder(rest)).run(number(rest), threads(), slurm.environment());
            }
            case "assemble" -> {
                new SlabAssembly(run(rest), threads(), PATIENCE).assemble();
                err.println("Assembled.");
            }
            default -> throw new SlabException("Unknown word '" + verb + "'; see insar-slurm -h.");
        }
        return 0;
    }

    /** What a user asks of a run that was submitted. */
    private int follow(String verb, List<String> rest) throws Exception {
        if (rest.size() > (verb.equals("resume") ? rest.size() : verb.equals("logs") ? 2 : 1)) {
            throw new SlabException("Unknown word '" + rest.get(rest.size() - 1) + "' after " + verb + " TARGET; see insar-slurm -h.");
        }
        boolean pairs = PairRun.isIn(folder(rest));
        switch (verb) {
            case "status" -> {
                return pairs ? new PairStatus(new PairRun(folder(rest)), slurm, out).print()
                        : new SlabStatus(run(rest), slurm, out).print();
            }
            case "logs" -> {
                String which = rest.size() > 1 ? rest.get(1) : null;
                if (pairs) {
                    new PairStatus(new PairRun(folder(rest)), slurm, out).printLogs(which);
                } else {
                    new SlabStatus(run(rest), slurm, out).printLogs(which);
                }
            }
            case "resume" -> {
                List<String> changes = rest.subList(1, rest.size());
                if (pairs) {
                    PairSubmission.again(folder(rest), changes, slurm, out).resume();
                } else {
                    SlabSubmission.again(run(rest), changes, slurm, out).resume(null);
                }
            }
            default -> {
                if (!pairs) {
                    run(rest).request();
                }
                cancel(pairs ? PairSubmission.again(folder(rest), List.of(), slurm, out).jobs() : JobList.in(folder(rest)).ids());
            }
        }
        return 0;
    }

    private static SlabRun run(List<String> rest) {
        if (rest.isEmpty()) {
            throw new SlabException("The target or the folder of a run is expected.");
        }
        return SlabRun.of(Path.of(rest.get(0)));
    }

    private static Path folder(List<String> rest) {
        Path given = rest.isEmpty() ? null : Path.of(rest.get(0)).toAbsolutePath().normalize();
        return given != null && PairRun.isIn(given) ? given : run(rest).folder();
    }

    private static int number(List<String> rest) {
        if (rest.size() != 2 || !rest.get(1).matches("[0-9]{1,6}")) {
            throw new SlabException("The number of a task is expected.");
        }
        return Integer.parseInt(rest.get(1));
    }

    private int task(List<String> rest) throws IOException, InterruptedException {
        SlabRun run = run(rest);
        return new SlabTask(run, number(rest)).compute(threads(), EmbeddedGpt.choose(run.request().snap(), slurm.environment()));
    }

    /** As many as SLURM gives the task; without --cpus-per-task the first of these is not set, and there is one, or a whole core. */
    private int threads() {
        for (String name : List.of("SLURM_CPUS_PER_TASK", "SLURM_CPUS_ON_NODE")) {
            String cpus = slurm.environment().get(name);
            if (cpus != null && cpus.matches("[1-9][0-9]{0,3}")) {
                return Integer.parseInt(cpus);
            }
        }
        return Runtime.getRuntime().availableProcessors();
    }

    private void cancel(List<String> jobs) throws IOException, InterruptedException {
        slurm.require();
        List<String> active = new ArrayList<>();
        for (SlurmCommands.Task task : slurm.squeue(jobs).values()) {
            if (!task.isOver() && !active.contains(task.job())) {
                active.add(task.job());
            }
        }
        slurm.scancel(active);
        out.println(active.isEmpty() ? "no job of it is in the queue" : "cancelled: " + String.join(", ", active));
    }
}
