package org.insardask.embedded.io;

import java.util.Arrays;
import org.esa.snap.core.datamodel.ProductData;

/** Brings {@link ProductData} buffers to the sample type that a file holds. */
public final class SampleBuffers {
    private SampleBuffers() {
    }

    /**
     * Returns samples in the type of a file: the array of the buffer itself where its type is that, else a converted copy.
     *
     * @param data the buffer
     * @param type the type of the file
     * @return a primitive array
     */
    public static Object inType(ProductData data, SampleType type) {
        if (data.getType() == type.productDataType()) {
            return data.getElems();
        }
        ProductData converted = ProductData.createInstance(type.productDataType(), data.getNumElems());
        copy(data, converted);
        return converted.getElems();
    }

    /**
     * Sets all samples to 0.
     *
     * @param data written; a buffer of numbers
     */
    public static void clear(ProductData data) {
        Object samples = data.getElems();
        if (samples instanceof float[] array) {
            Arrays.fill(array, 0f);
        } else if (samples instanceof double[] array) {
            Arrays.fill(array, 0);
        } else if (samples instanceof int[] array) {
            Arrays.fill(array, 0);
        } else if (samples instanceof short[] array) {
            Arrays.fill(array, (short) 0);
        } else if (samples instanceof long[] array) {
            Arrays.fill(array, 0L);
        } else {
            Arrays.fill((byte[]) samples, (byte) 0);
        }
    }

    /**
     * Copies samples between buffers of different types, by way of {@code long} between 64-bit integers and of {@code double} else.
     *
     * @param source read
     * @param target written; holds as many samples
     */
    public static void copy(ProductData source, ProductData target) {
        boolean exact = source.getType() == ProductData.TYPE_INT64 && target.isInt();
        for (int i = 0; i < source.getNumElems(); i++) {
            if (exact) {
                target.setElemLongAt(i, source.getElemLongAt(i));
            } else {
                target.setElemDoubleAt(i, source.getElemDoubleAt(i));
            }
        }
    }
}
