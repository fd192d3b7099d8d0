package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.insardask.arc.ArcMethod;
import org.insardask.ils.SearchOptions;
import org.insardask.ils.StructuredSearch;
import org.junit.jupiter.api.Test;

class PredictionTest {

    private static final int N = 20;

    private final ArcFamily family = new ArcFamily(9L, N, ArcFamily.FOUR_TERMS, ArcFamily.DEFAULT);

    @Test
    void predictionsStandInTheirKnownOrder() {
        for (double sigma : new double[] {0.3, 0.6, 0.9, 1.2}) {
            Prediction prediction = Prediction.of(family.design(), ArcFamily.DEFAULT, sigma);
            assertTrue(prediction.ordered() <= prediction.adop(), "sigma " + sigma);
            assertTrue(prediction.decorrelated() <= prediction.adop() + 1e-12, "sigma " + sigma);
            assertTrue(prediction.adop() <= prediction.upper() + 1e-12, "sigma " + sigma);
        }
    }

    @Test
    void upperBoundOfOneAmbiguityIsItsSuccessRate() {
        Prediction one = Prediction.of(new double[] {1.0}, new double[] {0.5}, 1.0);
        assertEquals(one.ordered(), one.upper(), 1e-12);
        assertEquals(one.ordered(), one.adop(), 1e-12);
    }

    @Test
    void bootstrappingInOrderIsTheFirstLeafWhereNoiseIsSmall() {
        Prediction prediction = Prediction.of(family.design(), ArcFamily.DEFAULT, 0.3);
        OrderedBootstrapping bootstrapping = new OrderedBootstrapping(prediction.gains(), family.design(), ArcFamily.DEFAULT, 0.3);
        StructuredSearch search = new StructuredSearch(N, 4, 1);
        double[] expected = new double[N];
        double[] found = new double[N];
        for (int arc = 0; arc < 50; arc++) {
            family.draw(0.3);
            search.search(prediction.gains(), family.phase(), 1, SearchOptions.exact(N));
            search.copyAmbiguities(0, expected);
            bootstrapping.fix(family.phase(), found);
            assertArrayEquals(expected, found, 1e-9);
            assertTrue(family.isRight(found));
        }
    }

    @Test
    void simulatedSharesAgreeWithPredictions() {
        SuccessCase one = SuccessCase.simulate(15, 1.0, ArcFamily.DEFAULT, 1500);
        Prediction prediction = one.prediction();
        assertEquals(prediction.ordered(), one.ordered().value(), 0.035);
        assertEquals(prediction.decorrelated(), one.of(ArcMethod.BOOTSTRAPPING).value(), 0.035);
        assertTrue(one.of(ArcMethod.ILS).value() > one.of(ArcMethod.BOOTSTRAPPING).value());
        assertTrue(one.of(ArcMethod.ILS).low() < prediction.upper());
        assertEquals(0L, one.unsolved());
        assertEquals(one.ordered(), SuccessCase.simulate(15, 1.0, ArcFamily.DEFAULT, 1500).ordered());
    }
}
