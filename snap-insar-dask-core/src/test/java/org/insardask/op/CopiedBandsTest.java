package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.Test;

class CopiedBandsTest {
    private final Product source = source();
    private final Product target = new Product("target", "test", 2, 1);

    private static Product source() {
        Product product = new Product("source", "test", 2, 1);
        IndexCoding coding = new IndexCoding("use");
        coding.addIndex("school", 1, "");
        product.getIndexCodingGroup().add(coding);
        Band use = product.addBand("use", ProductData.TYPE_INT32);
        use.setSampleCoding(coding);
        use.setNoDataValue(-1);
        use.setNoDataValueUsed(true);
        use.setRasterData(ProductData.createInstance(new int[] {1, -1}));
        product.addBand(new Band("small", ProductData.TYPE_INT8, 1, 1));
        return product;
    }

    @Test
    void bandComesWithItsSamplesAndCoding() throws IOException {
        CopiedBands.add(new String[] {"use"}, new Product[] {new Product("other", "test", 2, 1), source}, target);
        Band copy = target.getBand("use");
        assertArrayEquals(new int[] {1, -1}, copy.readPixels(0, 0, 2, 1, new int[2]));
        assertEquals(1, copy.getIndexCoding().getIndexValue("school"));
        assertEquals(-1, copy.getNoDataValue());
    }

    @Test
    void noNamesAddNothing() {
        CopiedBands.add(null, new Product[] {source}, target);
        CopiedBands.add(new String[0], new Product[] {source}, target);
        assertEquals(0, target.getNumBands());
    }

    @Test
    void mistakesAreNamed() {
        target.addBand("taken", ProductData.TYPE_INT8);
        source.addBand("taken", ProductData.TYPE_INT8);
        refused("copyBands: no band 'none' in product 'source'", "none");
        refused("copyBands: 'taken' is the name of an estimated band too, expected another name", "taken");
        refused("copyBands: band 'small' has 1 x 1 pixels, expected 2 x 1", "small");
    }

    private void refused(String message, String name) {
        OperatorException e = assertThrows(OperatorException.class,
                () -> CopiedBands.add(new String[] {name}, new Product[] {source}, target));
        assertEquals(message, e.getMessage());
    }
}
