package org.insardask.embedded.slurm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Commands of SLURM that note how they are called and say what a test wants. For one thread. */
final class FakeSlurm {

    private static final String SBATCH = """
            #!/bin/sh
            cd "$(dirname "$0")"
            if [ -f refuse ] && [ "$(ls | grep -c '[.]submitted$')" -ge "$(cat refuse)" ]; then
                echo "sbatch: error: Invalid job array specification" >&2
                exit 1
            fi
            job=$((100 + $(ls | grep -c '[.]submitted$')))
            printf '%s\\n' "$@" >"$job.submitted"
            env | grep '^S[A-Z]*_' >"$job.environment"
            for script; do :; done
            cp "$script" "$job.sh"
            echo "$job;cluster"
            """;
    private static final String SQUEUE = """
            #!/bin/sh
            cd "$(dirname "$0")"
            for word; do case $word in --jobs=*) job=${word#--jobs=} ;; esac; done
            [ -f "$job.queue" ] || { echo "slurm_load_jobs error: Invalid job id specified" >&2; exit 1; }
            cat "$job.queue"
            """;
    private static final String SCANCEL = "#!/bin/sh\necho \"$@\" >>\"$(dirname \"$0\")/cancelled\"\n";
    private static final String SACCT = "#!/bin/sh\ncat \"$(dirname \"$0\")/accounting\" 2>/dev/null\n";

    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    FakeSlurm(Path folder) throws IOException {
        bin = Files.createDirectories(folder.resolve("bin"));
        Map<String, String> commands = Map.of("sbatch", SBATCH, "squeue", SQUEUE, "scancel", SCANCEL, "sacct", SACCT);
        for (Map.Entry<String, String> command : commands.entrySet()) {
            script(bin.resolve(command.getKey()), command.getValue());
        }
        environment.put("PATH", bin + ":" + environment.getOrDefault("PATH", ""));
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The environment of later calls, to be changed. */
    Map<String, String> environment() {
        return environment;
    }

    /** Runs insar-slurm; what it says replaces what it said before. */
    int call(String... words) {
        out.reset();
        err.reset();
        return new SlurmMain(environment, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).status(words);
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String error() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    /** The words of sbatch for a job; jobs are numbered from 100 on. */
    List<String> submitted(int job) throws IOException {
        return Files.readAllLines(bin.resolve(job + ".submitted"));
    }

    String scriptOf(int job) throws IOException {
        return Files.readString(bin.resolve(job + ".sh"));
    }

    /** Variables of SLURM that sbatch saw. */
    List<String> environmentOf(int job) throws IOException {
        return Files.readAllLines(bin.resolve(job + ".environment"));
    }

    String cancelled() throws IOException {
        Path file = bin.resolve("cancelled");
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** What squeue says of a job: task, state and reason; without any, it does not know the job. */
    void queue(int job, String... tasks) throws IOException {
        Path file = bin.resolve(job + ".queue");
        Files.deleteIfExists(file);
        if (tasks.length > 0) {
            Files.write(file, Arrays.stream(tasks).map(task -> job + "|" + task).toList());
        }
    }

    void accounting(String... lines) throws IOException {
        Files.write(bin.resolve("accounting"), List.of(lines));
    }

    /** Lets sbatch refuse from a submission on, counted from 0. */
    void refuseFrom(int submission) throws IOException {
        Files.writeString(bin.resolve("refuse"), Integer.toString(submission));
    }
}
