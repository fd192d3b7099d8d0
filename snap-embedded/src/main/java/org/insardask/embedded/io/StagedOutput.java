package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Files and folders of one product that are written in a hidden staging folder beside it ({@code .a.dim.part-OWNER}) and get their final
 * names only in {@link #commit}. A product that existed before stays as it is until then, and after {@link #discard}.
 *
 * <p>The part added last has to be the one without which the product cannot be read: see {@link PartSwap}. A process that is killed leaves
 * a staging folder; {@link StagingFolders} says what becomes of it. What is finished stands in a {@link TileJournal} in the folder.
 *
 * <p>Not safe for several threads, but for {@link #recordTile}.
 */
public final class StagedOutput {
    private static final Logger LOG = Logger.getLogger(StagedOutput.class.getName());

    private final Path target;
    private final TileJournal journal;
    private final Heartbeat heartbeat;
    private final Map<String, Integer> finishedBefore;
    private final List<String> parts = new ArrayList<>();
    private Path staging;
    private volatile boolean recorded;
    /** Whether the staging folder is no longer this object's to delete. */
    private boolean left;

    private StagedOutput(Path target, Path staging, TileJournal journal, Map<String, Integer> finishedBefore) {
        this.target = target;
        this.staging = staging;
        this.journal = journal;
        this.finishedBefore = finishedBefore;
        this.heartbeat = new Heartbeat(TileJournal.in(staging));
    }

    /**
     * Prepares output that cannot be resumed.
     *
     * @param target the product; its folder is created where it is missing
     * @return the output
     * @throws IOException where it cannot be prepared
     */
    public static StagedOutput open(Path target) throws IOException {
        return open(target, RunIdentity.UNKNOWN);
    }

    /**
     * Prepares output. What an interrupted run left is finished where it was complete, gone on with where the run asks for that and its
     * fingerprint is the same, and removed otherwise.
     *
     * @param target the product; its folder is created where it is missing
     * @param run what writes it
     * @return the output
     * @throws IOException where it cannot be prepared, or another process is writing the same product
     */
    public static StagedOutput open(Path target, RunIdentity run) throws IOException {
        FileTrees.createFolder(target.getParent());
        StagingFolders folders = new StagingFolders(target);
        Path staging = folders.name(ThreadLocalRandom.current().nextInt());
        Map<String, Integer> finished = folders.settle(staging, run);
        boolean fresh = !FileTrees.exists(staging);
        if (fresh) {
            createStaging(staging);
        }
        TileJournal journal = openJournal(staging, run, fresh);
        StagedOutput output = new StagedOutput(target, staging, journal, finished);
        try {
            folders.refuseOthers(staging);
            return output;
        } catch (IOException e) {
            output.leave(fresh);
            throw e;
        }
    }

    /**
     * Puts a complete product in its place that a process which was killed left beside it.
     *
     * @param target the product
     * @throws IOException where that is there and cannot be done
     */
    public static void finishInterruptedSwap(Path target) throws IOException {
        new StagingFolders(target.toAbsolutePath()).finishInterruptedSwap();
    }

    private static void createStaging(Path staging) throws IOException {
        try {
            Files.createDirectory(staging);
        } catch (IOException e) {
            throw new IOException(staging + ": cannot be created: " + IoMessages.reason(e, staging), e);
        }
    }

    private static TileJournal openJournal(Path staging, RunIdentity run, boolean fresh) throws IOException {
        try {
            return TileJournal.open(staging, run.fingerprint());
        } catch (IOException e) {
            if (fresh) {
                FileTrees.delete(staging);
            }
            throw e;
        }
    }

    private void leave(boolean delete) throws IOException {
        if (delete) {
            discard();
        } else {
            keep();
        }
    }

    /**
     * Adds a file of the product; the caller creates and writes it.
     *
     * @param name its final name
     * @return its temporary path
     */
    public Path addFile(String name) {
        parts.add(name);
        return staging.resolve(name);
    }

    /**
     * Adds a folder of the product and creates it under its temporary name, where an interrupted run has not left it.
     *
     * @param name its final name
     * @return its temporary path
     * @throws IOException where it cannot be created
     */
    public Path addFolder(String name) throws IOException {
        Path path = addFile(name);
        FileTrees.createFolder(path);
        return path;
    }

    /** Returns what an interrupted run finished: CRC-32C of tiles by what {@link TileJournal#key} makes of them. */
    Map<String, Integer> finishedBefore() {
        return finishedBefore;
    }

    /**
     * Records that a tile was written.
     *
     * @param key from {@link TileJournal#key}
     * @param crc CRC-32C of its samples
     * @throws IOException where that cannot be recorded
     */
    void recordTile(String key, int crc) throws IOException {
        journal.tile(key, crc);
        recorded = true;
    }

    /** Returns whether there is something that a later run could go on with. */
    boolean hasFinishedTiles() {
        return !left && (recorded || !finishedBefore.isEmpty());
    }

    /**
     * Gives all parts their final names and removes what was there before; where that cannot be removed, a warning says so.
     *
     * @param durable whether to wait first until all samples are on disk; what is small is waited for in any case
     * @throws IOException where a part cannot be stored or renamed; then everything is as before {@code commit}
     */
    public void commit(boolean durable) throws IOException {
        for (String part : parts) {
            Path path = staging.resolve(part);
            if (!FileTrees.exists(path)) {
                throw new IOException(target + ": not written, because " + part + " is missing in " + staging);
            }
            if (durable || Files.isRegularFile(path)) {
                FileTrees.force(path);
            }
        }
        journal.commit(parts);
        PartSwap swap = new PartSwap(staging, parts);
        try {
            swap.run();
        } catch (IOException e) {
            undo(swap, e);
            throw e;
        }
        FileTrees.forceOne(target.getParent());
        removeReplaced();
    }

    private void removeReplaced() {
        try {
            close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0}: written, but its journal cannot be closed: {1}", new Object[] {target, e.getMessage()});
        }
        left = true;
        new StagingFolders(target).deleteOrWarn(staging);
    }

    /** Where even that fails, the complete new product and the old one stay in the staging folder, for the next run to finish. */
    private void undo(PartSwap swap, IOException cause) throws IOException {
        try {
            swap.undo();
        } catch (IOException e) {
            keep();
            e.addSuppressed(cause);
            throw new IOException(cause.getMessage() + "; what was there before lies in " + staging, e);
        }
        try {
            journal.undone();
        } catch (IOException e) {
            cause.addSuppressed(e);
            discard(); // Else somebody would take the product for one that has to be put in its place.
            left = true;
        }
    }

    /**
     * Removes all temporary files; what was there before stays.
     *
     * @throws IOException where a temporary file cannot be removed
     */
    public void discard() throws IOException {
        close();
        if (!left) {
            StagingFolders.delete(staging);
        }
    }

    /**
     * Leaves the temporary files for a later run, which may be of this process, to go on with.
     *
     * @throws IOException where they cannot be closed or renamed
     */
    public void keep() throws IOException {
        close();
        if (!left) {
            left = true;
            Path free = new StagingFolders(target).nameWithoutOwner(ThreadLocalRandom.current().nextInt());
            FileTrees.rename(staging, free);
            staging = free;
        }
    }

    private void close() throws IOException {
        heartbeat.close();
        journal.close();
    }

    /** Returns the folder with the temporary files. */
    public Path staging() {
        return staging;
    }

    /**
     * Removes the parts under their final names, the last one first: undoes a {@link #commit}.
     *
     * @throws IOException where a file cannot be removed
     */
    public void deleteCommitted() throws IOException {
        for (int i = parts.size() - 1; i >= 0; i--) {
            FileTrees.delete(target.resolveSibling(parts.get(i)));
        }
    }
}
