package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which pixel is the best does not depend on the order in which they come. */
class BestPixelTest {

    private record Candidate(int x, int y, int validEpochs, double sigma) {
    }

    @Test
    void mostEpochsThenSmallestSigmaThenRowOrderInAnyOrder() {
        List<Candidate> candidates = new ArrayList<>(List.of(new Candidate(0, 0, 29, 0.1), new Candidate(7, 1, 30, 0.3),
                new Candidate(2, 3, 30, 0.2), new Candidate(5, 2, 30, 0.2), new Candidate(6, 2, 30, 0.2),
                new Candidate(9, 0, 30, Double.NaN), new Candidate(8, 0, 30, -0.1), new Candidate(4, 0, 30, Double.POSITIVE_INFINITY)));
        Random random = new Random(5L);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(candidates, random);
            BestPixel best = new BestPixel();
            candidates.forEach(c -> best.offer(c.x(), c.y(), c.validEpochs(), c.sigma()));
            assertEquals(5, best.x(), "column in " + candidates);
            assertEquals(2, best.y(), "row in " + candidates);
        }
    }

    @Test
    void nothingIsFoundWithoutEpochs() {
        BestPixel best = new BestPixel();
        best.offer(1, 1, 0, 0.1);
        assertFalse(best.isFound());
    }
}
