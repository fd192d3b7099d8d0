package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** A reference of one pixel or several. Immutable. */
final class PixelList implements ReferencePixels {

    private static final Pattern PAIR = Pattern.compile("([0-9]{1,9}),([0-9]{1,9})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s;]+");

    private final Product product;
    private final List<Rectangle> pixels;
    private final String how;

    private PixelList(Product product, List<Rectangle> pixels, String how) {
        this.product = product;
        this.pixels = pixels;
        this.how = how;
    }

    /** Returns the pixel that was chosen by column and row, or by latitude and longitude. */
    static PixelList of(ReferenceChoice choice, Product product) {
        return new PixelList(product, List.of(new Rectangle(choice.x(), choice.y(), 1, 1)), choice.how());
    }

    /**
     * Parses columns and rows, from 0: {@code 110,86 20,30}; a semicolon may stand for a blank.
     *
     * @throws OperatorException where the text has another form, a pixel is outside of the product, or stands there twice
     */
    static PixelList parse(String text, Product product) {
        Set<Rectangle> found = new LinkedHashSet<>();
        for (String pair : BETWEEN.split(text.strip(), -1)) {
            if (!PAIR.matcher(pair).matches()) {
                throw new OperatorException("pixels = '" + text + "': '" + pair + "' is no column and row, expected for example "
                        + "110,86 20,30");
            }
            int[] place = Arrays.stream(pair.split(",", -1)).mapToInt(Integer::parseInt).toArray();
            requireInside(place, text, product);
            if (!found.add(new Rectangle(place[0], place[1], 1, 1))) {
                throw new OperatorException("pixels = '" + text + "': " + pair + " stands there twice");
            }
        }
        return new PixelList(product, List.copyOf(found), "pixels");
    }

    private static void requireInside(int[] place, String text, Product product) {
        int width = product.getSceneRasterWidth();
        int height = product.getSceneRasterHeight();
        if (place[0] >= width || place[1] >= height) {
            throw new OperatorException("pixels = '" + text + "': " + place[0] + "," + place[1] + " is outside of product '"
                    + product.getName() + "', expected 0 to " + (width - 1) + " and 0 to " + (height - 1));
        }
    }

    @Override
    public List<Rectangle> blocks(int bands) {
        return pixels;
    }

    @Override
    public void mark(Operator operator, Rectangle rectangle, boolean[] marked) {
        marked[0] = true;
    }

    @Override
    public boolean isSingle() {
        return pixels.size() == 1;
    }

    @Override
    public String description() {
        return isSingle() ? "the pixel (" + pixels.get(0).x + ", " + pixels.get(0).y + ")" : "the pixels " + text();
    }

    private String text() {
        return pixels.stream().map(pixel -> pixel.x + "," + pixel.y).collect(Collectors.joining(" "));
    }

    @Override
    public void record(MetadataElement element) {
        element.setAttributeString("reference_by", how);
        if (isSingle()) {
            ArcRecord.setPosition(element, product, pixels.get(0).x, pixels.get(0).y);
        } else {
            element.setAttributeString("pixels", text());
        }
    }
}
