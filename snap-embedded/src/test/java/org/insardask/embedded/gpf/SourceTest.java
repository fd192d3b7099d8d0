package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sources reach the fields they are meant for, and those that no field takes are refused. */
class SourceTest {

    private final Product a = new Product("a", "A", 2, 2);
    private final Product b = new Product("b", "B", 2, 2);
    private final Product c = new Product("c", "C", 2, 2);

    @BeforeAll
    static void register() {
        TestOperators.register();
    }

    @AfterAll
    static void unregister() {
        TestOperators.unregister();
    }

    /** Wants two products of a type with a band. */
    @OperatorMetadata(alias = "Picky")
    public static class Picky extends Operator {

        @SourceProduct(type = "A.*", bands = "x")
        private Product first;

        @SourceProducts(count = 1)
        private Product[] others;

        @Override
        public void initialize() {
            setTargetProduct(new Product(first.getName() + others.length, "T", 1, 1));
        }
    }

    private TestOperators.Sum sum(Map<String, Product> sources) {
        Operator operator = GPF.getDefaultInstance().createOperator("TestSum", GPF.NO_PARAMS, sources, null);
        operator.getTargetProduct();
        return (TestOperators.Sum) operator;
    }

    private Map<String, Product> map(Object... pairs) {
        Map<String, Product> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Product) pairs[i + 1]);
        }
        return map;
    }

    @Test
    void undeclaredIdsGoToTheArray() {
        TestOperators.Sum sum = sum(map("base", a, "interferograms", b, "x", c));
        assertSame(a, sum.base());
        assertArrayEquals(new Product[]{b, c}, sum.others());
    }

    @Test
    void positionalSourcesGoToTheArrayOnce() {
        TestOperators.Sum sum = sum(map("base", a, "sourceProduct", b, "sourceProduct.1", b, "sourceProduct1", b, "sourceProduct.2", c,
                "sourceProduct2", c));
        assertArrayEquals(new Product[]{b, c}, sum.others());
        assertEquals("sourceProduct.2", sum.getSourceProductId(c));
        assertSame(b, sum.getSourceProduct());
    }

    @Test
    void fieldNameIsAnIdAsWell() {
        assertSame(b, sum(map("sourceProduct.1", a, "baseProduct", b)).base());
    }

    @Test
    void optionalSourceMayBeMissing() {
        assertNull(sum(map("one", a)).base());
    }

    @Test
    void createProductNamesTheSources() {
        assertEquals("sum of 3", GPF.createProduct("TestSum", GPF.NO_PARAMS, a, b, c).getDescription());
        assertEquals("scaled", GPF.createProduct("TestScale", GPF.NO_PARAMS, a).getName());
    }

    @Test
    void missingSourceIsRefused() {
        OperatorException e = assertThrows(OperatorException.class, () -> GPF.createProduct("TestScale", GPF.NO_PARAMS));
        assertEquals("Operator 'TestScale' needs the source 'source'. Its sources are: source.", e.getMessage());
    }

    @Test
    void unknownSourceIsRefused() {
        OperatorException e = assertThrows(OperatorException.class,
                () -> GPF.createProduct("TestScale", GPF.NO_PARAMS, map("source", a, "mothr", b)));
        assertEquals("Operator 'TestScale' has no source 'mothr'. Its sources are: source.", e.getMessage());
    }

    @Test
    void surplusSourceIsRefused() {
        OperatorException e = assertThrows(OperatorException.class, () -> GPF.createProduct("TestScale", GPF.NO_PARAMS, a, b));
        assertEquals("Operator 'TestScale' does not take the product 'b' (sourceProduct.2). Its sources are: source.", e.getMessage());
    }

    @Test
    void sourceOfAnOperatorWithoutSourcesIsRefused() {
        OperatorException e = assertThrows(OperatorException.class, () -> GPF.createProduct("Read", Map.of("file", "x"), a));
        assertEquals("Operator 'Read' does not take the product 'a' (sourceProduct). It has no sources.", e.getMessage());
    }

    private String failureOfPicky(Product first, Product... others) {
        Picky picky = new Picky();
        if (first != null) {
            picky.setSourceProduct("first", first);
        }
        for (int i = 0; i < others.length; i++) {
            picky.setSourceProduct("other" + i, others[i]);
        }
        return assertThrows(OperatorException.class, picky::getTargetProduct).getMessage();
    }

    @Test
    void typeBandsAndNumberAreChecked() {
        assertEquals("Source 'first' of operator 'Picky': product 'b' is of type 'B', but 'A.*' is expected.", failureOfPicky(b, c));
        assertEquals("Source 'first' of operator 'Picky': product 'a' has no band 'x'.", failureOfPicky(a, c));
        a.addBand("x", 30);
        assertEquals("Operator 'Picky' needs 1 source products for 'others', but 0 were given.", failureOfPicky(a));
        assertEquals("Operator 'Picky' needs 1 source products for 'others', but 2 were given.", failureOfPicky(a, b, c));
        Picky picky = new Picky();
        picky.setSourceProduct("first", a);
        picky.setSourceProduct("other", b);
        assertEquals("a1", picky.getTargetProduct().getName());
    }
}
