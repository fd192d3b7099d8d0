package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.esa.snap.core.datamodel.Product;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackReader;
import org.junit.jupiter.api.Test;

class HeightSourceTest {

    private static final ArcScene SCENE = new ArcScene(4, 3, 6, 0.1);

    @Test
    void bandsAreTakenBeforeBaselines() {
        StackDescription stack = StackReader.of(SCENE.withHeightBands(SCENE.images(), 1.0)).read();
        assertEquals("BANDS", HeightSource.choose(stack, "AUTO", 1.0).description());
        assertEquals("BASELINES", HeightSource.choose(stack, "BASELINES", 1.0).description());
        assertEquals("BASELINES", HeightSource.choose(StackReader.of(SCENE.images()).read(), "AUTO", 1.0).description());
    }

    @Test
    void theMotherNeedsNoBand() {
        Product product = SCENE.withHeightBands(SCENE.interferograms(), 1.0);
        String mother = ArcProducts.snap(ArcProducts.MOTHER);
        ArcProducts.add(product, "i_ifg_VV_" + mother + "_" + mother, "real", new float[12]);
        ArcProducts.add(product, "q_ifg_VV_" + mother + "_" + mother, "imaginary", new float[12]);
        StackDescription stack = StackReader.of(product).read();
        assertEquals(SCENE.epochs + 1, stack.epochs().size());
        assertEquals("BANDS", HeightSource.choose(stack, "AUTO", 1.0).description());
    }

    @Test
    void factorsThatContradictTheBaselinesAreFound() {
        StackDescription stack = StackReader.of(SCENE.images()).read();
        double[] factors = new double[SCENE.epochs];
        for (int e = 0; e < factors.length; e++) {
            factors[e] = SCENE.baselines[e] * ArcScene.perMetre();
        }
        assertEquals("", HeightSource.contradictions(stack, factors));
        factors[1] = -factors[1];
        factors[4] = -factors[4];
        assertEquals(ArcProducts.snap(SCENE.dates[1]) + ", " + ArcProducts.snap(SCENE.dates[4]),
                HeightSource.contradictions(stack, factors));
    }
}
