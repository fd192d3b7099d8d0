package org.insardask.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmsterdamStudyTest {

    @Test
    void realPointsAreRecoveredAsTheDocumentationSays() throws IOException {
        Path file = Path.of(System.getProperty("insardask.shared", "../../shared"), "data/amsterdam-ps", AmsterdamStudy.POINTS);
        assumeTrue(Files.isRegularFile(file), "skipped: ../shared/data/amsterdam-ps is not here");
        PsPoints points = PsPoints.read(file);
        assertEquals(2500, points.size());
        List<ArcOutcome> outcomes = AmsterdamStudy.MOTION.run(points, points.byCoherence()[0]);
        assertEquals(2499, outcomes.size());
        assertEquals(0.885, ArcStudy.arcs(outcomes, ArcOutcome::isRight).value(), 0.0005);
        assertEquals(0.951, ArcStudy.epochs(outcomes, outcome -> outcome.deviation().wrong()).value(), 0.0005);
        List<ArcOutcome> best = AmsterdamStudy.within(outcomes, outcome -> points.coherence(outcome.point()), 0.9, 1.0);
        assertTrue(best.stream().allMatch(ArcOutcome::isRight));
    }

    @Test
    void theFolderIsAskedFor() {
        assertEquals("expected the folder that holds example.csv, and if wanted that of the figure",
                assertThrows(IllegalArgumentException.class, () -> AmsterdamStudy.main(new String[0])).getMessage());
    }
}
