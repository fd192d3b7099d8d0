package org.insardask.polygon;

import java.util.Arrays;

/**
 * Packed R-tree of bounding boxes in the order of a Hilbert curve (Kamel and Faloutsos 1993), in flat arrays: all boxes on the lowest
 * level, then their parents level by level, {@value #NODE_SIZE} children each. Built in O(n log n), immutable.
 */
final class BoxTree {
    private static final int NODE_SIZE = 16;

    /** Minimum x, minimum y, maximum x, maximum y of each box, leaves first. */
    private final double[] boxes;
    /** The item of each leaf. */
    private final int[] items;
    /** First box of each level, the leaves' first, and the end. */
    private final int[] levelStart;

    /**
     * Builds the tree.
     *
     * @param itemBoxes four numbers an item: minimum x, minimum y, maximum x, maximum y; finite, not kept
     */
    BoxTree(double[] itemBoxes) {
        int count = itemBoxes.length / 4;
        levelStart = levels(count);
        boxes = new double[4 * levelStart[levelStart.length - 1]];
        items = new int[count];
        long[] order = order(itemBoxes, count);
        for (int i = 0; i < count; i++) {
            items[i] = (int) order[i];
            System.arraycopy(itemBoxes, 4 * items[i], boxes, 4 * i, 4);
        }
        for (int level = 1; level < levelStart.length - 1; level++) {
            unite(level);
        }
    }

    private static int[] levels(int count) {
        int[] starts = new int[12];
        int levels = 0;
        int size = count;
        int start = 0;
        do {
            starts[levels++] = start;
            start += size;
            size = size == 1 ? 0 : (size + NODE_SIZE - 1) / NODE_SIZE;
        } while (size > 0);
        starts[levels] = start;
        return Arrays.copyOf(starts, levels + 1);
    }

    private static long[] order(double[] itemBoxes, int count) {
        double[] all = extent(itemBoxes, 0, count);
        double scaleX = all[2] > all[0] ? (Hilbert.CELLS - 1) / (all[2] - all[0]) : 0;
        double scaleY = all[3] > all[1] ? (Hilbert.CELLS - 1) / (all[3] - all[1]) : 0;
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            int x = (int) (scaleX * (0.5 * (itemBoxes[4 * i] + itemBoxes[4 * i + 2]) - all[0]));
            int y = (int) (scaleY * (0.5 * (itemBoxes[4 * i + 1] + itemBoxes[4 * i + 3]) - all[1]));
            // The 32 bits of the curve above the 31 of the item.
            order[i] = (Hilbert.position(x, y) << 31) | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < count; i++) {
            order[i] &= Integer.MAX_VALUE;
        }
        return order;
    }

    private static double[] extent(double[] boxes, int from, int to) {
        double[] all = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = from; i < to; i++) {
            all[0] = Math.min(all[0], boxes[4 * i]);
            all[1] = Math.min(all[1], boxes[4 * i + 1]);
            all[2] = Math.max(all[2], boxes[4 * i + 2]);
            all[3] = Math.max(all[3], boxes[4 * i + 3]);
        }
        return all;
    }

    private void unite(int level) {
        int children = levelStart[level - 1];
        for (int node = levelStart[level]; node < levelStart[level + 1]; node++) {
            int from = children + (node - levelStart[level]) * NODE_SIZE;
            double[] all = extent(boxes, from, Math.min(from + NODE_SIZE, levelStart[level]));
            System.arraycopy(all, 0, boxes, 4 * node, 4);
        }
    }

    /** Appends the items whose closed boxes meet the closed window, in no particular order. */
    void search(double minX, double minY, double maxX, double maxY, IntList found) {
        if (items.length > 0) {
            search(levelStart.length - 2, 0, minX, minY, maxX, maxY, found);
        }
    }

    private void search(int level, int index, double minX, double minY, double maxX, double maxY, IntList found) {
        int box = 4 * (levelStart[level] + index);
        if (boxes[box] > maxX || boxes[box + 1] > maxY || boxes[box + 2] < minX || boxes[box + 3] < minY) {
            return;
        }
        if (level == 0) {
            found.add(items[index]);
            return;
        }
        int end = Math.min((index + 1) * NODE_SIZE, levelStart[level] - levelStart[level - 1]);
        for (int child = index * NODE_SIZE; child < end; child++) {
            search(level - 1, child, minX, minY, maxX, maxY, found);
        }
    }
}
