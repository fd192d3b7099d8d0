package org.insardask.op;

import java.awt.Rectangle;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** The pixels, of the scene or of polygons, whose quality reaches a minimum. */
final class QualityPixels implements ReferencePixels {

    private final Product product;
    private final Band band;
    private final double minimum;
    private final SampleBand samples;
    private final PolygonPixels polygons;

    /**
     * Makes a choice.
     *
     * @param bandName the band of quality
     * @param minimum the smallest value that counts
     * @param polygons null for all of the scene
     * @throws OperatorException where the product has no such band
     */
    QualityPixels(Product product, String bandName, double minimum, PolygonPixels polygons) {
        this.product = product;
        this.band = product.getBand(bandName);
        this.minimum = minimum;
        this.polygons = polygons;
        if (band == null) {
            throw new OperatorException("qualityBand: no band '" + bandName + "' in product '" + product.getName() + "'");
        }
        this.samples = SampleBand.ofValues(band);
    }

    @Override
    public List<Rectangle> blocks(int bands) {
        return SceneBlocks.of(product, bands);
    }

    @Override
    public void mark(Operator operator, Rectangle rectangle, boolean[] marked) {
        int pixels = rectangle.width * rectangle.height;
        double[] quality = new double[pixels];
        samples.read(operator, rectangle, quality);
        for (int p = 0; p < pixels; p++) {
            marked[p] = quality[p] >= minimum;
        }
        if (polygons != null) {
            boolean[] inside = new boolean[pixels];
            polygons.mark(operator, rectangle, inside);
            for (int p = 0; p < pixels; p++) {
                marked[p] &= inside[p];
            }
        }
    }

    @Override
    public boolean isSingle() {
        return false;
    }

    @Override
    public String description() {
        return (polygons == null ? "the scene" : polygons.description()) + ", pixels with " + band.getName() + " >= " + minimum;
    }

    @Override
    public void record(MetadataElement element) {
        if (polygons == null) {
            element.setAttributeString("reference_by", "quality");
        } else {
            polygons.record(element);
        }
        element.setAttributeString("quality_band", band.getName());
        element.setAttributeDouble("minimum_quality", minimum);
    }
}
