package org.insardask.embedded.slurm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A script for sbatch. Immutable.
 *
 * @param name of the job
 * @param array the numbers of its tasks, such as {@code 1-7%50}; null for one that is no array
 * @param options of sbatch by name
 * @param log where its output goes, in the words of sbatch
 * @param words what it runs
 */
record BatchScript(String name, String array, Map<String, String> options, Path log, List<String> words) {

    private static final String TASK = "$SLURM_ARRAY_TASK_ID";

    /** The text of the script. */
    String text(Path folder) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n");
        add(text, "job-name", quoted(name.replaceAll("[^A-Za-z0-9._ -]", "_")));
        if (array != null) {
            add(text, "array", array);
        }
        options.forEach((option, value) -> add(text, option, value));
        add(text, "chdir", quoted(folder.toString()));
        add(text, "output", quoted(log.getParent().toString().replace("%", "%%") + "/" + log.getFileName()));
        add(text, "open-mode", "append");
        text.append("exec");
        words.forEach(word -> text.append(' ').append(shell(word)));
        return text.append(array == null ? "" : " \"" + TASK + "\"").append('\n').toString();
    }

    private static void add(StringBuilder text, String option, String value) {
        text.append("#SBATCH --").append(option).append('=').append(value).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String shell(String word) {
        return word.matches("[A-Za-z0-9_./=:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Numbers in the words of sbatch: 1-3,5. They have to be in order. */
    static String numbers(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int first = numbers.get(i);
            while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ",").append(first).append(numbers.get(i) > first ? "-" + numbers.get(i) : "");
        }
        return text.toString();
    }
}
