package org.insardask.embedded.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The staging folders of one product, also those that processes left which were killed.
 *
 * <p>A folder of a dead process is moved into place where its journal says that the product in it is complete; else it is gone on with or
 * removed. Whoever does that claims the folder first, by renaming it in one step to a name of its own: of several readers and writers one
 * gets it, and the others wait until it is done. Folders of living processes are never touched. For one thread, but for several objects.
 */
final class StagingFolders {
    private static final Logger LOG = Logger.getLogger(StagingFolders.class.getName());
    /** Three signs of life of a process on another host. */
    private static final Duration PATIENCE = Duration.ofSeconds(3L * Heartbeat.PERIOD_SECONDS + 1);

    /** More than some renames need, be it over a network. */
    private static final Duration LONGEST_SWAP = Duration.ofSeconds(20);
    private static final int LOOK_MILLIS = 2;
    private static final String CLAIMED = ".claimed";

    private final Path target;
    private final String prefix;
    private final Duration patience;

    /** A folder; claimed where a process has renamed it to finish or remove it. */
    private record Leftover(Path folder, StagingOwner owner, boolean claimed) {
        Path journal() {
            return TileJournal.in(folder);
        }
    }

    /** What is done with each folder. */
    @FunctionalInterface
    private interface Treatment {
        /** Returns false where another process was faster, or is at it: then it is worth another look. */
        boolean deal(Leftover leftover) throws IOException;
    }

    StagingFolders(Path target) {
        this(target, PATIENCE);
    }

    StagingFolders(Path target, Duration patience) {
        this.target = target;
        this.prefix = "." + target.getFileName() + ".part-";
        this.patience = patience;
    }

    /** Returns the path of a staging folder of this process. */
    Path name(int number) {
        return target.resolveSibling(prefix + StagingOwner.current().text(number));
    }

    /** Returns the path of a staging folder that belongs to no process. */
    Path nameWithoutOwner(int number) {
        return target.resolveSibling(prefix + StagingOwner.current().gone().text(number));
    }

    /**
     * Deals with what dead processes left, for a run that is about to begin.
     *
     * @param own the staging folder of the run; it gets the content of a folder that is gone on with
     * @param run what begins
     * @return finished tiles in {@code own}, none where there is no such folder afterwards
     * @throws IOException where a leftover cannot be dealt with, or another process is writing the product
     */
    Map<String, Integer> settle(Path own, RunIdentity run) throws IOException {
        Map<String, Integer> finished = new HashMap<>();
        forEach(leftover -> settle(leftover, own, run, finished));
        return finished;
    }

    private boolean settle(Leftover leftover, Path own, RunIdentity run, Map<String, Integer> finished) throws IOException {
        if (leftover.folder.equals(own)) {
            return true;
        }
        if (isBeingDealtWith(leftover)) {
            return isOver(leftover);
        }
        refuseLiving(leftover);
        TileJournal.Contents contents = TileJournal.read(leftover.folder);
        if (!FileTrees.exists(leftover.folder)) {
            return false;
        }
        if (!contents.parts().isEmpty()) {
            return finish(leftover, contents.parts());
        }
        if (!FileTrees.exists(own) && run.resume() && isOf(run, contents)) {
            return takeOver(leftover, contents, own, finished);
        }
        return remove(leftover, contents, run);
    }

    private boolean isOf(RunIdentity run, TileJournal.Contents contents) {
        boolean same = run.isRecorded() && contents.fingerprint().equals(run.fingerprint());
        if (!same) {
            LOG.log(Level.WARNING, "{0}: started afresh, because the run that was interrupted had another graph, other parameters, sources "
                    + "that changed since, or another version", target);
        }
        return same;
    }

    private boolean takeOver(Leftover leftover, TileJournal.Contents contents, Path own, Map<String, Integer> finished)
            throws IOException {
        if (!rename(leftover.folder, own)) {
            return false;
        }
        finished.putAll(contents.tiles());
        LOG.log(Level.INFO, "{0}: resumed, {1} tiles of single bands are finished", new Object[] {target, contents.tiles().size()});
        return true;
    }

    private boolean remove(Leftover leftover, TileJournal.Contents contents, RunIdentity run) {
        Path claimed = claimName();
        try {
            if (!rename(leftover.folder, claimed)) {
                return false;
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0}: what an interrupted run left cannot be removed: {1}", new Object[] {target, e.getMessage()});
            return true;
        }
        if (deleteOrWarn(claimed) && !run.resume() && !contents.tiles().isEmpty()) {
            LOG.log(Level.INFO, "{0}: removed what an interrupted run (process {1} on {2}) had finished; --resume goes on with it",
                    new Object[] {target, String.valueOf(leftover.owner.pid()), leftover.owner.host()});
        }
        return true;
    }

    /**
     * Refuses a run beside that of another living process.
     *
     * @param own the staging folder of the run
     * @throws IOException where there is another one
     */
    void refuseOthers(Path own) throws IOException {
        for (Leftover leftover : leftovers()) {
            if (!leftover.folder.equals(own) && !leftover.claimed) {
                refuseLiving(leftover);
            }
        }
    }

    private void refuseLiving(Leftover leftover) throws IOException {
        StagingOwner owner = leftover.owner;
        if (owner.equals(StagingOwner.current())) {
            throw new IOException(target + ": is being written already by this process, expected another name for a second output");
        }
        switch (owner.state(leftover.journal(), patience)) {
            case ALIVE -> throw new IOException(target + ": is being written by process " + owner.pid() + " on " + owner.host()
                    + " (in " + leftover.folder.getFileName() + "), expected one run at a time");
            case CLOSED -> throw new IOException(leftover.folder + ": was left by process " + owner.pid() + " of another user and cannot "
                    + "be opened, expected that this user finishes or removes it");
            case DEAD -> { }
        }
    }

    /**
     * Finishes the swap of a complete product that a dead process began. Where another process, or thread, is at it, that is waited for.
     *
     * @throws IOException where that cannot be done
     */
    void finishInterruptedSwap() throws IOException {
        if (target.getParent() != null && Files.isDirectory(target.getParent())) {
            forEach(this::finishIfComplete);
        }
    }

    private boolean finishIfComplete(Leftover leftover) throws IOException {
        if (isBeingDealtWith(leftover)) {
            return isOver(leftover);
        }
        if (leftover.owner.equals(StagingOwner.current())) {
            return true;
        }
        List<String> parts = TileJournal.read(leftover.folder).parts();
        if (parts.isEmpty()) {
            return FileTrees.exists(leftover.folder);
        }
        return leftover.owner.state(leftover.journal(), patience) != StagingOwner.State.DEAD || finish(leftover, parts);
    }

    private boolean isBeingDealtWith(Leftover leftover) {
        return leftover.claimed && leftover.owner.state(leftover.journal(), patience) == StagingOwner.State.ALIVE;
    }

    /** The journal is the first that is removed: what is left without one is only waste. */
    private static boolean isOver(Leftover leftover) {
        return FileTrees.exists(leftover.folder) && !FileTrees.exists(leftover.journal());
    }

    private boolean finish(Leftover leftover, List<String> parts) throws IOException {
        Path claimed = claimName();
        if (!rename(leftover.folder, claimed)) {
            return false;
        }
        try {
            PartSwap swap = new PartSwap(claimed, parts);
            if (!swap.isOvertaken() && swap.run()) {
                LOG.log(Level.INFO, "{0}: put in its place; the run that wrote it was interrupted while doing so", target);
            }
        } catch (IOException e) {
            disown(claimed);
            throw e;
        }
        deleteOrWarn(claimed);
        return true;
    }

    /** The name says whose claim it is; there is one such name for each claim, and only one process gets the folder under its name. */
    private Path claimName() {
        Path name = name(ThreadLocalRandom.current().nextInt());
        return name.resolveSibling(name.getFileName() + CLAIMED);
    }

    /** Returns false where the folder is no longer there, because another process was faster. */
    private static boolean rename(Path folder, Path name) throws IOException {
        try {
            FileTrees.rename(folder, name);
            return true;
        } catch (IOException e) {
            if (FileTrees.exists(folder)) {
                throw e;
            }
            return false;
        }
    }

    private void forEach(Treatment treatment) throws IOException {
        long end = System.nanoTime() + patience.plus(LONGEST_SWAP).toNanos();
        while (!isDone(treatment)) {
            if (System.nanoTime() - end > 0) {
                throw new IOException(target + ": another process is putting it in its place, expected that to take less than "
                        + LONGEST_SWAP.toSeconds() + " s");
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(target + ": interrupted while another process puts it in its place");
            }
        }
    }

    private boolean isDone(Treatment treatment) throws IOException {
        boolean done = true;
        for (Leftover leftover : leftovers()) {
            done &= treatment.deal(leftover);
        }
        return done;
    }

    private List<Leftover> leftovers() throws IOException {
        List<Leftover> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(target.getParent(),
                entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (Path entry : entries) {
                String text = entry.getFileName().toString().substring(prefix.length());
                boolean claimed = text.endsWith(CLAIMED);
                StagingOwner.parse(claimed ? text.substring(0, text.length() - CLAIMED.length()) : text)
                        .ifPresent(owner -> leftovers.add(new Leftover(entry, owner, claimed)));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new IOException(target.getParent() + ": cannot be listed: " + IoMessages.reason(e, target.getParent()), e);
        }
        return leftovers;
    }

    /**
     * Deletes a staging folder of this process that is of no use any more. Where that fails, a warning says so, and a later run tries
     * again.
     *
     * @param folder the folder
     * @return whether it is gone
     */
    boolean deleteOrWarn(Path folder) {
        try {
            delete(folder);
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0}: what is no longer needed cannot be removed: {1}", new Object[] {target, e.getMessage()});
            disown(folder);
            return false;
        }
    }

    private void disown(Path folder) {
        try {
            rename(folder, nameWithoutOwner(ThreadLocalRandom.current().nextInt()));
        } catch (IOException e) {
            LOG.log(Level.FINE, "keeps the name of this process", e);
        }
    }

    /**
     * Deletes a staging folder, its journal first, so that a half-deleted one is taken neither for complete nor for one to go on with.
     *
     * @param folder the folder
     * @throws IOException where it cannot be deleted
     */
    static void delete(Path folder) throws IOException {
        FileTrees.delete(TileJournal.in(folder));
        FileTrees.delete(folder);
    }
}
