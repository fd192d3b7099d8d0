package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/**
 * The mean of some bands over the pixels of a reference.
 *
 * <p>All bands are averaged over the same pixels, those that have data in all bands, so that no epoch has another reference than the next.
 * A band without data in any of the pixels plays no part in that and has no mean. Sums are exact, so that the order in which blocks are
 * read does not matter.
 */
final class BandReferenceMean {

    private final double[] values;
    private final long pixels;
    private final long incomplete;

    private BandReferenceMean(double[] values, long pixels, long incomplete) {
        this.values = values;
        this.pixels = pixels;
        this.incomplete = incomplete;
    }

    /** Reads what {@link #words} wrote for a number of bands. */
    static BandReferenceMean of(Map<String, String> words, int bands) {
        return new BandReferenceMean(PlanFile.doubles(words, "reference.means", bands), PlanFile.whole(words, "reference.pixels"),
                PlanFile.whole(words, "reference.leftOut"));
    }

    /** Returns it as words of a {@link PlanFile}. */
    Map<String, String> words() {
        return Map.of("reference.means", PlanFile.text(values), "reference.pixels", Long.toString(pixels), "reference.leftOut",
                Long.toString(incomplete));
    }

    /** Returns the mean of a band, NaN where it has no data. */
    double value(int band) {
        return values[band];
    }

    /** Returns the number of bands without data. */
    long emptyBands() {
        return Arrays.stream(values).filter(Double::isNaN).count();
    }

    /** Returns the number of pixels that were averaged. */
    long pixels() {
        return pixels;
    }

    /** Returns the number of pixels that were left out because they lack data. */
    long incompletePixels() {
        return incomplete;
    }

    /**
     * Reads the pixels, block by block.
     *
     * @param operator for its source tiles
     * @param afterBlock called after each block
     * @throws OperatorException where no pixel has data
     */
    static BandReferenceMean read(Operator operator, ReferencePixels reference, List<Band> bands, Runnable afterBlock) {
        BitSet all = new BitSet();
        all.set(0, bands.size());
        Sums sums = new Sums(bands, all);
        sums.addAll(operator, reference, afterBlock);
        if (sums.complete == 0 && !sums.present.isEmpty() && !sums.present.equals(all)) {
            sums = new Sums(bands, sums.present);
            sums.addAll(operator, reference, afterBlock);
        }
        requireData(sums, reference);
        return new BandReferenceMean(sums.means(), sums.complete, sums.marked - sums.complete);
    }

    private static void requireData(Sums sums, ReferencePixels reference) {
        if (sums.marked == 0) {
            throw new OperatorException("the reference holds no pixel: " + reference.description());
        }
        if (sums.present.isEmpty()) {
            throw new OperatorException("the reference has no data: " + reference.description());
        }
        if (sums.complete == 0) {
            throw new OperatorException("the reference has no pixel with data in all of " + sums.present.cardinality() + " bands: "
                    + reference.description());
        }
    }

    /** What is added up over the blocks. */
    private static final class Sums {
        private final List<SampleBand> samples;
        private final BitSet required;
        private final ExactSum[] sums;
        private final BitSet present = new BitSet();
        private long marked;
        private long complete;

        Sums(List<Band> bands, BitSet required) {
            this.samples = bands.stream().map(SampleBand::ofValues).toList();
            this.required = required;
            this.sums = Stream.generate(ExactSum::new).limit(bands.size()).toArray(ExactSum[]::new);
        }

        void addAll(Operator operator, ReferencePixels reference, Runnable afterBlock) {
            for (Rectangle block : reference.blocks(samples.size())) {
                boolean[] marks = new boolean[block.width * block.height];
                reference.mark(operator, block, marks);
                int[] places = IntStream.range(0, marks.length).filter(p -> marks[p]).toArray();
                if (places.length > 0) {
                    add(operator, block, places);
                }
                afterBlock.run();
            }
        }

        private void add(Operator operator, Rectangle block, int[] places) {
            double[] tile = new double[block.width * block.height];
            double[][] found = new double[samples.size()][places.length];
            boolean[] lacking = new boolean[places.length];
            for (int b = 0; b < found.length; b++) {
                samples.get(b).read(operator, block, tile);
                gather(tile, places, found[b]);
                noteMissing(b, found[b], lacking);
            }
            marked += places.length;
            for (int k = 0; k < places.length; k++) {
                if (!lacking[k]) {
                    complete++;
                    addPixel(found, k);
                }
            }
        }

        private static void gather(double[] tile, int[] places, double[] out) {
            for (int k = 0; k < places.length; k++) {
                out[k] = tile[places[k]];
            }
        }

        private void noteMissing(int band, double[] found, boolean[] lacking) {
            boolean needed = required.get(band);
            boolean any = false;
            for (int k = 0; k < found.length; k++) {
                boolean data = Double.isFinite(found[k]);
                any |= data;
                lacking[k] |= needed && !data;
            }
            if (any) {
                present.set(band);
            }
        }

        private void addPixel(double[][] found, int pixel) {
            for (int b = 0; b < found.length; b++) {
                if (required.get(b)) {
                    sums[b].add(found[b][pixel]);
                }
            }
        }

        double[] means() {
            return Arrays.stream(sums).mapToDouble(ExactSum::mean).toArray();
        }
    }
}
