package org.insardask.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insardask.statistics.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStoreTest {

    private static final int PIXELS = 20_000;
    private static final int BANDS = 2;
    private static final long EVERYTHING = 1L << 24;

    @TempDir
    private Path folder;

    private final int[] ids = new int[PIXELS];
    private final double[][] values = new double[BANDS][PIXELS];

    /** Ids from -1 on, small ones more often; equal values, both zeros, and values that are none. */
    SampleStoreTest() {
        Random random = new Random(11);
        for (int k = 0; k < PIXELS; k++) {
            ids[k] = (int) (400 * Math.pow(random.nextDouble(), 3)) - 1;
            for (double[] band : values) {
                double value = random.nextInt(50) == 0 ? Math.rint(random.nextGaussian()) : random.nextGaussian();
                band[k] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(500) == 0 ? Double.POSITIVE_INFINITY : value;
            }
        }
        ids[17] = Integer.MAX_VALUE;
    }

    /** Adds all pixels in parts, in an order that the seed gives. */
    private List<Group> groups(long bytes, int part, long seed) throws IOException {
        List<Integer> order = new ArrayList<>(IntStream.range(0, PIXELS).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        try (SampleStore store = new SampleStore(folder.resolve("samples"), BANDS, bytes)) {
            for (int from = 0; from < PIXELS; from += part) {
                int[] chosen = order.subList(from, Math.min(PIXELS, from + part)).stream().mapToInt(k -> k).toArray();
                double[][] samples = new double[BANDS][];
                Arrays.setAll(samples, b -> Arrays.stream(chosen).mapToDouble(k -> values[b][k]).toArray());
                store.add(Arrays.stream(chosen).map(k -> ids[k]).toArray(), samples);
            }
            List<Group> groups = new ArrayList<>();
            GroupMerge merge = store.groups();
            for (Group group = merge.next(); group != null; group = merge.next()) {
                groups.add(group);
            }
            assertNull(merge.next());
            return groups;
        }
    }

    @Test
    void groupsAreThoseOfTheSamples() throws IOException {
        List<Group> groups = groups(EVERYTHING, 777, 1);
        List<Integer> expected = new ArrayList<>(new TreeSet<>(Arrays.stream(ids).filter(id -> id >= 0).boxed().toList()));
        assertEquals(expected, groups.stream().map(Group::id).toList());
        for (Group group : groups) {
            assertEquals(Arrays.stream(ids).filter(id -> id == group.id()).count(), group.pixels());
            for (int b = 0; b < BANDS; b++) {
                check(group.id(), b, group.bands().get(b));
            }
        }
    }

    private void check(int id, int band, Summary summary) {
        double[] expected = IntStream.range(0, PIXELS).filter(k -> ids[k] == id).mapToDouble(k -> values[band][k])
                .filter(Double::isFinite).sorted().toArray();
        assertEquals(expected.length, summary.count());
        if (expected.length > 0) {
            int half = expected.length / 2;
            assertEquals(expected[0], summary.minimum());
            assertEquals(expected[expected.length - 1], summary.maximum());
            assertEquals(expected.length % 2 == 1 ? expected[half] : (expected[half - 1] + expected[half]) / 2, summary.median(), 1e-15);
            assertEquals(Arrays.stream(expected).average().orElseThrow(), summary.mean(), 1e-13);
        }
    }

    /** From a run for every pixel but a few to no run at all. */
    @Test
    void memoryAndOrderChangeNothing() throws IOException {
        List<Group> expected = groups(EVERYTHING, PIXELS, 0);
        for (long bytes : new long[] {1_000, 30_000, 300_000}) {
            assertEquals(expected, groups(bytes, 1000, bytes), bytes + " bytes");
        }
        assertEquals(expected, groups(EVERYTHING, 1, 3));
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        SampleStore store = new SampleStore(folder.resolve("samples"), BANDS, 5_000);
        store.add(ids, values);
        store.close();
        store.close();
        assertIsEmpty();
        assertThrows(IllegalStateException.class, () -> store.add(ids, values));
        assertThrows(IllegalStateException.class, store::groups);
    }

    private void assertIsEmpty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.findAny().isEmpty());
        }
    }

    @Test
    void whatAKilledRunLeftIsRemoved() throws IOException {
        Path temporary = Files.writeString(folder.resolve("samples"), "left behind");
        try (SampleStore store = new SampleStore(temporary, BANDS, EVERYTHING)) {
            assertNull(store.groups().next());
            assertIsEmpty();
        }
    }

    @Test
    void aStoreWithoutSamplesHasNoGroups() throws IOException {
        try (SampleStore store = new SampleStore(folder.resolve("missing"), BANDS, EVERYTHING)) {
            store.add(new int[] {-1, -1}, new double[BANDS][2]);
            assertNull(store.groups().next());
        }
        assertFalse(Files.exists(folder.resolve("missing")), "no file is made without need");
    }
}
