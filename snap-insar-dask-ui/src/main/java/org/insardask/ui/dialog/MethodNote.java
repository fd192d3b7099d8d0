package org.insardask.ui.dialog;

import java.util.List;

/** What each method of Arc-Unwrapping does, in a sentence, and which parameters it heeds. */
enum MethodNote {
    ILS("Integer least squares: the most likely ambiguities, proven wherever the node limit allows.",
            "searchMissProbability", "maxSearchNodes", "minSearchSuccess"),
    ILS_RATIO_TEST("Integer least squares, and no result where the second best ambiguities are nearly as good.",
            "searchMissProbability", "maxSearchNodes", "minSearchSuccess", "ratioFailureRate", "ratioThreshold"),
    PAR("Fixes only those ambiguities that together reach the minimum success rate (partial ambiguity resolution).", "minSuccessRate"),
    STRUCTURED("Integer least squares with probabilistic pruning alone: quick, right but for the search miss probability.",
            "searchMissProbability", "maxSearchNodes", "minSearchSuccess"),
    BOOTSTRAPPING("Fixes one ambiguity after the other after decorrelation (LAMBDA), as DePSI does."),
    ROUNDING("Rounds the ambiguities after decorrelation: the quickest and the least often right."),
    PERIODOGRAM("Looks for the largest coherence on a grid of at most three terms beside the offset; no decorrelation.");

    private static final List<String> HEEDED_BY_SOME = List.of("searchMissProbability", "maxSearchNodes", "minSearchSuccess",
            "minSuccessRate", "ratioFailureRate", "ratioThreshold");

    private final String sentence;
    /** Names between blanks. */
    private final String parameters;

    MethodNote(String sentence, String... parameters) {
        this.sentence = sentence;
        this.parameters = " " + String.join(" ", parameters) + " ";
    }

    /** The sentence; empty for a method that is not known here. */
    static String sentence(String method) {
        return List.of(values()).stream().filter(note -> note.name().equals(method)).map(note -> note.sentence).findFirst().orElse("");
    }

    /** Whether the method heeds a parameter; true for every method that is not known here, and every parameter that all heed. */
    static boolean heeds(String method, String parameter) {
        return !HEEDED_BY_SOME.contains(parameter) || List.of(values()).stream().filter(note -> note.name().equals(method))
                .allMatch(note -> note.parameters.contains(" " + parameter + " "));
    }
}
