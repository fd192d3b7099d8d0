package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which kind of reference parameters mean. */
class ReferenceKindTest {

    private static ReferenceKind of(Map<String, String> texts) {
        return ReferenceKind.of(name -> texts.getOrDefault(name, ""), ReferenceKind.BEST);
    }

    @Test
    void parametersMeanAKind() {
        assertEquals(ReferenceKind.BEST, of(Map.of()));
        assertEquals(ReferenceKind.BEST, of(Map.of("pixels", "  ", "layer", "buildings")));
        assertEquals(ReferenceKind.PIXEL, of(Map.of("referenceY", "3")));
        assertEquals(ReferenceKind.POSITION, of(Map.of("referenceLat", "52", "referenceLon", "4.9")));
        assertEquals(ReferenceKind.PIXELS, of(Map.of("pixels", "1,2 3,4")));
        assertEquals(ReferenceKind.POLYGONS, of(Map.of("vectorFile", "a.gpkg", "minimumQuality", "0.8")));
        assertEquals(ReferenceKind.QUALITY, of(Map.of("minimumQuality", "0.8")));
    }

    @Test
    void aKindHeedsItsParametersAlone() {
        assertTrue(ReferenceKind.PIXEL.uses("referenceX"));
        assertFalse(ReferenceKind.PIXEL.uses("referenceLat"));
        assertTrue(ReferenceKind.POLYGONS.uses("crs"));
        assertTrue(ReferenceKind.POLYGONS.uses("minimumQuality"));
        assertTrue(ReferenceKind.QUALITY.uses("minimumQuality"));
        assertTrue(ReferenceKind.allParameters().stream().noneMatch(ReferenceKind.BEST::uses), "the best pixel needs no parameter");
    }
}
