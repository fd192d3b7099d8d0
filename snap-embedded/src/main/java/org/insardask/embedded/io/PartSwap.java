package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Puts the parts of a product that lie in a staging folder in the place of those of an old one.
 *
 * <p>The old parts go to a folder inside the staging folder, the last one first; then the new ones get their names in their order. The part
 * that comes last has to be the one without which the product cannot be read: it disappears first and appears last, so that no mixture of
 * old and new reads as a product. A swap that was killed anywhere can be finished later by {@link #run}: where the parts lie shows which
 * of the moves were made. Only one process at a time may do that: see {@link StagingFolders}. For one thread.
 */
final class PartSwap {
    private static final String OLD = "replaced";

    private final Path staging;
    private final List<String> parts;
    private final Moves moves;
    private final Deque<Move> done = new ArrayDeque<>();

    private record Move(Path from, Path to) {
    }

    /** What renames files: a seam for tests that stop between two moves. */
    @FunctionalInterface
    interface Moves {
        /** Renames a file or folder. */
        void move(Path from, Path to) throws IOException;
    }

    PartSwap(Path staging, List<String> parts) {
        this(staging, parts, FileTrees::rename);
    }

    PartSwap(Path staging, List<String> parts, Moves moves) {
        this.staging = staging;
        this.parts = List.copyOf(parts);
        this.moves = moves;
    }

    /**
     * Makes all moves that were not made yet.
     *
     * @return false where there were none
     * @throws IOException where one fails
     */
    boolean run() throws IOException {
        Files.createDirectories(staging.resolve(OLD));
        for (String part : reversed()) {
            if (FileTrees.exists(fresh(part)) && FileTrees.exists(target(part))) {
                move(target(part), old(part));
            }
        }
        for (String part : parts) {
            if (FileTrees.exists(fresh(part))) {
                move(fresh(part), target(part));
            }
        }
        return !done.isEmpty();
    }

    /** Returns whether, after a part of the moves, somebody else has put another product in the place. */
    boolean isOvertaken() {
        return parts.stream().anyMatch(part -> FileTrees.exists(fresh(part)) && FileTrees.exists(target(part))
                && FileTrees.exists(old(part)));
    }

    /**
     * Takes back what {@link #run} of this object did.
     *
     * @throws IOException where that fails; what is not taken back stays to be finished by {@code run}
     */
    void undo() throws IOException {
        while (!done.isEmpty()) {
            Move last = done.pop();
            moves.move(last.to, last.from);
        }
    }

    private void move(Path from, Path to) throws IOException {
        moves.move(from, to);
        done.push(new Move(from, to));
    }

    private List<String> reversed() {
        List<String> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return reversed;
    }

    private Path fresh(String part) {
        return staging.resolve(part);
    }

    private Path target(String part) {
        return staging.resolveSibling(part);
    }

    private Path old(String part) {
        return staging.resolve(OLD).resolve(part);
    }
}
