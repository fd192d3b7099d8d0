package org.insardask.op;

import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.insardask.vector.AttributeType;

/**
 * What Polygon-Enrichment left in a product about its polygons.
 *
 * @param vectorFile name of their file
 * @param features how many features it has
 * @param fields the attributes that became bands, those bands that are still there
 */
record EnrichmentRecord(String vectorFile, int features, List<Field> fields) {

    /** Start of the names of the metadata elements. */
    static final String NAME = "Polygon_Enrichment";
    static final String VECTOR_FILE = "vectorFile";
    static final String FEATURES = "features";
    private static final String ID_BAND = "idBand";
    private static final String FIELD = "field_";
    private static final String FIELD_NAME = "name";
    private static final String FIELD_BAND = "band";
    private static final String FIELD_TYPE = "type";

    /**
     * An attribute that became a band.
     *
     * @param name its name in the file
     * @param type its type there, which that of the band does not always tell
     */
    record Field(Band band, String name, AttributeType type) {
    }

    /** Notes the names of the bands in a metadata element. */
    static void writeBands(MetadataElement element, Band numbers, List<Field> fields) {
        if (numbers != null) {
            element.setAttributeString(ID_BAND, numbers.getName());
        }
        for (int f = 0; f < fields.size(); f++) {
            MetadataElement field = new MetadataElement(FIELD + (f + 1));
            field.setAttributeString(FIELD_NAME, fields.get(f).name());
            field.setAttributeString(FIELD_BAND, fields.get(f).band().getName());
            field.setAttributeString(FIELD_TYPE, fields.get(f).type().name());
            element.addElement(field);
        }
    }

    /**
     * Returns what belongs to a band of polygon numbers, null where there is nothing. Of several elements that name the band the last
     * counts: the others are about bands that were left behind.
     */
    static EnrichmentRecord of(Product product, Band numbers) {
        EnrichmentRecord found = null;
        for (MetadataElement element : product.getMetadataRoot().getElements()) {
            boolean isAbout = numbers.getName().equals(element.getAttributeString(ID_BAND, ""));
            if (element.getName().startsWith(NAME) && isAbout) {
                found = new EnrichmentRecord(element.getAttributeString(VECTOR_FILE, ""), element.getAttributeInt(FEATURES, -1),
                        fields(product, element));
            }
        }
        return found;
    }

    private static List<Field> fields(Product product, MetadataElement element) {
        List<Field> fields = new ArrayList<>();
        for (MetadataElement field : element.getElements()) {
            Band band = product.getBand(field.getAttributeString(FIELD_BAND, ""));
            if (field.getName().startsWith(FIELD) && band != null) {
                AttributeType type = ParameterWords.one(AttributeType.class, field.getAttributeString(FIELD_TYPE, ""),
                        "metadata " + element.getName() + "/" + field.getName() + "/" + FIELD_TYPE);
                fields.add(new Field(band, field.getAttributeString(FIELD_NAME, ""), type));
            }
        }
        return List.copyOf(fields);
    }
}
