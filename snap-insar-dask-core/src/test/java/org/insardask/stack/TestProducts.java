package org.insardask.stack;

import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/**
 * Products from one line of text: a name, then words.
 *
 * <p>{@code i_VV_31Mar2023=real} is a band with its unit, {@code elevation} one without; {@code iq_VV_31Mar2023} are the two bands of an
 * image with their units; {@code @size=4x3}, {@code @first=31-MAR-2023} (day of the first line) and {@code @frequency=5405.0} say the
 * rest.
 */
public final class TestProducts {

    private TestProducts() {
    }

    /** Products separated by a bar. */
    public static Product[] list(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(String::trim).map(TestProducts::of).toArray(Product[]::new);
    }

    /** One product. */
    public static Product of(String text) {
        List<String> words = List.of(text.split("\\s+"));
        String[] size = option(words, "@size=", "4x3").split("x", -1);
        Product product = new Product(words.get(0), "SLC", Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        words.stream().skip(1).filter(word -> !word.startsWith("@")).forEach(word -> addBands(product, word));
        addMetadata(product, option(words, "@first=", ""), option(words, "@frequency=", ""));
        return product;
    }

    private static void addBands(Product product, String word) {
        if (word.startsWith("iq_")) {
            addBand(product, "i" + word.substring(2), "real");
            addBand(product, "q" + word.substring(2), "imaginary");
        } else {
            String[] nameAndUnit = word.split("=", 2);
            addBand(product, nameAndUnit[0], nameAndUnit.length > 1 ? nameAndUnit[1] : null);
        }
    }

    private static void addBand(Product product, String name, String unit) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setNoDataValue(0);
        band.setNoDataValueUsed(true);
    }

    private static void addMetadata(Product product, String first, String frequency) {
        MetadataElement abstracted = new MetadataElement("Abstracted_Metadata");
        product.getMetadataRoot().addElement(abstracted);
        if (!first.isEmpty()) {
            abstracted.setAttributeUTC("first_line_time", utc(first + " 05:50:35.812250"));
        }
        if (!frequency.isEmpty()) {
            abstracted.setAttributeDouble("radar_frequency", Double.parseDouble(frequency));
        }
    }

    /** A time as SNAP writes it. */
    public static ProductData.UTC utc(String text) {
        try {
            return ProductData.UTC.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String option(List<String> words, String key, String otherwise) {
        return words.stream().filter(word -> word.startsWith(key)).map(word -> word.substring(key.length())).findFirst().orElse(otherwise);
    }
}
