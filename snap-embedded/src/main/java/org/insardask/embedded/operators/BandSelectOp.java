package org.insardask.embedded.operators;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.esa.snap.core.util.ProductUtils;

/** Takes some of the bands of a product, with the parameters of the operator of that name in SNAP's microwave toolbox. */
@OperatorMetadata(alias = "BandSelect", category = "Raster", version = "1.0",
        description = "Creates a new product with only selected bands")
public final class BandSelectOp extends Operator {

    private static final List<String> POLARISATIONS = List.of("hh", "vv", "hv", "vh", "rh", "rv", "rch", "rcv");

    @SourceProduct(alias = "source")
    private Product sourceProduct;

    @TargetProduct
    private Product targetProduct;

    @Parameter(description = "The list of polarisations", label = "Polarisations")
    private String[] selectedPolarisations;

    @Parameter(description = "The list of imagettes or sub-images", label = "Sub-Images")
    private String[] selectedSubImages;

    @Parameter(description = "The list of source bands.", alias = "sourceBands", rasterDataNodeType = Band.class,
            label = "Source Bands")
    private String[] sourceBandNames;

    @Parameter(description = "Band name regular expression pattern", label = "Band Name Pattern")
    private String bandNamePattern;

    @Parameter(label = "Include references", description = "Add dependent bands and masks", defaultValue = "true")
    private boolean includeReferences = true;

    @Override
    public void initialize() throws OperatorException {
        List<Band> bands = selectBands();
        targetProduct = new Product(sourceProduct.getName() + "_subset", sourceProduct.getProductType(),
                sourceProduct.getSceneRasterWidth(), sourceProduct.getSceneRasterHeight());
        for (Band band : bands) {
            if (band instanceof VirtualBand virtual) {
                ProductUtils.copyVirtualBand(targetProduct, virtual, band.getName());
            } else {
                ProductUtils.copyBand(band.getName(), sourceProduct, targetProduct, true);
            }
        }
        ProductUtils.copyProductNodes(sourceProduct, targetProduct);
    }

    private List<Band> selectBands() {
        boolean named = !isEmpty(sourceBandNames);
        BandChoice choice = new BandChoice(sourceProduct);
        Set<Band> selected = new LinkedHashSet<>(named ? choice.byName(sourceBandNames) : Arrays.asList(sourceProduct.getBands()));
        if (named) {
            selected.retainAll(Arrays.stream(sourceBandNames).map(sourceProduct::getBand).toList());
        }
        selected.removeIf(band -> !isSelected(band.getName()));
        if (selected.isEmpty()) {
            throw new OperatorException("Operator 'BandSelect' selects no band of product '" + sourceProduct.getName()
                    + "'. Its bands are: " + String.join(", ", sourceProduct.getBandNames()) + ".");
        }
        return includeReferences && named ? choice.withReferences(selected) : List.copyOf(selected);
    }

    private boolean isSelected(String name) {
        String polarisation = polarisationOf(name);
        return (isEmpty(selectedPolarisations) || Arrays.stream(selectedPolarisations).anyMatch(polarisation::equalsIgnoreCase))
                && (isEmpty(selectedSubImages) || Arrays.stream(selectedSubImages).anyMatch(name::contains))
                && (bandNamePattern == null || bandNamePattern.isEmpty() || name.matches(bandNamePattern));
    }

    private static String polarisationOf(String name) {
        String lower = name.toLowerCase(Locale.ENGLISH);
        return POLARISATIONS.stream().filter(polarisation -> lower.contains("_" + polarisation)).findFirst().orElse("");
    }

    private static boolean isEmpty(String[] names) {
        return names == null || names.length == 0;
    }

    /** Makes the operator known. */
    public static class Spi extends OperatorSpi {

        /** For the registry. */
        public Spi() {
            super(BandSelectOp.class);
        }
    }
}
