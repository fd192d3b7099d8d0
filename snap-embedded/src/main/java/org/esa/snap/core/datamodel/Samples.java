package org.esa.snap.core.datamodel;

/** Moves samples between blocks: raw samples and scaled values, whole rasters and windows of them. */
final class Samples {

    private Samples() {
    }

    /** Copies a window of a raster that is {@code rasterWidth} wide into a block of the same sample type. */
    static void copyWindow(ProductData raster, int rasterWidth, int x, int y, int w, int h, ProductData block) {
        Object source = raster.getElems();
        Object target = block.getElems();
        for (int row = 0; row < h; row++) {
            System.arraycopy(source, Math.toIntExact((long) (y + row) * rasterWidth + x), target, row * w, w);
        }
    }

    /** Scales raw samples, from {@code from} on, to {@code n} values at {@code to}; integers are rounded half up. */
    static void toInts(RasterDataNode node, ProductData raw, int from, int[] values, int to, int n) {
        if (node.isScalingApplied()) {
            for (int i = 0; i < n; i++) {
                values[to + i] = (int) Math.round(node.scale(raw.getElemDoubleAt(from + i)));
            }
        } else if (raw.getElems() instanceof int[]) {
            System.arraycopy(raw.getElems(), from, values, to, n);
        } else {
            for (int i = 0; i < n; i++) {
                values[to + i] = raw.getElemIntAt(from + i);
            }
        }
    }

    static void toFloats(RasterDataNode node, ProductData raw, int from, float[] values, int to, int n) {
        if (node.isScalingApplied()) {
            for (int i = 0; i < n; i++) {
                values[to + i] = (float) node.scale(raw.getElemDoubleAt(from + i));
            }
        } else if (raw.getElems() instanceof float[]) {
            System.arraycopy(raw.getElems(), from, values, to, n);
        } else {
            for (int i = 0; i < n; i++) {
                values[to + i] = raw.getElemFloatAt(from + i);
            }
        }
    }

    static void toDoubles(RasterDataNode node, ProductData raw, int from, double[] values, int to, int n) {
        if (node.isScalingApplied()) {
            for (int i = 0; i < n; i++) {
                values[to + i] = node.scale(raw.getElemDoubleAt(from + i));
            }
        } else if (raw.getElems() instanceof double[]) {
            System.arraycopy(raw.getElems(), from, values, to, n);
        } else {
            for (int i = 0; i < n; i++) {
                values[to + i] = raw.getElemDoubleAt(from + i);
            }
        }
    }

    static void fromInt(RasterDataNode node, int value, ProductData raw, int index) {
        if (node.isScalingApplied()) {
            raw.setElemDoubleAt(index, node.scaleInverse(value));
        } else {
            raw.setElemIntAt(index, value);
        }
    }

    static void fromFloat(RasterDataNode node, float value, ProductData raw, int index) {
        if (node.isScalingApplied()) {
            raw.setElemDoubleAt(index, node.scaleInverse(value));
        } else {
            raw.setElemFloatAt(index, value);
        }
    }

    static void fromDouble(RasterDataNode node, double value, ProductData raw, int index) {
        raw.setElemDoubleAt(index, node.isScalingApplied() ? node.scaleInverse(value) : value);
    }
}
