package org.insardask.embedded.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.insardask.embedded.slab.DurableFile;

/** The jobs of a run, in a file of its folder, from the first submission on. For one process at a time. */
final class JobList {

    private final Path file;
    private final List<Job> jobs = new ArrayList<>();

    /** What a job does. */
    enum Kind { PLAN, ARRAY, ASSEMBLE }

    /**
     * A job.
     *
     * @param kind what it does
     * @param id its number
     */
    record Job(Kind kind, String id) {
    }

    private JobList(Path file) {
        this.file = file;
    }

    static JobList in(Path folder) throws IOException {
        JobList list = new JobList(folder.resolve("jobs"));
        if (Files.exists(list.file)) {
            for (String line : Files.readAllLines(list.file, StandardCharsets.UTF_8)) {
                String[] words = line.split(" ", 2);
                list.jobs.add(new Job(Kind.valueOf(words[0]), words[1]));
            }
        }
        return list;
    }

    void add(Kind kind, String id) throws IOException {
        jobs.add(new Job(kind, id));
        StringBuilder text = new StringBuilder();
        jobs.forEach(job -> text.append(job.kind).append(' ').append(job.id).append('\n'));
        DurableFile.write(file, text.toString());
    }

    /** The ids of a kind, in the order of submission. */
    List<String> ids(Kind kind) {
        return jobs.stream().filter(job -> job.kind == kind).map(Job::id).toList();
    }

    /** The ids of all jobs. */
    List<String> ids() {
        return jobs.stream().map(Job::id).toList();
    }
}
