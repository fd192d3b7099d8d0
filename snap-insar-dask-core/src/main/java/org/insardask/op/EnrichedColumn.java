package org.insardask.op;

import java.util.List;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;
import org.insardask.polygon.PolygonLocator;
import org.insardask.tile.TargetSamples;
import org.insardask.vector.Attribute;

/**
 * The samples that the features of a polygon file give to a band: one value a feature, and the no-data value for pixels outside all
 * polygons and for features without a value. Immutable.
 *
 * <p>Integers become int32 with no-data {@value #INT_NO_DATA}, or the smallest int32 where a polygon has that value; integers that no int32
 * holds become float64. Floats are float64 with no-data NaN. Truth values are uint8 with no-data {@value #BYTE_NO_DATA}. Texts are int32:
 * their place in the order of first appearance in the file, with no-data -1.
 */
abstract class EnrichedColumn {
    static final int INT_NO_DATA = -9999;
    static final int BYTE_NO_DATA = 255;

    private final int dataType;
    private final double noData;
    private final List<String> texts;

    private EnrichedColumn(int dataType, double noData, List<String> texts) {
        this.dataType = dataType;
        this.noData = noData;
        this.texts = texts;
    }

    /** The column of an attribute. */
    static EnrichedColumn of(Attribute attribute) {
        return switch (attribute.type()) {
            case INTEGER -> ofIntegers(attribute);
            case FLOAT -> new Doubles(numbers(attribute));
            case STRING -> new Ints(ints(attribute, PolygonLocator.NONE), PolygonLocator.NONE, attribute.texts());
            case BOOLEAN -> new Bytes(truths(attribute));
        };
    }

    /** The column of the features' own numbers, -1 for none. */
    static EnrichedColumn ofFeatureNumbers(int features) {
        int[] numbers = new int[features];
        for (int f = 0; f < features; f++) {
            numbers[f] = f;
        }
        return new Ints(numbers, PolygonLocator.NONE, List.of());
    }

    private static EnrichedColumn ofIntegers(Attribute attribute) {
        boolean fits = true;
        boolean usualIsTaken = false;
        boolean smallestIsTaken = false;
        for (int f = 0; f < attribute.size(); f++) {
            if (!attribute.isNull(f)) {
                long value = attribute.integer(f);
                fits &= value == (int) value;
                usualIsTaken |= value == INT_NO_DATA;
                smallestIsTaken |= value == Integer.MIN_VALUE;
            }
        }
        if (!fits || (usualIsTaken && smallestIsTaken)) {
            return new Doubles(numbers(attribute));
        }
        int noData = usualIsTaken ? Integer.MIN_VALUE : INT_NO_DATA;
        return new Ints(ints(attribute, noData), noData, List.of());
    }

    private static int[] ints(Attribute attribute, int noData) {
        int[] values = new int[attribute.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = attribute.isNull(f) ? noData : (int) attribute.integer(f);
        }
        return values;
    }

    private static double[] numbers(Attribute attribute) {
        double[] values = new double[attribute.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = attribute.number(f);
        }
        return values;
    }

    private static byte[] truths(Attribute attribute) {
        byte[] values = new byte[attribute.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = (byte) (attribute.isNull(f) ? BYTE_NO_DATA : attribute.integer(f));
        }
        return values;
    }

    /** The type of the band, as in ProductData. */
    int dataType() {
        return dataType;
    }

    double noData() {
        return noData;
    }

    /** The texts that the samples stand for; empty where they stand for themselves. */
    List<String> texts() {
        return texts;
    }

    /**
     * Writes a tile.
     *
     * @param feature for each pixel of the tile the feature, or {@link PolygonLocator#NONE}
     */
    abstract void write(int[] feature, Tile tile);

    private static final class Ints extends EnrichedColumn {
        private final int[] values;
        private final int noData;

        Ints(int[] values, int noData, List<String> texts) {
            super(ProductData.TYPE_INT32, noData, texts);
            this.values = values;
            this.noData = noData;
        }

        @Override
        void write(int[] feature, Tile tile) {
            int[] samples = new int[feature.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = feature[i] < 0 ? noData : values[feature[i]];
            }
            TargetSamples.write(samples, tile);
        }
    }

    private static final class Doubles extends EnrichedColumn {
        private final double[] values;

        Doubles(double[] values) {
            super(ProductData.TYPE_FLOAT64, Double.NaN, List.of());
            this.values = values;
        }

        @Override
        void write(int[] feature, Tile tile) {
            double[] samples = new double[feature.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = feature[i] < 0 ? Double.NaN : values[feature[i]];
            }
            TargetSamples.write(samples, tile);
        }
    }

    private static final class Bytes extends EnrichedColumn {
        private final byte[] values;

        Bytes(byte[] values) {
            super(ProductData.TYPE_UINT8, BYTE_NO_DATA, List.of());
            this.values = values;
        }

        @Override
        void write(int[] feature, Tile tile) {
            byte[] samples = new byte[feature.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = feature[i] < 0 ? (byte) BYTE_NO_DATA : values[feature[i]];
            }
            TargetSamples.write(samples, tile);
        }
    }
}
