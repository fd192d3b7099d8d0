package org.insardask.embedded.slurm;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What jobs said. Logs end with the number of their job, such as {@code slab-3.1412.log}. No state. */
final class JobLog {

    private static final int LINES = 20;
    private static final int TAIL_BYTES = 1 << 16;

    /** What SLURM writes to the output of a job that it ends, and the state it means. */
    private static final List<Map.Entry<String, String>> ENDINGS = List.of(
            Map.entry("DUE TO TIME LIMIT", "TIMEOUT"),
            Map.entry("DUE TO PREEMPTION", "PREEMPTED"),
            Map.entry("DUE TO NODE FAILURE", "NODE_FAIL"),
            Map.entry("oom_kill", "OUT_OF_MEMORY"),
            Map.entry("oom-kill", "OUT_OF_MEMORY"),
            Map.entry("memory limit", "OUT_OF_MEMORY"),
            Map.entry("java.lang.OutOfMemoryError", "OUT_OF_MEMORY"),
            Map.entry(" CANCELLED AT ", "CANCELLED"),
            Map.entry("Error: ", "FAILED"));

    private JobLog() {
    }

    /** The log of the last job, by its number: the clocks of nodes may differ. */
    static Optional<Path> newest(Path folder, String prefix) {
        try (Stream<Path> logs = Files.list(folder)) {
            return logs.filter(log -> log.getFileName().toString().startsWith(prefix))
                    .max(Comparator.comparingLong(JobLog::job).thenComparing(Comparator.naturalOrder()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long job(Path log) {
        String digits = log.getFileName().toString().replaceFirst("[.]log$", "").replaceFirst(".*[.]", "");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0L;
    }

    /** The last lines; bytes that are no text of UTF-8 do no harm. */
    static List<String> lastLines(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0L, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        }
    }

    /** The state in which a job ended, as its log tells it; empty where that tells nothing. */
    static Optional<String> ending(Path log) {
        try {
            List<String> lines = lastLines(log);
            return ENDINGS.stream().filter(ending -> lines.stream().anyMatch(line -> line.contains(ending.getKey())))
                    .map(Map.Entry::getValue).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
