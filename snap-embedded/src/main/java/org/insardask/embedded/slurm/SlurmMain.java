package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final PrintStream out;
    private final PrintStream err;

    SlurmMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs as a process. */
    public static void main(String... words) {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
        }
        System.exit(new SlurmMain(System.out, System.err).status(words));
    }

    /** The script that jobs call. */
    static String launcher() {
        String launcher = System.getenv("INSAR_SLURM");
        return launcher == null ? "insar-slurm" : launcher;
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
            case "submit" -> SlabSubmission.first(rest, out).submit(null);
            case "pairs" -> PairSubmission.first(rest, out).submit();
            case "status", "logs", "resume", "cancel" -> {
                return follow(verb, rest);
            }
            case "plan" -> new SlabPlanning(run(rest)).make();
            case "task" -> {
                return task(rest);
            }
            case "row" -> {
                return new PairRun(folder(rest)).run(number(rest), threads());
            }
            case "assemble" -> {
                new SlabAssembly(run(rest), threads()).assemble();
                err.println("Assembled.");
            }
            default -> throw new SlabException("Unknown word '" + verb + "'; see insar-slurm -h.");
        }
        return 0;
    }

    /** What a user asks of a run that was submitted. */
    private int follow(String verb, List<String> rest) throws Exception {
        boolean pairs = PairRun.isIn(folder(rest));
        switch (verb) {
            case "status" -> {
                return pairs ? new PairStatus(new PairRun(folder(rest)), out).print() : new SlabStatus(run(rest), out).print();
            }
            case "logs" -> {
                String which = rest.size() > 1 ? rest.get(1) : null;
                if (pairs) {
                    new PairStatus(new PairRun(folder(rest)), out).printLogs(which);
                } else {
                    new SlabStatus(run(rest), out).printLogs(which);
                }
            }
            case "resume" -> {
                if (pairs) {
                    PairSubmission.again(folder(rest), out).resume();
                } else {
                    SlabSubmission.again(run(rest), out).resume(null);
                }
            }
            default -> {
                if (!pairs) {
                    run(rest).request();
                }
                cancel(pairs ? PairSubmission.again(folder(rest), out).jobs() : JobList.in(folder(rest)).ids());
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
        return run(rest).folder();
    }

    private static int number(List<String> rest) {
        if (rest.size() != 2 || !rest.get(1).matches("[0-9]{1,6}")) {
            throw new SlabException("The number of a task is expected.");
        }
        return Integer.parseInt(rest.get(1));
    }

    private static int task(List<String> rest) throws IOException, InterruptedException {
        SlabRun run = run(rest);
        return new SlabTask(run, number(rest)).compute(threads(), EmbeddedGpt.choose(run.request().snap()));
    }

    /** As many as SLURM gives the task. */
    private static int threads() {
        String cpus = System.getenv("SLURM_CPUS_PER_TASK");
        return cpus != null && cpus.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(cpus) : Runtime.getRuntime().availableProcessors();
    }

    private void cancel(List<String> jobs) throws IOException, InterruptedException {
        SlurmCommands.require();
        List<String> active = new ArrayList<>();
        for (SlurmCommands.Task task : SlurmCommands.squeue(jobs).values()) {
            if (!task.isOver() && !active.contains(task.job())) {
                active.add(task.job());
            }
        }
        SlurmCommands.scancel(active);
        out.println(active.isEmpty() ? "no job of it is in the queue" : "cancelled: " + String.join(", ", active));
    }
}
