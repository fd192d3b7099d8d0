package org.insardask.grouping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.insardask.statistics.Summary;
import org.insardask.statistics.SummaryAccumulator;

/**
 * Several sources of groups as one, in ascending order of the groups. Since the values of a group are merged in ascending order, its
 * statistics do not depend on how they are spread over the sources. Memory: one value of each source.
 */
public final class GroupMerge {

    private final int bands;
    /** Sources at a group that is still to come. */
    private final PriorityQueue<GroupSource> waiting = new PriorityQueue<>(Comparator.comparingInt(GroupSource::id));
    /** Sources at the group that was given last. */
    private final List<GroupSource> given = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingDouble(head -> head.value));
    private final SummaryAccumulator accumulator = new SummaryAccumulator();

    GroupMerge(int bands, List<GroupSource> sources) {
        this.bands = bands;
        given.addAll(sources);
    }

    /** Returns the next group, null after the last one. */
    public Group next() throws IOException {
        for (GroupSource source : given) {
            if (source.next()) {
                waiting.add(source);
            }
        }
        given.clear();
        if (waiting.isEmpty()) {
            return null;
        }
        int id = waiting.peek().id();
        long pixels = 0;
        while (!waiting.isEmpty() && waiting.peek().id() == id) {
            GroupSource source = waiting.poll();
            pixels += source.pixels();
            given.add(source);
        }
        List<Summary> summaries = new ArrayList<>(bands);
        for (int b = 0; b < bands; b++) {
            summaries.add(summarise(b));
        }
        return new Group(id, pixels, summaries);
    }

    private Summary summarise(int band) throws IOException {
        long count = 0;
        for (GroupSource source : given) {
            count += source.count(band);
            source.openBand(band);
            if (source.count(band) > 0) {
                heads.add(new Head(source, source.count(band)));
            }
        }
        accumulator.begin(count);
        while (heads.size() > 1) {
            Head head = heads.poll();
            accumulator.add(head.value);
            if (head.advance()) {
                heads.add(head);
            }
        }
        Head last = heads.poll();
        while (last != null) {
            accumulator.add(last.value);
            last = last.advance() ? last : null;
        }
        return accumulator.finish();
    }

    /** The next value of a source. */
    private static final class Head {
        private final GroupSource source;
        private int left;
        private double value;

        Head(GroupSource source, int count) throws IOException {
            this.source = source;
            left = count - 1;
            value = source.nextValue();
        }

        boolean advance() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            value = source.nextValue();
            return true;
        }
    }
}
