package org.insardask.embedded.io;

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
