package org.insardask.embedded.slurm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insardask.embedded.slab.SlabException;

/** The options of a submission, taken out of its words. Names are those of sbatch. Immutable after parsing. */
final class SlurmOptions {

    private static final Set<String> OF_SBATCH = Set.of("partition", "cpus-per-task", "mem", "time");
    private static final Set<String> OWN = Set.of("max-jobs", "tasks", "then", "folder");
    /** What a submission decides by itself; sbatch alone would take them. */
    private static final Set<String> DECIDED = Set.of("array", "wrap", "test-only", "chdir", "output", "error", "wait");
    private static final Set<String> DECIDED_LETTERS = Set.of("-a", "-D", "-o", "-e", "-W");
    private static final Set<String> OF_RESUME = Set.of("partition", "cpus-per-task", "mem", "time", "max-jobs");
    private static final int MOST_JOBS = 50;

    private final Map<String, String> sbatch = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();
    private final List<String> then = new ArrayList<>();
    private String folder;
    private int tasks;
    private int maxJobs = MOST_JOBS;
    private boolean dryRun;
    private boolean snap;
    private boolean planJob;

    private SlurmOptions() {
    }

    /**
     * Takes words apart: options of sbatch and of the project, words of gpt; after {@code --} everything goes to sbatch, and after
     * {@code --then} comes what runs afterwards.
     *
     * @throws SlabException that names a word that cannot be understood
     */
    static SlurmOptions parse(List<String> given) {
        SlurmOptions options = new SlurmOptions();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (word.equals("--")) {
                options.extra.addAll(given.subList(i + 1, given.size()));
                break;
            }
            if (word.equals("--then")) {
                int end = given.indexOf("--") < i ? given.size() : given.indexOf("--");
                options.then.addAll(given.subList(i + 1, end));
                i = end - 1;
                continue;
            }
            i += options.take(word, i + 1 < given.size() ? given.get(i + 1) : null) ? 1 : 0;
        }
        options.extra.forEach(SlurmOptions::refuseDecided);
        return options;
    }

    private static void refuseDecided(String word) {
        String name = word.startsWith("--") ? word.substring(2).replaceAll("=.*", "") : "";
        boolean letter = !word.startsWith("--") && word.length() > 1 && DECIDED_LETTERS.contains(word.substring(0, 2));
        if (DECIDED.contains(name) || letter) {
            throw new SlabException("'" + word + "' after --: insar-slurm decides that itself");
        }
    }

    /**
     * The words of a submission with some options changed, for its resumption.
     *
     * @param words of the submission
     * @param changes options of sbatch and for sbatch; later ones win
     * @throws SlabException where a change is not one of those
     */
    static List<String> changed(List<String> words, List<String> changes) {
        SlurmOptions options = parse(changes);
        boolean others = !options.words.isEmpty() || !options.then.isEmpty() || options.dryRun || options.snap || options.planJob
                || options.tasks != 0 || options.folder != null;
        if (others) {
            throw new SlabException("resume takes " + OF_RESUME.stream().sorted().map(name -> "--" + name).toList()
                    .toString().replaceAll("[\\[\\]]", "") + ", and words for sbatch after --; everything else is as it was submitted");
        }
        int dashes = words.indexOf("--") < 0 ? words.size() : words.indexOf("--");
        int then = words.indexOf("--then") < 0 ? dashes : Math.min(dashes, words.indexOf("--then"));
        List<String> own = changes.contains("--") ? changes.subList(0, changes.indexOf("--")) : changes;
        List<String> result = new ArrayList<>(words.subList(0, then));
        result.addAll(own);
        result.addAll(words.subList(then, dashes));
        if (dashes < words.size() || !options.extra.isEmpty()) {
            result.add("--");
            result.addAll(words.subList(Math.min(dashes + 1, words.size()), words.size()));
            result.addAll(options.extra);
        }
        return result;
    }

    /** Takes a word; true where it took the next one as well. */
    private boolean take(String word, String next) {
        int equals = word.indexOf('=');
        String name = word.startsWith("--") ? word.substring(2, equals < 0 ? word.length() : equals) : "";
        if (name.equals("dry-run") || name.equals("snap") || name.equals("plan-job")) {
            dryRun |= name.equals("dry-run");
            snap |= name.equals("snap");
            planJob |= name.equals("plan-job");
            return false;
        }
        if (!OF_SBATCH.contains(name) && !OWN.contains(name)) {
            refuseUnknown(word, name);
            words.add(word);
            return false;
        }
        String value = equals < 0 ? next : word.substring(equals + 1);
        if (value == null || value.isBlank()) {
            throw new SlabException("Missing argument for option '--" + name + "'.");
        }
        set(name, value.strip());
        return equals < 0;
    }

    private static void refuseUnknown(String word, String name) {
        if (!name.isEmpty()) {
            throw new SlabException("Unknown option '" + word + "'; options for sbatch alone come after --, see insar-slurm -h.");
        }
    }

    private void set(String name, String value) {
        switch (name) {
            case "tasks" -> tasks = number(name, value);
            case "max-jobs" -> maxJobs = number(name, value);
            case "folder" -> folder = value;
            case "cpus-per-task" -> sbatch.put(name, Integer.toString(number(name, value)));
            default -> {
                if (value.matches(".*[\\s\"'\\\\].*")) {
                    throw new SlabException("Option --" + name + " has the value '" + value + "', expected no blanks or quotes.");
                }
                sbatch.put(name, value);
            }
        }
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new SlabException("Option --" + name + " needs a number from 1 on, not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    /** The options of sbatch by name, in the order given. */
    Map<String, String> sbatch() {
        return sbatch;
    }

    /** The words of gpt. */
    List<String> words() {
        return words;
    }

    /** What goes to sbatch as it is. */
    List<String> extra() {
        return extra;
    }

    /** What runs afterwards. */
    List<String> then() {
        return then;
    }

    /** The number of slabs; where it is not given, that of the jobs that may run at once. */
    int tasks() {
        return tasks == 0 ? maxJobs : tasks;
    }

    boolean hasTasks() {
        return tasks != 0;
    }

    /** How many tasks run at once. */
    int maxJobs() {
        return maxJobs;
    }

    /** The folder of a run over a list; null where none is given. */
    String folder() {
        return folder;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean snap() {
        return snap;
    }

    /** Whether the plan is made by a job, and not before the submission. */
    boolean planJob() {
        return planJob;
    }
}
