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
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insardask.embedded.slab.SlabException;

/** The commands of SLURM that are used: sbatch, squeue, scancel, and sacct where there is one. Immutable. */
final class SlurmCommands {

    private static final Set<String> OVER = Set.of("COMPLETED", "CANCELLED", "FAILED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED",
            "BOOT_FAIL", "DEADLINE", "REVOKED", "LAUNCH_FAILED", "RECONFIG_FAIL");
    /** Job, task where it is one of an array, state; "by 0" after it does not matter. */
    private static final Pattern ACCOUNTED = Pattern.compile("([0-9]+)(?:_([0-9]+))?\\|([A-Z_]+).*");
    /** Variables of SLURM that say where it is, and not what a job or a user around this process wants. */
    private static final Pattern KEPT = Pattern.compile("SLURM_(CONF|CONF_SERVER|JWT|CLUSTERS)");
    private static final Pattern OF_A_JOB = Pattern.compile("SLURM_.*|S(QUEUE|CANCEL|ACCT)_.*|SBATCH_(ARRAY_INX|WAIT|OPEN_MODE|JOB_NAME)");
    private static final Map<String, String> OVERRIDES = Map.of("partition", "SBATCH_PARTITION", "time", "SBATCH_TIMELIMIT", "mem",
            "SBATCH_MEM_PER_(NODE|CPU|GPU)");

    private final Map<String, String> environment;

    /** Commands that are found in the PATH of an environment, and run in it. */
    SlurmCommands(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What the process finds around it. */
    Map<String, String> environment() {
        return environment;
    }

    /** The script that jobs call. */
    String launcher() {
        return environment.getOrDefault("INSAR_SLURM", "insar-slurm");
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
            return OVER.contains(state);
        }

        /** Whether it runs, or will run. */
        boolean isActive() {
            return !isOver() && !state.equals("SPECIAL_EXIT") && !reason.equals("DependencyNeverSatisfied");
        }
    }

    /** Refuses to go on where there is no SLURM. */
    void require() {
        for (String command : List.of("sbatch", "squeue", "scancel")) {
            if (!isInPath(command)) {
                throw new SlabException(command + " is not in PATH: insar-slurm needs the commands of SLURM; --dry-run does without");
            }
        }
    }

    private boolean isInPath(String command) {
        return find(command) != null;
    }

    private Path find(String command) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
                return Path.of(folder, command);
            }
        }
        return null;
    }

    /**
     * Submits a script.
     *
     * @param dependency in SLURM's words; empty for none
     * @param options of sbatch that the script sets, whatever the environment says of them
     * @param extra more words for sbatch
     * @return the job's id
     */
    String sbatch(Path script, String dependency, Set<String> options, List<String> extra) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sbatch", "--parsable"));
        words.addAll(extraWords(dependency, extra));
        words.add(script.toString());
        Result result = run(words, options);
        String id = result.out.strip().replaceAll(";.*", "");
        if (result.status != 0 || !id.matches("[0-9]+")) {
            String hint = result.err.contains("Invalid job array")
                    ? " (the last number may be MaxArraySize - 1, see scontrol show config)" : "";
            throw new SlabException("sbatch refused " + script.getFileName() + ": " + result.oneLine() + hint);
        }
        return id;
    }

    /** The words for sbatch beside the script: a dependency of the user holds as well as that of the run. */
    static List<String> extraWords(String dependency, List<String> extra) {
        List<String> words = new ArrayList<>();
        List<String> all = new ArrayList<>(dependency.isEmpty() ? List.of() : List.of(dependency));
        for (int i = 0; i < extra.size(); i++) {
            String word = extra.get(i);
            if (word.startsWith("--dependency=")) {
                all.add(word.substring(word.indexOf('=') + 1));
            } else if ((word.equals("--dependency") || word.equals("-d")) && i + 1 < extra.size()) {
                i++;
                all.add(extra.get(i));
            } else if (word.startsWith("-d") && word.length() > 2) {
                all.add(word.substring(2));
            } else {
                words.add(word);
            }
        }
        if (!all.isEmpty()) {
            words.add(0, "--dependency=" + String.join(",", all));
        }
        if (!dependency.isEmpty()) {
            words.add(1, "--kill-on-invalid-dep=yes");
        }
        return words;
    }

    /** The tasks of jobs that SLURM still knows, by "job_task"; those that ended a while ago are not among them. */
    Map<String, Task> squeue(Collection<String> jobs) throws IOException, InterruptedException {
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

    /** What the accounting knows of jobs that have left the queue; nothing where there is no accounting. */
    Map<String, Task> sacct(Collection<String> jobs) throws IOException, InterruptedException {
        Map<String, Task> tasks = new TreeMap<>();
        if (jobs.isEmpty() || !isInPath("sacct")) {
            return tasks;
        }
        Result result = run(List.of("sacct", "--noheader", "--parsable2", "--allocations", "--format=JobID,State",
                "--jobs=" + String.join(",", jobs)));
        if (result.status == 0) {
            for (String line : result.out.lines().toList()) {
                Matcher words = ACCOUNTED.matcher(line);
                if (words.matches()) {
                    add(words.group(1) + "|" + words.group(2) + "|" + words.group(3) + "|", tasks);
                }
            }
        }
        return tasks;
    }

    /** What is known of the tasks of jobs, from the queue and, where they have left it, from the accounting. */
    Map<String, Task> known(Collection<String> jobs) throws IOException, InterruptedException {
        Map<String, Task> queue = isInPath("squeue") ? squeue(jobs) : Map.of();
        Map<String, Task> tasks = new TreeMap<>(sacct(jobs.stream()
                .filter(job -> queue.values().stream().noneMatch(task -> task.job().equals(job))).toList()));
        tasks.putAll(queue);
        return tasks;
    }

    private static void add(String line, Map<String, Task> tasks) {
        String[] words = line.strip().split("\\|", -1);
        int number = words[1].matches("[0-9]+") ? Integer.parseInt(words[1]) : 0;
        tasks.put(words[0] + "_" + number, new Task(words[0], number, words[2], words[3]));
    }

    void scancel(Collection<String> jobs) throws IOException, InterruptedException {
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

    private Result run(List<String> words) throws IOException, InterruptedException {
        return run(words, Set.of());
    }

    /** The environment of a command: what a job or a user around this process set for other submissions is left out. */
    static void clean(Map<String, String> variables, Set<String> options) {
        variables.keySet().removeIf(name -> (OF_A_JOB.matcher(name).matches() && !KEPT.matcher(name).matches())
                || options.stream().anyMatch(option -> name.matches(OVERRIDES.getOrDefault(option, ""))));
    }

    private Result run(List<String> words, Set<String> options) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("insar-slurm", ".err");
        try {
            List<String> command = new ArrayList<>(words);
            command.set(0, find(words.get(0)).toString());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            clean(builder.environment(), options);
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return new Result(status, out, Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(errors);
        }
    }
}
