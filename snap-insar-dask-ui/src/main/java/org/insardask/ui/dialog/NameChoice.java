package org.insardask.ui.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that are offered, with a note on each, and those that are chosen, in the order in which they were chosen. What is chosen and not
 * offered stays, so that nothing is lost where a file cannot be read. For one thread.
 */
final class NameChoice {

    private final Map<String, String> offered = new LinkedHashMap<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final String absentNote;

    /** @param absentNote the note on names that are chosen and not offered */
    NameChoice(String absentNote) {
        this.absentNote = absentNote;
    }

    void offer(Map<String, String> namesAndNotes) {
        offered.clear();
        offered.putAll(namesAndNotes);
    }

    /** Chooses the names of a list that commas separate. */
    void setText(String text) {
        chosen.clear();
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()).forEach(chosen::add);
    }

    /** The names chosen, separated by commas. */
    String text() {
        return String.join(",", chosen);
    }

    void choose(String name, boolean wanted) {
        if (wanted) {
            chosen.add(name);
        } else {
            chosen.remove(name);
        }
    }

    boolean isChosen(String name) {
        return chosen.contains(name);
    }

    /** All names, those offered first. */
    List<String> names() {
        List<String> names = new ArrayList<>(offered.keySet());
        chosen.stream().filter(name -> !offered.containsKey(name)).forEach(names::add);
        return names;
    }

    String note(String name) {
        return offered.isEmpty() ? "" : offered.getOrDefault(name, absentNote);
    }
}
