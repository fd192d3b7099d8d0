package org.insardask.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplacementBandNameTest {

    private static final LocalDate DATE = LocalDate.of(2023, 3, 9);

    @Test
    void namesOfOutputsAreParsed() {
        for (String name : List.of(OutputNames.unwrapped(DATE), OutputNames.estimated(DATE), OutputNames.displacement(DATE),
                OutputNames.height(DATE), OutputNames.thermal(DATE))) {
            assertEquals(DATE, DisplacementBandName.parse(name).orElseThrow().date(), name);
            assertFalse(DisplacementBandName.parse(name).orElseThrow().isWrapped(), name);
        }
        assertTrue(DisplacementBandName.parse(OutputNames.wrapped(DATE)).orElseThrow().isWrapped());
        assertEquals("unw", DisplacementBandName.parse(OutputNames.unwrapped(DATE)).orElseThrow().series());
    }

    @Test
    void otherNamesAreNot() {
        for (String name : List.of(OutputNames.ambiguity(DATE), "velocity", "dis_unw", "dis_unw_20230309", "dis_unw_09Mar2023_x")) {
            assertTrue(DisplacementBandName.parse(name).isEmpty(), name);
        }
    }

    @Test
    void aDateThatDoesNotExistIsNamed() {
        StackException e = assertThrows(StackException.class, () -> DisplacementBandName.parse("dis_unw_31Feb2023"));
        assertTrue(e.getMessage().contains("band 'dis_unw_31Feb2023'"), e.getMessage());
    }
}
