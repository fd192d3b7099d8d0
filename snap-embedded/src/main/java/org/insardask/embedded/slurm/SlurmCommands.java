package org.insardask.embedded.slurm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insardask.embedded.slab.SlabException;

/** The commands of SLURM that are used: sbatch, squeue, scancel. No state. */
final class SlurmCommands {

    private SlurmCommands() {
    }

    /**
     * A task of a job in the queue, or that left it a short time ago.
     *
     * @param job the job
     * @param task number of the task in its array; 0 where the job is no array
     * @param state in SLURM's words, such as RUNNING
     * @param reason why it waits or ended, in SLURM's words
     */
    record Task(String job, int task, String state, String reason) {

        /** Whether it has left the queue. */
        boolean isOver() {
            return List.of("COMPLETED", "CANCELLED", "FAILED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED").contains(state);
        }

        /** Whether it runs, or will run. */
        boolean isActive() {
            return List.of("PENDING", "RUNNING", "CONFIGURING", "COMPLETING", "SUSPENDED", "REQUEUED", "STAGE_OUT").contains(state)
                    && !reason.equals("DependencyNeverSatisfied");
        }
    }

    /** Refuses to go on where there is no SLURM. */
    static void require() {
        for (String command : List.of("sbatch", "squeue", "scancel")) {
            if (!isInPath(command)) {
                throw new SlabException(command + " is not in PATH: insar-slurm needs the commands of SLURM; --dry-run does without");
            }
        }
    }

    static boolean isInPath(String command) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Submits a script.
     *
     * @param dependency in SLURM's words; empty for none
     * @param extra more words for sbatch
     * @return the job's id
     */
    static String sbatch(Path script, String dependency, List<String> extra) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sbatch", "--parsable"));
        if (!dependency.isEmpty()) {
            words.add("--dependency=" + dependency);
            words.add("--kill-on-invalid-dep=yes");
        }
        words.addAll(extra);
        words.add(script.toString());
        Result result = run(words);
        String id = result.out.strip().replaceAll(";.*", "");
        if (result.status != 0 || !id.matches("[0-9]+")) {
            throw new SlabException("sbatch refused " + script.getFileName() + ": " + result.oneLine());
        }
        return id;
    }

    /** The tasks of jobs that SLURM still knows, by "job_task"; those that ended a while ago are not among them. */
    static Map<String, Task> squeue(Collection<String> jobs) throws IOException, InterruptedException {
        Map<String, Task> tasks = new TreeMap<>();
        for (String job : jobs) {
            Result result = run(List.of("squeue", "--noheader", "--array", "--states=all", "--jobs=" + job, "--format=%F|%K|%T|%r"));
            if (result.status != 0) {
                if (result.err.contains("Invalid job id")) {
                    continue;
                }
                throw new SlabException("squeue failed: " + result.oneLine());
            }
            result.out.lines().filter(line -> !line.isBlank()).forEach(line -> add(line, tasks));
        }
        return tasks;
    }

    private static void add(String line, Map<String, Task> tasks) {
        String[] words = line.strip().split("\\|", -1);
        int number = words[1].matches("[0-9]+") ? Integer.parseInt(words[1]) : 0;
        tasks.put(words[0] + "_" + number, new Task(words[0], number, words[2], words[3]));
    }

    static void scancel(Collection<String> jobs) throws IOException, InterruptedException {
        if (!jobs.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("scancel"));
            words.addAll(jobs);
            Result result = run(words);
            if (result.status != 0 && !result.err.contains("Invalid job id")) {
                throw new SlabException("scancel failed: " + result.oneLine());
            }
        }
    }

    private record Result(int status, String out, String err) {
        String oneLine() {
            return (err.isBlank() ? out : err).strip().replaceAll("\\s*\\R\\s*", " ");
        }
    }

    private static Result run(List<String> words) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("insar-slurm", ".err");
        try {
            Process process = new ProcessBuilder(words).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return new Result(status, out, Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(errors);
        }
    }
}
