package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.orbit.Orbit;
import org.insardask.orbit.Sight;
import org.insardask.orbit.StateVector;
import org.insardask.orbit.Vector3;
import org.insardask.orbit.Wgs84;
import org.insardask.stack.OrbitGeometry;
import org.insardask.stack.StackReader;
import org.insardask.vector.SharedData;
import org.junit.jupiter.api.Test;

/** Real Sentinel-1 data: SNAP's baseline, and a height-to-phase band that was made otherwise. See docs/height-to-phase.md. */
class HeightToPhaseAmsterdamTest {

    private static final String STACK = "amsterdam-s1/S1A_Amsterdam_stack.dim";
    private static final String[] DAYS = {"07Mar2023", "23Feb2023", "11Feb2023", "30Jan2023"};
    private static final double[] SHIFTS = {50, 120, -90, -40};
    private static final int COLUMN = 169;
    private static final int ROW = 42;
    private static final double METRES_TO_PHASE = 4 * Math.PI / (299792458.0 / 5405.000454334349e6);

    private static Product read(String name) throws IOException {
        return ProductIO.readProduct(SharedData.path(name).toFile());
    }

    private static double sample(Product product, String band) throws IOException {
        return product.getBand(band).readPixels(COLUMN, ROW, 1, 1, new float[1])[0];
    }

    /** SNAP puts the point about one line further north. */
    @Test
    void pointsLieWhereSnapPutsThem() throws IOException {
        OrbitGeometry geometry = OrbitGeometry.of(StackReader.of(read(STACK)).read());
        Product mother = read("amsterdam-s1/znap/20230331-coreg.znap");
        StateVector state = geometry.mother().at(geometry.timing().time(ROW));
        double height = sample(mother, "elevation_VV");
        Vector3 ground = Sight.solve(state, geometry.timing().range(COLUMN), height, true).orElseThrow().ground();
        assertEquals(sample(mother, "latitude_VV"), Math.toDegrees(Wgs84.latitude(ground)), 2e-4);
        assertEquals(sample(mother, "longitude_VV"), Math.toDegrees(Wgs84.longitude(ground)), 1e-4);
    }

    /** SNAP's baseline is that of the middle of the image before it was cut, and holds what lies along the track. */
    @Test
    void baselineOfTheMetadata() throws IOException {
        OrbitGeometry geometry = OrbitGeometry.of(StackReader.of(read(STACK)).read());
        StateVector state = geometry.mother().at(geometry.timing().time(1524 / 2.0 - 912));
        Sight sight = Sight.solve(state, geometry.timing().range(25583 / 2.0 - 9178), 0, true).orElseThrow();
        Orbit other = geometry.daughters().get(0);
        Vector3 satellite = other.at(other.zeroDopplerTime(sight.ground())).position();
        Vector3 baseline = satellite.minus(state.position());
        double parallel = sight.range() - satellite.minus(sight.ground()).norm();
        double ofSnap = 33.89970016479492;
        assertEquals(ofSnap, Math.sqrt(baseline.dot(baseline) - parallel * parallel), 0.005);
        assertEquals(-4.44, baseline.dot(state.velocity().unit()), 0.01);
        assertEquals(33.605, sight.perpendicularBaseline(other), 0.001);
    }

    /**
     * The published band is a phase over height: the negative of ours, plus a constant phase of 0.0143 rad over the height. Least squares
     * of the products with the height tell both.
     */
    @Test
    void publishedBand() throws IOException {
        Product source = read(STACK);
        float[] published = ArcProducts.floats(source, "h2ph_VV_19Mar2023");
        float[] heights = ArcProducts.floats(source, "elevation");
        Product target = OrbitScene.run(source, "heightBand", "elevation");
        float[] computed = ArcProducts.floats(target, "h2ph_VV_19Mar2023");
        int n = computed.length;
        double meanX = 0;
        double meanY = 0;
        for (int p = 0; p < n; p++) {
            assertEquals(-0.977, published[p] / computed[p], 0.004);
            meanX += (double) computed[p] * heights[p] / n;
            meanY += (double) published[p] * heights[p] / n;
        }
        double xx = 0;
        double xy = 0;
        for (int p = 0; p < n; p++) {
            double x = (double) computed[p] * heights[p] - meanX;
            xx += x * x;
            xy += x * ((double) published[p] * heights[p] - meanY);
        }
        assertEquals(-1, xy / xx, 3e-4);
        assertEquals(0.0143, METRES_TO_PHASE * (meanY - xy / xx * meanX), 0.0003);
    }

    /** Mother, elevations and orbits are real, the orbits of the daughters moved; their phases are those of the heights. */
    @Test
    void arcUnwrappingTakesTheBands() throws IOException {
        Product source = read(STACK);
        float[] heights = ArcProducts.floats(source, "elevation");
        float[][] none = new float[SHIFTS.length][heights.length];
        Product geometry = OrbitScene.run(moved(source, none), "heightBand", "elevation");
        float[][] phases = new float[SHIFTS.length][heights.length];
        for (int k = 0; k < SHIFTS.length; k++) {
            float[] factors = ArcProducts.floats(geometry, "h2ph_VV_" + DAYS[k]);
            for (int p = 0; p < heights.length; p++) {
                phases[k][p] = (float) (-METRES_TO_PHASE * factors[p] * heights[p]);
            }
        }
        Product stack = OrbitScene.run(moved(source, phases), "heightBand", "elevation");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("referenceX", COLUMN);
        parameters.put("referenceY", ROW);
        parameters.put("terms", new String[] {"height"});
        parameters.put("quality", "BAND");
        parameters.put("qualityBand", "sigma");
        parameters.put("heightToPhase", "BANDS");
        float[] found = ArcProducts.floats(ArcProducts.run(parameters, stack), "height");
        int reference = ROW * source.getSceneRasterWidth() + COLUMN;
        int unwrapped = 0;
        for (int p = 0; p < found.length; p++) {
            if (!Float.isNaN(found[p])) {
                unwrapped++;
                assertEquals(heights[p] - heights[reference], found[p], 0.05f);
            }
        }
        assertTrue(unwrapped > 0.99 * found.length, unwrapped + " of " + found.length);
    }

    /** A stack of the mother, and of daughters on orbits further out (m) with these phases of mother * conj(daughter). */
    private static Product moved(Product source, float[][] phases) {
        Product product = new Product("moved", "SLC", source.getSceneRasterWidth(), source.getSceneRasterHeight());
        ProductUtils.copyMetadata(source.getMetadataRoot(), product.getMetadataRoot());
        float[] real = ArcProducts.floats(source, "i_VV_mst_31Mar2023");
        float[] imaginary = ArcProducts.floats(source, "q_VV_mst_31Mar2023");
        ArcProducts.add(product, "i_VV_mst_31Mar2023", "real", real);
        ArcProducts.add(product, "q_VV_mst_31Mar2023", "imaginary", imaginary);
        ArcProducts.add(product, "elevation", "m", ArcProducts.floats(source, "elevation"));
        float[] sigma = new float[real.length];
        Arrays.fill(sigma, 0.3f);
        ArcProducts.add(product, "sigma", "rad", sigma);
        MetadataElement daughters = product.getMetadataRoot().getElement("Slave_Metadata");
        MetadataElement original = daughters.getElementAt(0);
        daughters.removeElement(original);
        for (int k = 0; k < SHIFTS.length; k++) {
            addDaughter(product, k, phases[k], real, imaginary);
            MetadataElement daughter = original.createDeepClone();
            daughter.setName("S1A_Orb_" + DAYS[k]);
            daughter.removeAttribute(daughter.getAttribute("first_line_time"));
            for (MetadataElement vector : daughter.getElement("Orbit_State_Vectors").getElements()) {
                for (String name : new String[] {"x_pos", "y_pos", "z_pos"}) {
                    vector.setAttributeDouble(name, vector.getAttributeDouble(name) * (1 + SHIFTS[k] / 7.07e6));
                }
            }
            daughters.addElement(daughter);
        }
        return product;
    }

    private static void addDaughter(Product product, int k, float[] phase, float[] real, float[] imaginary) {
        float[] re = new float[real.length];
        float[] im = new float[real.length];
        for (int p = 0; p < re.length; p++) {
            double cosine = Math.cos(phase[p]);
            double sine = Math.sin(phase[p]);
            re[p] = (float) (real[p] * cosine + imaginary[p] * sine);
            im[p] = (float) (imaginary[p] * cosine - real[p] * sine);
        }
        ArcProducts.add(product, "i_VV_slv" + (k + 1) + "_" + DAYS[k], "real", re);
        ArcProducts.add(product, "q_VV_slv" + (k + 1) + "_" + DAYS[k], "imaginary", im);
    }

    @Test
    void interferogramsCarryTheVectorsToo() throws IOException {
        Product images = OrbitScene.run(read(STACK));
        Product interferograms = OrbitScene.run(read("amsterdam-s1/S1A_Amsterdam_ifg.dim"));
        assertArrayEquals(ArcProducts.floats(images, "h2ph_VV_19Mar2023"), ArcProducts.floats(interferograms, "h2ph_VV_19Mar2023"));
    }
}
