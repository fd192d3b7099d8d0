package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.TestProducts;
import org.junit.jupiter.api.Test;

class SlcReconstructionNoDataTest {

    private static final float NAN = Float.NaN;

    private final Product mother = product("m iq_VV_ref_31Mar2023", new float[] {0, 1, 1, NAN, 2, 1e-30f}, new float[6]);
    private final Product ifg = product("p iq_ifg_VV_31Mar2023_19Mar2023", new float[] {7, 0, NAN, 1, 6, 1e20f}, new float[6]);

    @Test
    void samplesWithoutDataAreZero() throws IOException {
        Product target = new Reconstruction(mother, ifg).run();

        assertArrayEquals(new float[] {0, 0, 0, 0, 3, 0}, Reconstruction.samples(target, "i_VV_sec1_19Mar2023"));
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0}, abs(Reconstruction.samples(target, "q_VV_sec1_19Mar2023")));
        assertArrayEquals(new float[] {0, 1, 1, 0, 2, 1e-30f}, Reconstruction.samples(target, "i_VV_ref_31Mar2023"));
    }

    @Test
    void anotherNoDataValueOfASourceIsHeeded() throws IOException {
        Band band = ifg.getBand("q_ifg_VV_31Mar2023_19Mar2023");
        band.setRasterData(ProductData.createInstance(new float[] {1, 1, 1, 1, -9999, 0}));
        band.setNoDataValue(-9999);
        Product target = new Reconstruction(mother, ifg).run();

        assertArrayEquals(new float[] {0, 1, 0, 0, 0, 0}, abs(Reconstruction.samples(target, "q_VV_sec1_19Mar2023")));
    }

    @Test
    void theirNumberIsLogged() throws IOException {
        LogLines log = new LogLines();
        SlcReconstructionOp operator = new SlcReconstructionOp();
        operator.setSpi(new SlcReconstructionOp.Spi());
        operator.setParameterDefaultValues();
        operator.setSourceProducts(ifg);
        operator.setSourceProduct("mother", mother);
        operator.setLogger(log.logger());
        Product target = operator.getTargetProduct();
        Reconstruction.samples(target, "i_VV_sec1_19Mar2023");
        Reconstruction.samples(target, "q_VV_sec1_19Mar2023");
        operator.dispose();

        assertEquals(List.of("SLC-Reconstruction: 5 of 6 samples have no data: mother without data 2, interferogram without data 2, "
                + "quotient too large 1 (daughters: 1, pixels computed: 6 of 6)"), log.messages());
    }

    private static float[] abs(float[] samples) {
        float[] result = new float[samples.length];
        for (int k = 0; k < samples.length; k++) {
            result[k] = Math.abs(samples[k]);
        }
        return result;
    }

    private static Product product(String text, float[] real, float[] imaginary) {
        Product product = TestProducts.of(text + " @size=3x2");
        product.getBandAt(0).setRasterData(ProductData.createInstance(real));
        product.getBandAt(1).setRasterData(ProductData.createInstance(imaginary));
        return product;
    }
}
