package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.Test;

/** The objection of an operator is what a run on the command line says. */
class OperatorRulesTest {

    @Test
    void theWordsAreThoseOfTheOperator() throws Exception {
        Product stack = Town.stack();
        Map<String, Object> parameters = Map.of("terms", new String[] {"offset", "velocity"}, "quality", "BAND");
        Optional<String> objection = new OperatorRules("Arc-Unwrapping", List.of("sourceProduct")).objection(parameters, stack);
        assertEquals(Optional.of("quality is BAND, expected the name of the band in qualityBand"), objection);
        OperatorException run = assertThrows(OperatorException.class, () -> GPF.createProduct("Arc-Unwrapping", parameters, stack));
        assertEquals(run.getMessage(), objection.orElseThrow());
    }

    @Test
    void nothingIsSaidAgainstGoodParameters() throws Exception {
        Map<String, Object> parameters = Map.of("vectorFile", new File(Town.file("town_buildings.gpkg")), "fields", "year");
        Product mother = Town.mother();
        OperatorRules rules = new OperatorRules("Polygon-Enrichment", List.of("sourceProduct"));
        assertEquals(Optional.empty(), rules.objection(parameters, mother));
        assertEquals(Optional.empty(), rules.objection(parameters, mother), "the source is still open");
    }
}
