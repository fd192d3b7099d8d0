package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.TestProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SlcReconstructionErrorsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/slc-reconstruction-errors.csv", delimiter = '~')
    void refuses(String name, String interferograms, String mother, String parameter, String message) {
        Product motherProduct = mother == null ? null : TestProducts.of(mother);
        Reconstruction call = new Reconstruction(motherProduct, TestProducts.list(interferograms));
        if (parameter != null) {
            List<String> words = List.of(parameter.split("=", 2));
            call.with(words.get(0), words.get(1));
        }
        OperatorException error = assertThrows(OperatorException.class, call::run, name);

        assertEquals(message, error.getMessage());
    }

    @Test
    void refusesAnUnknownConvention() {
        Reconstruction call = new Reconstruction(TestProducts.of("m iq_VV_ref_31Mar2023"),
                TestProducts.of("s iq_ifg_VV_31Mar2023_19Mar2023")).with("convention", "CONJ");
        OperatorException error = assertThrows(OperatorException.class, call::run);

        assertTrue(error.getMessage().contains("onvention"), error.getMessage());
    }
}
