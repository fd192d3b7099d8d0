package org.insardask.op;

import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;

/**
 * What Polygon-Enrichment left in a product about its polygons.
 *
 * @param vectorFile name of their file
 * @param features how many features it has
 * @param fieldBands the bands of attributes, by the order of the fields
 * @param fields the names of these attributes
 */
record EnrichmentRecord(String vectorFile, int features, List<Band> fieldBands, List<String> fields) {

    /** Returns what belongs to a band of polygon numbers, null where there is nothing. */
    static EnrichmentRecord of(Product product, Band numbers) {
        EnrichmentRecord found = null;
        for (MetadataElement element : product.getMetadataRoot().getElements()) {
            String file = element.getAttributeString("vectorFile", "");
            boolean described = String.valueOf(numbers.getDescription()).contains("of " + file + ",");
            if (element.getName().startsWith(PolygonEnrichmentOp.RECORD) && !file.isEmpty() && described) {
                found = of(product, element, file);
            }
        }
        return found;
    }

    private static EnrichmentRecord of(Product product, MetadataElement element, String file) {
        List<Band> bands = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String field : element.getAttributeString("fields", "").split(",", -1)) {
            for (Band band : product.getBands()) {
                if (("field " + field.strip() + " of " + file).equals(band.getDescription())) {
                    bands.add(band);
                    names.add(field.strip());
                    break;
                }
            }
        }
        return new EnrichmentRecord(file, element.getAttributeInt("features", -1), List.copyOf(bands), List.copyOf(names));
    }
}
