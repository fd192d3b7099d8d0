package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.TestProducts;
import org.junit.jupiter.api.Test;

/** Mistakes are found before any tile is computed. */
class PsSelectionErrorsTest {

    private static void refused(String message, Product source, Object... parameters) {
        OperatorException e = assertThrows(OperatorException.class, () -> PsScene.run(source, parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void dates() {
        refused("startDate = '01Jan2021' is no date; one such as 2021-01-31 was expected", PsScene.stack(true), "startDate", "01Jan2021");
        refused("endDate 2021-01-01 is before startDate 2021-02-01", PsScene.stack(true), "startDate", "2021-02-01", "endDate",
                "2021-01-01");
        refused("startDate and endDate leave 1 of 9 epochs (2021-01-01 to 2021-04-07), expected at least 2", PsScene.stack(true),
                "endDate", "2021-01-05");
    }

    @Test
    void thresholdsThatSelectNothing() {
        refused("hreshold", PsScene.stack(true), "threshold", 0.0);
        refused("hreshold", PsScene.stack(true), "threshold", -1.0);
    }

    @Test
    void noStack() {
        refused("not a stack: no band is an image of a stack", TestProducts.of("empty elevation"));
        refused("bands of amplitudes such as Amplitude_VV_19Mar2023 would do too, and SLC-Reconstruction makes images",
                TestProducts.of("ifg iq_ifg_VV_31Mar2023_19Mar2023"));
    }

    @Test
    void severalChannels() {
        refused("several sub-swaths or polarisations: VH, VV", TestProducts.of("two iq_VV_ref_31Mar2023 iq_VV_sec1_19Mar2023 "
                + "iq_VH_ref_31Mar2023 iq_VH_sec1_19Mar2023"));
        refused("amplitudes of several sub-swaths or polarisations: VH, VV", TestProducts.of("two Amplitude_VV_31Mar2023=amplitude "
                + "Amplitude_VH_31Mar2023=amplitude Amplitude_VV_19Mar2023=amplitude"));
        refused("two images of 31Mar2023: 'Amplitude_VV_31Mar2023' and 'Intensity_VV_31Mar2023'",
                TestProducts.of("two Amplitude_VV_31Mar2023=amplitude Intensity_VV_31Mar2023=intensity"));
    }
}
