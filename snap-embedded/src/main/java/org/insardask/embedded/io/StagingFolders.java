package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The staging folders of one product, also those that processes left which were killed.
 *
 * <p>A folder of a dead process is moved into place where its journal says that the product in it is complete; else it is gone on with or
 * removed. Folders of living processes are never touched. For one thread.
 */
final class StagingFolders {
    private static final Logger LOG = Logger.getLogger(StagingFolders.class.getName());
    /** Three signs of life of a process on another host. */
    private static final Duration PATIENCE = Duration.ofSeconds(3L * Heartbeat.PERIOD_SECONDS + 1);

    private final Path target;
    private final String prefix;
    private final Duration patience;

    private record Leftover(Path folder, StagingOwner owner) {
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
        Map<String, Integer> finished = Map.of();
        for (Leftover leftover : leftovers()) {
            refuseLiving(leftover);
            TileJournal.Contents contents = TileJournal.read(leftover.folder);
            if (!contents.parts().isEmpty()) {
                finish(leftover.folder, contents.parts());
            } else if (!FileTrees.exists(own) && run.resume() && takeOver(leftover, contents, own, run)) {
                finished = contents.tiles();
            } else {
                remove(leftover, contents, run);
            }
        }
        return finished;
    }

    private boolean takeOver(Leftover leftover, TileJournal.Contents contents, Path own, RunIdentity run) throws IOException {
        if (!run.isRecorded() || !contents.fingerprint().equals(run.fingerprint())) {
            LOG.log(Level.WARNING, "{0}: started afresh, because the run that was interrupted had another graph, other parameters, sources "
                    + "that changed since, or another version", target);
            return false;
        }
        FileTrees.rename(leftover.folder, own);
        LOG.log(Level.INFO, "{0}: resumed, {1} tiles of single bands are finished", new Object[] {target, contents.tiles().size()});
        return true;
    }

    private void remove(Leftover leftover, TileJournal.Contents contents, RunIdentity run) throws IOException {
        delete(leftover.folder);
        if (!run.resume() && !contents.tiles().isEmpty()) {
            LOG.log(Level.INFO, "{0}: removed what an interrupted run (process {1} on {2}) had finished; --resume goes on with it",
                    new Object[] {target, String.valueOf(leftover.owner.pid()), leftover.owner.host()});
        }
    }

    /**
     * Refuses a run beside that of another living process.
     *
     * @param own the staging folder of the run
     * @throws IOException where there is another one
     */
    void refuseOthers(Path own) throws IOException {
        for (Leftover leftover : leftovers()) {
            if (!leftover.folder.equals(own)) {
                refuseLiving(leftover);
            }
        }
    }

    private void refuseLiving(Leftover leftover) throws IOException {
        if (leftover.owner.equals(StagingOwner.current())) {
            throw new IOException(target + ": is being written already by this process, expected another name for a second output");
        }
        if (leftover.owner.isAlive(TileJournal.in(leftover.folder), patience)) {
            throw new IOException(target + ": is being written by process " + leftover.owner.pid() + " on " + leftover.owner.host()
                    + " (in " + leftover.folder.getFileName() + "), expected one run at a time");
        }
    }

    /**
     * Finishes the swap of a complete product that a dead process began.
     *
     * @throws IOException where that cannot be done
     */
    void finishInterruptedSwap() throws IOException {
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            return;
        }
        for (Leftover leftover : leftovers()) {
            List<String> parts = TileJournal.read(leftover.folder).parts();
            if (!parts.isEmpty() && !leftover.owner.isAlive(TileJournal.in(leftover.folder), patience)) {
                finish(leftover.folder, parts);
            }
        }
    }

    private void finish(Path folder, List<String> parts) throws IOException {
        PartSwap swap = new PartSwap(folder, parts);
        if (!swap.isOvertaken()) {
            swap.run();
            LOG.log(Level.INFO, "{0}: put in its place; the run that wrote it was interrupted while doing so", target);
        }
        delete(folder);
    }

    private List<Leftover> leftovers() throws IOException {
        List<Leftover> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(target.getParent(),
                entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (Path entry : entries) {
                Optional<StagingOwner> owner = StagingOwner.parse(entry.getFileName().toString().substring(prefix.length()));
                owner.ifPresent(known -> leftovers.add(new Leftover(entry, known)));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new IOException(target.getParent() + ": cannot be listed: " + IoMessages.reason(e, target.getParent()), e);
        }
        return leftovers;
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
