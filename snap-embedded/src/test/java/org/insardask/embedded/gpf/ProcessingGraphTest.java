package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.junit.jupiter.api.Test;

/** The metadata of a product say which operators made it, each node once. */
class ProcessingGraphTest {

    private final Product ramp = TestProducts.ramp(10, 10, 1);

    private static MetadataElement graph(Product product) {
        return product.getMetadataRoot().getElement("Processing_Graph");
    }

    @Test
    void nodeHasOperatorSourcesAndParametersButNoTime() {
        MetadataElement node = graph(GPF.createProduct("Subset", Map.of("region", "0,0,5,5"), ramp)).getElement("node.0");
        assertArrayEquals(new String[]{"id", "operator"}, node.getAttributeNames());
        assertEquals("product:ramp", node.getElement("sources").getAttributeString("sourceProduct"));
        assertEquals("0,0,5,5", node.getElement("parameters").getAttributeString("region"));
        assertFalse(node.getElement("parameters").containsAttribute("sourceBands"));
    }

    @Test
    void sameOperatorTwiceGivesTwoNodes() {
        Product once = GPF.createProduct("Subset", Map.of("region", "0,0,5,5"), ramp);
        MetadataElement graph = graph(GPF.createProduct("Subset", Map.of("region", "0,0,5,5"), once));
        assertEquals(2, graph.getNumElements());
        assertEquals("Subset", graph.getElement("node.0").getAttributeString("id"));
        assertEquals("Subset$2", graph.getElement("node.1").getAttributeString("id"));
        assertEquals("Subset", graph.getElement("node.1").getElement("sources").getAttributeString("sourceProduct"));
    }

    @Test
    void operatorsBeforeAreAddedWhereTheyAreMissing() {
        Product once = GPF.createProduct("Subset", Map.of("region", "0,0,5,5"), ramp);
        MetadataElement graph = graph(GPF.createProduct("Subset", Map.of("copyMetadata", false), once));
        assertEquals("Subset", graph.getElement("node.0").getAttributeString("id"));
        assertEquals("Subset$2", graph.getElement("node.0").getElement("sources").getAttributeString("sourceProduct"));
        assertEquals("0,0,5,5", graph.getElement("node.1").getElement("parameters").getAttributeString("region"));
    }
}
