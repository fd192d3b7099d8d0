package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;

/** Pixels and epochs without data. */
class ReReferenceNoDataTest {

    private static final int EPOCH = 4;

    /** Pixel 0 has no data, pixel 1 none at one epoch. */
    private static Product unwrapped() {
        ArcScene scene = new ArcScene(ReReferencing.WIDTH, ReReferencing.HEIGHT, 30, 0.1);
        for (int e = 0; e < scene.epochs; e++) {
            scene.erase(e, 0);
        }
        scene.erase(EPOCH, 1);
        return ReReferencing.unwrap(scene, 5, 5);
    }

    private static MetadataElement record(Product product) {
        return product.getMetadataRoot().getElement("Re_Reference");
    }

    @Test
    void pixelsWithoutDataDoNotCount() {
        Product source = unwrapped();
        Product moved = ReReferencing.run(source, "pixels", "0,0 1,0 2,0 3,0");
        boolean[] counts = ReReferencing.inside(new int[] {2, 3, 0, 0});
        for (String band : new String[] {"velocity", ReReferencing.unwrapped(EPOCH), ReReferencing.unwrapped(EPOCH + 1)}) {
            float[] before = ArcProducts.floats(source, band);
            float[] after = ArcProducts.floats(moved, band);
            double mean = ReReferencing.mean(before, counts);
            assertTrue(Float.isNaN(after[0]), "no data stays no data");
            assertEquals(before[7] - mean, after[7], 1.0e-5, band);
        }
        assertEquals("2", record(moved).getAttributeString("reference_pixels"));
        assertEquals("2", record(moved).getAttributeString("reference_pixels_without_data"));
    }

    @Test
    void anEpochWithoutDataAtTheReferenceHasNone() {
        Product source = unwrapped();
        Product moved = ReReferencing.run(source, "referenceX", 1, "referenceY", 0);
        for (float value : ArcProducts.floats(moved, ReReferencing.unwrapped(EPOCH))) {
            assertTrue(Float.isNaN(value));
        }
        String next = ReReferencing.unwrapped(EPOCH + 1);
        float[] before = ArcProducts.floats(source, next);
        assertEquals(before[7] - (double) before[1], ArcProducts.floats(moved, next)[7], 1.0e-5);
    }

    /** Files are compared byte by byte, and a NaN has many forms. */
    @Test
    void allNaNHaveTheSameBits() {
        Product other = ArcProducts.empty("other", 4, 1, ArcScene.WAVELENGTH);
        other.getMetadataRoot().addElement(unwrapped().getMetadataRoot().getElement("Arc_Unwrapping").createDeepClone());
        float[] samples = {1.0f, Float.intBitsToFloat(0xFFC00000), Float.intBitsToFloat(0x7FC01234), Float.NaN};
        ArcProducts.add(other, "velocity", "mm/year", samples);
        float[] moved = ArcProducts.floats(ReReferencing.run(other, "pixels", "0,0"), "velocity");
        for (int p = 1; p < moved.length; p++) {
            assertEquals(0x7FC00000, Float.floatToRawIntBits(moved[p]), "pixel " + p);
        }
    }

    @Test
    void noDataValuesOtherThanNaNAreKnown() {
        Product source = unwrapped();
        Product other = ArcProducts.empty("other", ReReferencing.WIDTH, ReReferencing.HEIGHT, ArcScene.WAVELENGTH);
        other.getMetadataRoot().addElement(source.getMetadataRoot().getElement("Arc_Unwrapping").createDeepClone());
        float[] samples = ArcProducts.floats(source, "velocity");
        samples[0] = -9999.0f;
        ArcProducts.add(other, "velocity", "mm/year", samples);
        other.getBand("velocity").setNoDataValue(-9999.0);
        other.getBand("velocity").setNoDataValueUsed(true);
        float[] moved = ArcProducts.floats(ReReferencing.run(other, "pixels", "0,0 8,8"), "velocity");
        assertTrue(Float.isNaN(moved[0]));
        assertEquals(0.0f, moved[8 * ReReferencing.WIDTH + 8]);
    }
}
