package org.insardask.op;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.orbit.GeometryGrid;
import org.insardask.stack.Baseline;
import org.insardask.stack.ComplexBands;
import org.insardask.stack.Epoch;
import org.insardask.stack.OutputNames;
import org.insardask.stack.SnapDate;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackMetadataWriter;
import org.insardask.tile.TargetSamples;

/** The product of Height-To-Phase: its bands, its metadata, and how a tile of it is filled. Immutable once made. */
final class OrbitTarget {

    /** Metadata element that says how the bands were made. */
    static final String RECORD = "Height_To_Phase";
    private static final String INCIDENCE = "incidence_angle";
    /** Baselines of the metadata, which are of another pixel, may differ by as much as this and a quarter of themselves, m. */
    private static final double FAR = 10;

    private final StackDescription stack;
    private final Product product;
    private final MetadataElement element;
    private final Optional<Band> incidence;
    private final List<EpochBands> epochs;

    /** The bands of an epoch, null where they are not wanted. */
    private record EpochBands(Band heightToPhase, Band baseline) {
    }

    private OrbitTarget(StackDescription stack, Product product, MetadataElement element, Optional<Band> incidence,
                        List<EpochBands> epochs) {
        this.stack = stack;
        this.product = product;
        this.element = element;
        this.incidence = incidence;
        this.epochs = List.copyOf(epochs);
    }

    /**
     * Creates the product.
     *
     * @param copy   whether the stack goes along
     * @param height where the heights come from, for the record
     */
    static OrbitTarget create(StackDescription stack, Set<OrbitOutput> outputs, boolean copy, String height) {
        Product source = stack.mother().source();
        Product product = new Product(source.getName() + "_h2ph", source.getProductType(), stack.width(), stack.height());
        copyStack(stack, product, copy);
        MetadataElement element = new MetadataElement(
                ProductUtils.getAvailableNodeName(RECORD, product.getMetadataRoot().getElementGroup()));
        element.setAttributeString("mother", SnapDate.format(stack.mother().date()));
        element.setAttributeString("height", height);
        product.getMetadataRoot().addElement(element);
        ProductUtils.copyTiePointGrids(source, product);
        List<EpochBands> epochs = new ArrayList<>();
        for (Epoch epoch : stack.epochs()) {
            epochs.add(addBands(stack, epoch, product, outputs));
        }
        Optional<Band> incidence = outputs.contains(OrbitOutput.INCIDENCE)
                ? Optional.of(add(product, FieldNames.bandName(INCIDENCE, product), "deg", "incidence angle on the ellipsoid"))
                : Optional.empty();
        if (copy) {
            CopiedBands.copyOthers(stack, product, (name, newName) -> element.setAttributeString("renamed_" + newName, name));
        }
        ProductUtils.copyGeoCoding(source, product);
        product.setStartTime(source.getStartTime());
        product.setEndTime(source.getEndTime());
        return new OrbitTarget(stack, product, element, incidence, epochs);
    }

    private static void copyStack(StackDescription stack, Product target, boolean copy) {
        if (!copy) {
            ProductUtils.copyMetadata(stack.mother().source().getMetadataRoot(), target.getMetadataRoot());
            return;
        }
        List<String> mother = stack.mother().bands().map(bands -> copyImage(bands, target)).orElse(List.of());
        List<List<String>> daughters = stack.epochs().stream().map(epoch -> copyImage(epoch.bands(), target)).toList();
        StackMetadataWriter.of(stack).write(target, mother, daughters);
    }

    private static List<String> copyImage(ComplexBands bands, Product target) {
        List<String> names = new ArrayList<>();
        for (Band band : List.of(bands.real(), bands.imaginary())) {
            ProductUtils.copyBand(band.getName(), band.getProduct(), target, true);
            names.add(band.getName());
        }
        return List.copyOf(names);
    }

    private static EpochBands addBands(StackDescription stack, Epoch epoch, Product product, Set<OrbitOutput> outputs) {
        String of = " of " + SnapDate.format(epoch.date()) + " to " + SnapDate.format(stack.mother().date());
        Band factor = outputs.contains(OrbitOutput.HEIGHT_TO_PHASE)
                ? add(product, OutputNames.heightToPhase(stack.key(), epoch.date()), "m/m",
                        "perpendicular baseline / (slant range x sine of incidence angle)" + of + ", for mother * conj(daughter)")
                : null;
        Band baseline = outputs.contains(OrbitOutput.BASELINE)
                ? add(product, OutputNames.perpendicularBaseline(stack.key(), epoch.date()), "m", "perpendicular baseline" + of) : null;
        return new EpochBands(factor, baseline);
    }

    private static Band add(Product product, String name, String unit, String description) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setDescription(description);
        band.setNoDataValue(Double.NaN);
        band.setNoDataValueUsed(true);
        return band;
    }

    Product product() {
        return product;
    }

    /**
     * Records the baselines of the pixel in the middle, and those of the metadata.
     *
     * @param height of the ground, m
     * @return a warning where they are far from each other
     */
    Optional<String> record(GeometryGrid grid, double height) {
        Rectangle middle = new Rectangle(stack.width() / 2, stack.height() / 2, 1, 1);
        OrbitTile tile = new OrbitTile(grid, middle, new double[] {height});
        element.setAttributeDouble("incidence_angle", tile.incidence()[0]);
        List<String> far = new ArrayList<>();
        for (int k = 0; k < stack.epochs().size(); k++) {
            Epoch epoch = stack.epochs().get(k);
            double computed = tile.baselines(k)[0];
            element.setAttributeDouble("perp_baseline_" + SnapDate.format(epoch.date()), computed);
            epoch.baseline().map(Baseline::perpendicular).filter(value -> Math.abs(value - computed) > FAR + 0.25 * Math.abs(value))
                    .ifPresent(value -> far.add(SnapDate.format(epoch.date()) + " (" + Math.round(computed) + " m from the orbits, "
                            + Math.round(value) + " m in the metadata)"));
        }
        return far.isEmpty() ? Optional.empty()
                : Optional.of("baselines differ much from those of the metadata: " + String.join(", ", far));
    }

    /** Fills the bands that have a tile. */
    void compute(OrbitTile tile, Map<Band, Tile> tiles, Runnable checkForCancellation) {
        if (incidence.isPresent() && tiles.containsKey(incidence.get())) {
            TargetSamples.write(tile.incidence(), tiles.get(incidence.get()));
        }
        for (int k = 0; k < epochs.size(); k++) {
            Tile factor = tiles.get(epochs.get(k).heightToPhase());
            Tile baseline = tiles.get(epochs.get(k).baseline());
            if (factor != null || baseline != null) {
                checkForCancellation.run();
                write(tile.baselines(k), baseline);
                if (factor != null) {
                    TargetSamples.write(tile.heightToPhase(), factor);
                }
            }
        }
    }

    private static void write(double[] values, Tile tile) {
        if (tile != null) {
            TargetSamples.write(values, tile);
        }
    }
}
