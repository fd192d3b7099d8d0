package org.insardask.grouping;

import java.io.IOException;
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

    private final Path folder;
    private final int bands;
    private final SampleBlock block;
    private RunFile file;

    /**
     * An empty store.
     *
     * @param folder where a temporary file may be made
     * @param bands how many values a pixel has
     * @param bytes about how much memory may be used
     */
    public SampleStore(Path folder, int bands, long bytes) {
        this.folder = folder;
        this.bands = bands;
        block = new SampleBlock(bands, bytes);
    }

    /**
     * Adds pixels.
     *
     * @param ids the group of each pixel, negative for none
     * @param values for each band the values of all pixels; what is not finite is no value
     */
    public void add(int[] ids, double[][] values) throws IOException {
        for (int k = 0; k < ids.length; k++) {
            if (ids[k] >= 0) {
                if (block.isFull()) {
                    spill();
                }
                block.add(ids[k], values, k);
            }
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = new RunFile(folder, bands);
        }
        file.append(block.groups());
        block.clear();
    }

    /** Returns all groups in ascending order; to be called once, after which nothing may be added. */
    public GroupMerge groups() {
        List<GroupSource> sources = new ArrayList<>();
        if (file != null) {
            sources.addAll(file.runs());
        }
        sources.add(block.groups());
        return new GroupMerge(bands, sources);
    }

    /** Removes the temporary file. */
    @Override
    public void close() throws IOException {
        block.clear();
        if (file != null) {
            file.close();
        }
    }
}
