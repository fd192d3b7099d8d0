package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.io.IOException;
import java.util.Arrays;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.insardask.orbit.Circle;
import org.junit.jupiter.api.Test;

/** Bands against the closed form of satellites on circles. */
class HeightToPhaseOpTest {

    private static final String ALL = "HEIGHT_TO_PHASE,INCIDENCE,BASELINE";

    private static float[] read(Product product, String name) throws IOException {
        Band band = product.getBand(name);
        float[] samples = new float[OrbitScene.WIDTH * OrbitScene.HEIGHT];
        band.readPixels(0, 0, OrbitScene.WIDTH, OrbitScene.HEIGHT, samples);
        return samples;
    }

    private static void assertTruth(Product target, float[] heights, double tolerance) throws IOException {
        float[] incidence = read(target, "incidence_angle");
        for (int p = 0; p < incidence.length; p++) {
            double range = OrbitScene.range(p % OrbitScene.WIDTH);
            assertEquals(Math.toDegrees(Circle.MOTHER.incidence(range, heights[p])), incidence[p], 4e-6);
        }
        String[] dates = {"19Mar2023", "12Apr2023"};
        for (int k = 0; k < dates.length; k++) {
            float[] baselines = read(target, "bperp_VV_" + dates[k]);
            float[] factors = read(target, "h2ph_VV_" + dates[k]);
            for (int p = 0; p < baselines.length; p++) {
                double range = OrbitScene.range(p % OrbitScene.WIDTH);
                double baseline = Circle.MOTHER.baseline(OrbitScene.OTHERS.get(k), range, heights[p]);
                double factor = baseline / (range * Math.sin(Circle.MOTHER.incidence(range, heights[p])));
                assertEquals(baseline, baselines[p], tolerance * 100 + 4e-6);
                assertEquals(factor, factors[p], (tolerance + 1e-6) * Math.abs(factor));
                double fall = Circle.MOTHER.fallOfRange(OrbitScene.OTHERS.get(k), range, heights[p]);
                assertEquals(fall, factors[p], 1e-3 * Math.abs(fall));
            }
        }
    }

    private static float[] constant(float height) {
        float[] heights = new float[OrbitScene.WIDTH * OrbitScene.HEIGHT];
        Arrays.fill(heights, height);
        return heights;
    }

    @Test
    void bothDialects() throws IOException {
        for (boolean newer : new boolean[] {true, false}) {
            Product target = OrbitScene.run(OrbitScene.images(newer), "outputs", ALL);
            assertTruth(target, constant(0f), 1e-7);
            assertTrue(target.containsBand(newer ? "i_VV_sec1_19Mar2023" : "i_VV_slv1_19Mar2023"), "the stack goes along");
        }
    }

    @Test
    void interferogramsAtAHeight() throws IOException {
        assertTruth(OrbitScene.run(OrbitScene.interferograms(), "outputs", ALL, "height", 1234.5), constant(1234.5f), 1e-7);
    }

    @Test
    void heightsOfABand() throws IOException {
        Product source = OrbitScene.images(true);
        float[] heights = constant(0f);
        for (int p = 0; p < heights.length; p++) {
            heights[p] = 17f * p - 300f;
        }
        heights[5] = Float.NaN;
        heights[6] = -32768f;
        ArcProducts.add(source, "elevation", "meters", heights);
        Product target = OrbitScene.run(source, "outputs", ALL, "heightBand", "elevation", "height", 100.0);
        float[] used = heights.clone();
        used[5] = 100f;
        used[6] = 100f;
        assertTruth(target, used, 2e-5);
        assertArrayEquals(heights, read(target, "elevation"));
    }

    @Test
    void tilesDoNotMatter() throws IOException {
        Product whole = OrbitScene.run(OrbitScene.images(true), "outputs", ALL);
        Product source = OrbitScene.images(true);
        source.setPreferredTileSize(new Dimension(5, 3));
        Product tiled = OrbitScene.run(source, "outputs", ALL);
        tiled.setPreferredTileSize(new Dimension(5, 3));
        for (String name : new String[] {"incidence_angle", "bperp_VV_12Apr2023", "h2ph_VV_19Mar2023"}) {
            float[] expected = read(whole, name);
            for (int p = 0; p < expected.length; p++) {
                float[] one = new float[1];
                tiled.getBand(name).readPixels(p % OrbitScene.WIDTH, p / OrbitScene.WIDTH, 1, 1, one);
                assertEquals(expected[p], one[0], 0f);
            }
        }
    }

    @Test
    void unitsRecordAndBandsThatAreReplaced() throws IOException {
        Product source = OrbitScene.images(true);
        ArcProducts.add(source, "h2ph_VV_19Mar2023", "m/m", constant(-1f));
        Product target = OrbitScene.run(source);
        assertEquals("m/m", target.getBand("h2ph_VV_19Mar2023").getUnit());
        assertTrue(read(target, "h2ph_VV_19Mar2023")[0] > 0, "computed, not copied");
        assertFalse(target.containsBand("incidence_angle"));
        assertFalse(target.containsBand("bperp_VV_19Mar2023"));
        MetadataElement record = target.getMetadataRoot().getElement("Height_To_Phase");
        double range = OrbitScene.range(OrbitScene.WIDTH / 2);
        double baseline = Circle.MOTHER.baseline(OrbitScene.OTHERS.get(1), range, 0);
        assertEquals(baseline, record.getAttributeDouble("perp_baseline_12Apr2023"), 1e-5);
        assertEquals("31Mar2023", record.getAttributeString("mother"));
        assertEquals("0.0 m", record.getAttributeString("height"));
    }

    @Test
    void withoutTheStack() {
        Product target = OrbitScene.run(OrbitScene.images(true), "copySourceBands", false);
        assertArrayEquals(new String[] {"h2ph_VV_19Mar2023", "h2ph_VV_12Apr2023"}, target.getBandNames());
    }
}
