package org.insardask.grouping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the samples of pixels by group and gives the statistics of every group, its median included.
 *
 * <p>What does not fit into the memory given is sorted and written to a temporary file of 8 bytes a value, and 8 bytes and 4 more for
 * each band a group and run; the runs are merged at the end. Memory is that given and 32 KiB a run, whatever the number of pixels and of
 * groups and the size of the largest one. Results do not depend on the order of the samples, nor on the memory.
 *
 * <p>Not safe for use by several threads.
 */
public final class SampleStore implements AutoCloseable {

    private final Path temporary;
    private final int bands;
    /** Null when the store is closed. */
    private SampleBlock block;
    private RunFile file;

    /**
     * An empty store.
     *
     * @param temporary the temporary file, where one is needed; what a run that was killed left under that name is removed
     * @param bands how many values a pixel has
     * @param bytes about how much memory may be used
     */
    public SampleStore(Path temporary, int bands, long bytes) throws IOException {
        this.temporary = temporary;
        this.bands = bands;
        block = new SampleBlock(bands, bytes);
        Files.deleteIfExists(temporary);
    }

    /**
     * Adds pixels.
     *
     * @param ids the group of each pixel, negative for none
     * @param values for each band the values of all pixels; what is not finite is no value
     * @throws IllegalStateException where the store is closed
     */
    public void add(int[] ids, double[][] values) throws IOException {
        requireOpen();
        for (int k = 0; k < ids.length; k++) {
            if (ids[k] >= 0) {
                if (block.isFull()) {
                    spill();
                }
                block.add(ids[k], values, k);
            }
        }
    }

    private void requireOpen() {
        if (block == null) {
            throw new IllegalStateException("the store of samples is closed");
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = new RunFile(temporary, bands);
        }
        file.append(block.groups());
        block.clear();
    }

    /** Returns all groups in ascending order; to be called once, after which nothing may be added. */
    public GroupMerge groups() {
        requireOpen();
        List<GroupSource> sources = new ArrayList<>();
        if (file != null) {
            sources.addAll(file.runs());
        }
        sources.add(block.groups());
        return new GroupMerge(bands, sources);
    }

    /** Removes the temporary file and lets go of the samples. */
    @Override
    public void close() throws IOException {
        block = null;
        if (file != null) {
            file.close();
        }
    }
}
