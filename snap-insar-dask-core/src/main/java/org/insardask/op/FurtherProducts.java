package org.insardask.op;

import java.util.Arrays;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;

/**
 * The sources of an operator that takes a first product, {@value #FIRST}, and others without a name.
 *
 * <p>Where SNAP's gpt is given {@code -Ssource=first.dim second.dim third.dim}, the second product takes the field of the first, since that
 * field is called {@code sourceProduct} as the id of the first product without a name; the first product is then in no field at all.
 */
final class FurtherProducts {

    /** The alias of the first source. */
    static final String FIRST = "source";

    private FurtherProducts() {
    }

    /**
     * All sources of an operator, each once, that of {@value #FIRST} first.
     *
     * @param operator the operator, initialised by SNAP
     * @param field the first source, as SNAP set it
     * @param further the other sources; null where there are none
     */
    static Product[] withFirst(Operator operator, Product field, Product[] further) {
        Product named = operator.getSourceProduct(FIRST);
        Stream<Product> first = Stream.of(named == null ? field : named, field);
        return Stream.concat(first, further == null ? Stream.empty() : Arrays.stream(further)).distinct().toArray(Product[]::new);
    }
}
