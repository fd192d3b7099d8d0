package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.TestProducts;
import org.junit.jupiter.api.Test;

/** Mistakes are found before any tile is computed, and named. */
class HeightToPhaseErrorsTest {

    private static void refused(String message, Consumer<Product> change, Object... parameters) {
        Product source = OrbitScene.images(true);
        change.accept(source);
        OperatorException e = assertThrows(OperatorException.class, () -> OrbitScene.run(source, parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    private static void remove(MetadataElement element, String attribute) {
        element.removeAttribute(element.getAttribute(attribute));
    }

    private static MetadataElement vectors(MetadataElement element) {
        return element.getElement("Orbit_State_Vectors");
    }

    @Test
    void noVectors() {
        refused("product 'orbits': no orbit state vectors (Orbit_State_Vectors) in Abstracted_Metadata, expected at least 4",
                p -> OrbitScene.abstracted(p).removeElement(vectors(OrbitScene.abstracted(p))));
        refused("secondary 19Mar2023: no orbit state vectors (Orbit_State_Vectors) in S1A_Orb_19Mar2023, expected at least 4",
                p -> OrbitScene.daughter(p).removeElement(vectors(OrbitScene.daughter(p))));
        refused("secondary 19Mar2023: no metadata in Slave_Metadata or Secondary_Metadata of product 'orbits', so that its orbit state "
                + "vectors are not known",
                p -> p.getMetadataRoot().getElement("Secondary_Metadata").removeElement(OrbitScene.daughter(p)));
        refused("product 'orbits': no Abstracted_Metadata", p -> {
            p.getMetadataRoot().removeElement(OrbitScene.abstracted(p));
        });
    }

    @Test
    void badVectors() {
        refused("secondary 19Mar2023: Orbit_State_Vectors: orbit_vector2 has no number x_vel",
                p -> remove(vectors(OrbitScene.daughter(p)).getElement("orbit_vector2"), "x_vel"));
        refused("secondary 19Mar2023: Orbit_State_Vectors: orbit_vector3 has no time",
                p -> remove(vectors(OrbitScene.daughter(p)).getElement("orbit_vector3"), "time"));
        refused("secondary 19Mar2023: Orbit_State_Vectors: 3 orbit state vectors, expected at least 4", p -> {
            for (int k = 4; k <= 6; k++) {
                vectors(OrbitScene.daughter(p)).removeElement(vectors(OrbitScene.daughter(p)).getElement("orbit_vector" + k));
            }
        });
    }

    @Test
    void vectorsOfAnotherTime() {
        refused("product 'orbits': its lines, 31-MAR-2023 05:51:35.500000 to 31-MAR-2023 05:51:35.520000, are outside its orbit state "
                + "vectors, 31-MAR-2023 05:50:00.000000 to 31-MAR-2023 05:50:50.000000",
                p -> OrbitScene.abstracted(p).setAttributeUTC("first_line_time", TestProducts.utc("31-MAR-2023 05:51:35.500000")));
        refused("secondary 19Mar2023: pixels are seen outside its orbit state vectors, 19-MAR-2023 05:50:00.000000 to 19-MAR-2023 "
                + "05:50:30.000000", p -> {
                    for (int k = 5; k <= 6; k++) {
                        vectors(OrbitScene.daughter(p)).removeElement(vectors(OrbitScene.daughter(p)).getElement("orbit_vector" + k));
                    }
                });
    }

    @Test
    void geometryThatIsMissing() {
        for (String name : new String[] {"first_line_time", "line_time_interval", "slant_range_to_first_pixel"}) {
            refused("product 'orbits': Abstracted_Metadata has no " + name, p -> remove(OrbitScene.abstracted(p), name));
        }
        refused("product 'orbits': Abstracted_Metadata has no range_spacing (m)", p -> {
            remove(OrbitScene.abstracted(p), "range_spacing");
            remove(OrbitScene.abstracted(p), "range_sampling_rate");
        });
        refused("nothing on the ground has the slant ranges 84000.0 to",
                p -> OrbitScene.abstracted(p).setAttributeDouble("slant_range_to_first_pixel", 84_000));
    }

    @Test
    void imagesOfAnotherKind() {
        refused("product 'orbits' has 23 x 11 pixels, but Abstracted_Metadata is that of an image of 23 x 1500",
                p -> OrbitScene.abstracted(p).setAttributeInt("num_output_lines", 1500));
        refused("product 'orbits' is in ground range or on a map", p -> OrbitScene.abstracted(p).setAttributeInt("srgr_flag", 1));
        refused("product 'orbits' is in ground range or on a map",
                p -> OrbitScene.abstracted(p).setAttributeString("map_projection", "WGS84(DD)"));
        refused("product 'orbits': Abstracted_Metadata is that of 19Mar2023, expected that of the mother 31Mar2023",
                p -> OrbitScene.abstracted(p).setAttributeUTC("first_line_time", TestProducts.utc("19-MAR-2023 05:50:35.500000")));
        refused("product 'orbits' holds points, expected the image that they come from: run Height-To-Phase before Points-Extraction",
                p -> p.getMetadataRoot().addElement(new MetadataElement("Points")));
    }

    @Test
    void parameters() {
        refused("heightBand: source 'orbits' has no band 'dem'", p -> { }, "heightBand", "dem");
        refused("heightBand: band 'i_VV_ref_31Mar2023' has the unit 'real', expected m", p -> { }, "heightBand", "i_VV_ref_31Mar2023");
        refused("eight", p -> { }, "height", 10_000.0);
        refused("utputs", p -> { }, "outputs", "SLANT");
    }

    @Test
    void theStackIsRead() {
        OperatorException e = assertThrows(OperatorException.class, () -> OrbitScene.run(TestProducts.of("empty elevation")));
        assertEquals(true, e.getMessage().contains("not a stack"), e.getMessage());
    }
}
