package org.insardask.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.junit.jupiter.api.Test;

class SarMetadataTest {

    private static final LocalDate MOTHER = LocalDate.of(2023, 3, 31);
    private static final LocalDate DAUGHTER = LocalDate.of(2023, 3, 19);

    private final Product product = TestProducts.of("s iq_ifg_VV_31Mar2023_19Mar2023 @first=31-MAR-2023 @frequency=5405.000454334349");

    @Test
    void wavelengthIsThatOfTheFrequency() {
        assertEquals(0.05546576, SarMetadata.of(product).wavelength(), 1e-8);
    }

    @Test
    void theDayOfTheFirstLineIsRead() {
        assertEquals(Optional.of(MOTHER), SarMetadata.of(product).firstLineDate());
        assertEquals(Optional.of(LocalDate.of(1999, 12, 31)), SarMetadata.of(TestProducts.of("s @first=31-DEC-1999")).firstLineDate());
        assertEquals(Optional.empty(), SarMetadata.of(TestProducts.of("s")).firstLineDate());
    }

    @Test
    void baselinesAreRead() {
        baseline("Ref_31Mar2023", "Secondary_19Mar2023", 33.9, 12.000004768371582);

        assertEquals(Optional.of(new Baseline(33.9, -12.000004768371582)), SarMetadata.of(product).baseline(MOTHER, DAUGHTER));
        assertEquals(Optional.of(new Baseline(33.9, -12.000004768371582)), StackReader.of(product).read().epochs().get(0).baseline());
        assertEquals(Optional.empty(), SarMetadata.of(product).baseline(DAUGHTER, MOTHER));
    }

    @Test
    void baselinesMayBeEmpty() {
        assertEquals(Optional.empty(), SarMetadata.of(product).baseline(MOTHER, DAUGHTER));
        baseline("Ref_31Mar2023", "Secondary_19Mar2023", Double.NaN, 12);
        assertEquals(Optional.empty(), SarMetadata.of(product).baseline(MOTHER, DAUGHTER));
    }

    @Test
    void baselinesOfOtherWordsAreRead() {
        baseline("Master_31Mar2023", "Slave_19Mar2023", -5, 12);

        assertEquals(Optional.of(new Baseline(-5, -12)), SarMetadata.of(product).baseline(MOTHER, DAUGHTER));
    }

    @Test
    void geometryComesFromTiePoints() {
        assertEquals(Optional.empty(), StackReader.of(product).read().geometry());
        float[] angles = {30, 40, 30, 40};
        float[] times = {6e6f, 6.1e6f, 6e6f, 6.1e6f};
        product.addTiePointGrid(new TiePointGrid("incident_angle", 2, 2, 0.5, 0.5, 2, 2, angles));
        product.addTiePointGrid(new TiePointGrid("slant_range_time", 2, 2, 0.5, 0.5, 2, 2, times));
        ViewingGeometry geometry = StackReader.of(product).read().geometry().orElseThrow();

        assertEquals(Math.toRadians(35), geometry.incidence(1, 0), 1e-9);
        assertEquals(6.05e-3 * 299792458.0 / 2, geometry.slantRange(1, 0), 1e-3);
        assertEquals(1 / (geometry.slantRange(1, 0) * Math.sin(Math.toRadians(35))), geometry.heightToPhasePerMetre(1, 0), 1e-15);
    }

    private void baseline(String mother, String daughter, double perpendicular, double days) {
        MetadataElement ofDaughter = new MetadataElement(daughter);
        ofDaughter.setAttributeDouble("Perp Baseline", perpendicular);
        ofDaughter.setAttributeDouble("Temp Baseline", days);
        MetadataElement ofMother = new MetadataElement(mother);
        ofMother.addElement(ofDaughter);
        MetadataElement baselines = new MetadataElement("Baselines");
        baselines.addElement(ofMother);
        product.getMetadataRoot().getElement("Abstracted_Metadata").addElement(baselines);
    }
}
