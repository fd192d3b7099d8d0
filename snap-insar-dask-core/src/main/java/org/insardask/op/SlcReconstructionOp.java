package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.slc.ComplexWindow;
import org.insardask.slc.Convention;
import org.insardask.slc.NoDataCounts;
import org.insardask.slc.SlcCopy;
import org.insardask.slc.SlcReconstruction;
import org.insardask.stack.ChannelKey;
import org.insardask.stack.ComplexBands;
import org.insardask.stack.Component;
import org.insardask.stack.Epoch;
import org.insardask.stack.SlcBandName;
import org.insardask.stack.SnapDate;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackException;
import org.insardask.stack.StackKind;
import org.insardask.stack.StackMetadataWriter;
import org.insardask.stack.StackReader;
import org.insardask.stack.StackTarget;
import org.insardask.tile.TargetSamples;
import org.insardask.tile.UsedTiles;

/**
 * Rebuilds the images of a stack from the mother's image and interferograms with it.
 */
@OperatorMetadata(
        alias = "SLC-Reconstruction",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Rebuilds single look complex images from interferograms and the image of their mother.")
public class SlcReconstructionOp extends Operator {

    /** Metadata element that says how the images were made. */
    static final String RECORD = "SLC_Reconstruction";

    @SourceProduct(alias = "mother", optional = true, label = "Mother",
            description = "Product with the image of the mother. Without it, that is looked for among the interferograms.")
    private Product motherProduct;

    @SourceProducts(alias = "interferograms", label = "Interferograms",
            description = "One product with all interferograms, or several that share one mother.")
    private Product[] interferograms;

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "Convention", defaultValue = "SNAP", notNull = true, valueSet = {"SNAP", "RATIO"},
            description = "SNAP: daughter = conj(ifg / mother), the inverse of SNAP's interferogram. "
                    + "RATIO: ifg / mother, as ifg_to_slc of DePSI; of SNAP's interferograms this is the conjugate image.")
    private String convention;

    @Parameter(label = "Include mother", defaultValue = "true", description = "Put the mother first in the target stack.")
    private boolean includeMother;

    @Parameter(label = "Virtual bands", defaultValue = "true", description = "Add virtual bands of intensity and phase.")
    private boolean outputVirtualBands;

    @Parameter(label = "Copy source bands", defaultValue = "true", description = "Copy the height-to-phase bands of the epochs, and the "
            + "bands of the mother's product that are not part of a stack, such as elevation and coordinates.")
    private boolean copySourceBands;

    @Parameter(label = "Sub-swath and polarisation",
            description = "Which interferograms to take where the sources hold several, for example VV or IW1_VV.")
    private String channel;

    private SlcReconstruction kernel;
    private ComplexSource motherSource;
    private Optional<ComplexBands> motherTarget;
    private List<Daughter> daughters;
    private NoDataReport report;

    /** An interferogram and the bands of the image made of it. */
    private record Daughter(ComplexSource interferogram, ComplexBands target) {
    }

    @Override
    public void initialize() {
        try {
            StackDescription stack = readStack();
            Convention chosen = Convention.valueOf(convention);
            kernel = SlcReconstruction.of(chosen);
            motherSource = new ComplexSource(stack.motherBands());
            targetProduct = createTarget(stack, chosen);
            report = new NoDataReport(targetProduct.getSceneRasterWidth(), targetProduct.getSceneRasterHeight(), daughters.size());
        } catch (StackException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private StackDescription readStack() {
        StackReader reader = StackReader.of(interferogramProducts()).expect(StackKind.INTERFEROGRAMS);
        if (motherProduct != null) {
            reader = reader.mother(motherProduct);
        }
        if (channel != null && !channel.isBlank()) {
            reader = reader.channel(ChannelKey.parse(channel.trim()));
        }
        return reader.read();
    }

    /** SNAP gives a product to one source only: one that was named for both comes as the mother alone. */
    private Product[] interferogramProducts() {
        if (interferograms != null && interferograms.length > 0) {
            return interferograms;
        }
        if (motherProduct == null) {
            throw new OperatorException("no source product with interferograms, expected at least one (interferograms)");
        }
        return new Product[] {motherProduct};
    }

    private Product createTarget(StackDescription stack, Convention chosen) {
        Product source = stack.mother().source();
        Product target = new Product(source.getName() + "_slc", source.getProductType(), stack.width(), stack.height());
        motherTarget = includeMother ? Optional.of(addMother(target, stack)) : Optional.empty();
        daughters = addDaughters(target, stack, chosen);
        StackMetadataWriter.of(stack).write(target, motherTarget.map(SlcReconstructionOp::names).orElse(List.of()),
                daughters.stream().map(daughter -> names(daughter.target())).toList());
        target.getMetadataRoot().addElement(record(stack, chosen));
        ProductUtils.copyTiePointGrids(source, target);
        if (copySourceBands) {
            CopiedBands.copyHeightToPhase(stack, target);
            CopiedBands.copyOthers(stack, target, this::reportNewName);
        }
        ProductUtils.copyGeoCoding(source, target);
        target.setStartTime(source.getStartTime());
        target.setEndTime(source.getEndTime());
        return target;
    }

    private void reportNewName(String name, String newName) {
        getLogger().warning("SLC-Reconstruction: the source band '" + name + "' is copied as '" + newName
                + "', because a band of the target has its name");
    }

    private ComplexBands addMother(Product target, StackDescription stack) {
        return addImage(target, stack.motherName(Component.REAL), stack.motherName(Component.IMAGINARY), "mother");
    }

    private List<Daughter> addDaughters(Product target, StackDescription stack, Convention chosen) {
        List<Daughter> added = new ArrayList<>();
        for (int k = 0; k < stack.epochs().size(); k++) {
            Epoch epoch = stack.epochs().get(k);
            ComplexBands bands = addImage(target, stack.daughterName(Component.REAL, k), stack.daughterName(Component.IMAGINARY, k),
                    chosen.formula() + " of " + epoch.bands().real().getName());
            added.add(new Daughter(new ComplexSource(epoch.bands()), bands));
        }
        return List.copyOf(added);
    }

    private ComplexBands addImage(Product target, SlcBandName real, SlcBandName imaginary, String description) {
        ComplexBands bands = StackTarget.add(target, real, imaginary, description);
        if (outputVirtualBands) {
            StackTarget.addVirtualBands(target, bands, real);
        }
        return bands;
    }

    private static List<String> names(ComplexBands bands) {
        return List.of(bands.real().getName(), bands.imaginary().getName());
    }

    private static MetadataElement record(StackDescription stack, Convention chosen) {
        MetadataElement element = new MetadataElement(RECORD);
        element.setAttributeString("convention", chosen.name());
        element.setAttributeString("formula", "daughter = " + chosen.formula());
        element.setAttributeString("mother", SnapDate.format(stack.mother().date()));
        element.setAttributeInt("daughters", stack.epochs().size());
        return element;
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rectangle, ProgressMonitor pm) {
        try (UsedTiles tiles = new UsedTiles(this, targetTiles.values())) {
            compute(targetTiles, rectangle, tiles);
        }
    }

    private void compute(Map<Band, Tile> targetTiles, Rectangle rectangle, UsedTiles tiles) {
        int width = rectangle.width;
        int height = rectangle.height;
        ComplexWindow mother = motherSource.window(tiles, rectangle);
        motherTarget.ifPresent(bands -> SlcCopy.copy(mother, target(bands, targetTiles), width, height));
        List<ComplexWindow> ifgs = new ArrayList<>(daughters.size());
        List<ComplexWindow> targets = new ArrayList<>(daughters.size());
        for (Daughter daughter : daughters) {
            checkForCancellation();
            ifgs.add(daughter.interferogram().window(tiles, rectangle));
            targets.add(target(daughter.target(), targetTiles));
        }
        NoDataCounts counts = kernel.reconstruct(mother, ifgs, targets, width, height);
        report.add(rectangle, counts);
    }

    private static ComplexWindow target(ComplexBands bands, Map<Band, Tile> tiles) {
        return ComplexSource.window(TargetSamples.view(tiles.get(bands.real())), TargetSamples.view(tiles.get(bands.imaginary())));
    }

    @Override
    public void dispose() {
        if (report != null && !report.isEmpty()) {
            getLogger().info("SLC-Reconstruction: " + report.text());
        }
        super.dispose();
    }

    /** Registers the operator. */
    public static class Spi extends OperatorSpi {

        public Spi() {
            super(SlcReconstructionOp.class);
        }
    }
}
