package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.junit.jupiter.api.Test;

/** A stack in several products, named as SNAP's gpt names them for {@code -Ssource=first.dim second.dim third.dim}. */
class FurtherProductsTest {

    private static final ArcScene SCENE = new ArcScene(9, 7, 12, 0.2);

    /** The stack in three products: the mother and two epochs, five epochs, the rest. */
    private static Map<String, Product> parts() {
        List<Product> parts = new ArrayList<>();
        for (int[] range : new int[][] {{0, 6}, {6, 16}, {16, 26}}) {
            Product part = SCENE.images();
            Band[] bands = part.getBands();
            for (int b = 0; b < bands.length; b++) {
                if (b < range[0] || b >= range[1]) {
                    part.removeBand(bands[b]);
                }
            }
            part.setName("part" + range[0]);
            parts.add(part);
        }
        Map<String, Product> sources = new LinkedHashMap<>();
        sources.put("source", parts.get(0));
        sources.put("sourceProduct", parts.get(1));
        for (int i = 1; i < parts.size(); i++) {
            sources.put("sourceProduct." + i, parts.get(i));
            sources.put("sourceProduct" + i, parts.get(i));
        }
        return sources;
    }

    private static Product run(String operator, Map<String, Object> parameters, Map<String, Product> sources) {
        return GPF.createProduct(operator, parameters, sources);
    }

    @Test
    void arcsAreThoseOfTheWholeStack() {
        Map<String, Object> parameters = ArcScene.parameters();
        Product whole = run("Arc-Unwrapping", parameters, Map.of("source", SCENE.images()));
        Product target = run("Arc-Unwrapping", parameters, parts());
        assertArrayEquals(whole.getBandNames(), target.getBandNames());
        assertEquals("part0_arcs", target.getName());
        for (String band : List.of("velocity", "height", "temporal_coherence")) {
            assertArrayEquals(ArcProducts.floats(whole, band), ArcProducts.floats(target, band), band);
        }
    }

    @Test
    void dispersionIsThatOfTheWholeStack() {
        Map<String, Object> parameters = Map.of("method", "NAD");
        Product whole = run("PS-Selection", parameters, Map.of("source", SCENE.images()));
        Product target = run("PS-Selection", parameters, parts());
        assertArrayEquals(ArcProducts.floats(whole, "nad"), ArcProducts.floats(target, "nad"));
        assertEquals("part0_ps", target.getName());
    }

    @Test
    void pointsHaveTheBandsOfAllProducts() {
        Map<String, Product> sources = parts();
        Product mask = run("PS-Selection", new HashMap<>(Map.of("method", "NAD", "threshold", "10")), Map.of("source", SCENE.images()));
        sources.put("ps", mask);
        Product target = run("Points-Extraction", Map.of(), sources);
        for (Band band : SCENE.images().getBands()) {
            assertTrue(target.containsBand(band.getName()), band.getName());
        }
        assertEquals("part0_points", target.getName());
    }
}
