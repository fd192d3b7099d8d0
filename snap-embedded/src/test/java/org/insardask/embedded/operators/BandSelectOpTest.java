package org.insardask.embedded.operators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.Test;

/** Bands are chosen by name, polarisation and pattern. */
class BandSelectOpTest {

    private final Product source = makeSource();

    private static Product makeSource() {
        Product product = new Product("s", "S", 2, 1);
        for (String name : new String[]{"i_VV", "q_VV", "i_VH", "q_VH"}) {
            product.addBand(name, ProductData.TYPE_FLOAT32).setRasterData(ProductData.createInstance(new float[]{name.length(), 2}));
        }
        product.addBand(new VirtualBand("Intensity_VV", ProductData.TYPE_FLOAT32, 2, 1, "i_VV * i_VV + q_VV * q_VV"));
        return product;
    }

    private String[] select(Map<String, Object> parameters) {
        return GPF.createProduct("BandSelect", parameters, source).getBandNames();
    }

    @Test
    void byPattern() {
        assertArrayEquals(new String[]{"i_VV", "i_VH"}, select(Map.of("bandNamePattern", "^i_.*$")));
    }

    @Test
    void byPolarisation() {
        assertArrayEquals(new String[]{"i_VH", "q_VH"}, select(Map.of("selectedPolarisations", "vh")));
    }

    @Test
    void byNameWithWhatExpressionsNeed() {
        assertArrayEquals(new String[]{"Intensity_VV", "i_VV", "q_VV"}, select(Map.of("sourceBands", "Intensity_VV")));
        assertArrayEquals(new String[]{"Intensity_VV"}, select(Map.of("sourceBands", "Intensity_VV", "includeReferences", false)));
        assertArrayEquals(new String[]{"q_VH"}, select(Map.of("sourceBandNames", new String[]{"q_VH"})));
    }

    @Test
    void samplesAreThoseOfTheSource() throws Exception {
        Product product = GPF.createProduct("BandSelect", Map.of("sourceBands", "q_VH"), source);
        assertEquals("s_subset", product.getName());
        assertArrayEquals(new float[]{4, 2}, TestProducts.read(product, "q_VH"));
    }

    @Test
    void nothingSelectedIsRefused() {
        assertEquals("Operator 'BandSelect' selects no band of product 's'. Its bands are: i_VV, q_VV, i_VH, q_VH, Intensity_VV.",
                assertThrows(OperatorException.class, () -> select(Map.of("bandNamePattern", "x"))).getMessage());
        assertEquals("Product 's' has no band 'x'. Its bands are: i_VV, q_VV, i_VH, q_VH, Intensity_VV.",
                assertThrows(OperatorException.class, () -> select(Map.of("sourceBands", "x"))).getMessage());
    }
}
