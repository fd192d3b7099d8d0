package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.File;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
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
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.points.PixelDispersion;
import org.insardask.stack.AmplitudeImage;
import org.insardask.stack.AmplitudeImages;
import org.insardask.stack.ChannelKey;
import org.insardask.stack.StackException;
import org.insardask.tile.TargetSamples;

/**
 * Selects persistent scatterers: the pixels of a stack whose amplitude changes little, as {@code ps_selection} of DePSI does.
 */
@OperatorMetadata(
        alias = "PS-Selection",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Selects persistent scatterers: the pixels of a stack whose amplitude dispersion (NAD or NMAD) is below a threshold.")
public class PsSelectionOp extends Operator {

    /** The mask band, and the coding of its flags. */
    static final String MASK = "ps";
    /** The flag of selected pixels. */
    static final String SELECTED = "selected";
    /** Metadata element that says how pixels were selected. */
    static final String RECORD = "PS_Selection";
    private static final double USUAL_NMAD = 0.15;
    private static final double USUAL_NAD = 0.25;

    @SourceProduct(alias = "source", label = "Stack",
            description = "A stack of images, or of interferograms with bands of amplitudes, or the first of several products.")
    private Product sourceProduct;

    @SourceProducts(label = "Further products", description = "The other products, where there is one for each epoch.")
    private Product[] furtherProducts;

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "Method", defaultValue = "NMAD", notNull = true, valueSet = {"NMAD", "NAD"},
            description = "NMAD: median absolute deviation of the amplitude over its median. NAD: standard deviation over mean.")
    private String method;

    @Parameter(label = "Threshold", interval = "(0,*)", description = "Pixels of a smaller dispersion are selected. Without it 0.15 for "
            + "NMAD, 0.25 for NAD.")
    private Double threshold;

    @Parameter(label = "Start date", description = "First day of the epochs that count (ISO date, such as 2021-01-31).")
    private String startDate;

    @Parameter(label = "End date", description = "Last day of the epochs that count (ISO date).")
    private String endDate;

    @Parameter(label = "Normalisation", defaultValue = "NONE", notNull = true, valueSet = {"NONE", "MEAN"},
            description = "MEAN: the amplitudes of an epoch are divided by their mean over the scene, so that images of different "
                    + "calibration can be compared; the stack is read twice then.")
    private String normalisation;

    @Parameter(label = "Copy source bands", defaultValue = "false", description = "Put the bands of the source into the target as well.")
    private boolean copySourceBands;

    @Parameter(label = "Sub-swath and polarisation",
            description = "Which bands to take where the sources hold several, for example VV or IW1_VV.")
    private String channel;

    @Parameter(label = "Plan file", description = ParameterTexts.PLAN_FILE)
    private File planFile;

    private PsStack stack;
    private AmplitudeDispersion dispersion;
    private float limit;
    private Band dispersionBand;
    private Band maskBand;
    private MetadataElement record;
    private final Once<double[]> factors = new Once<>(this::readFactors);
    private final Queue<PixelDispersion> idleKernels = new ConcurrentLinkedQueue<>();
    private final CountedTiles tiles = new CountedTiles();
    private final LongAdder selected = new LongAdder();

    @Override
    public void initialize() {
        try {
            Product[] sources = FurtherProducts.withFirst(this, sourceProduct, furtherProducts);
            sourceProduct = sources[0];
            dispersion = ParameterWords.one(AmplitudeDispersion.class, method, "method");
            double usual = dispersion == AmplitudeDispersion.NMAD ? USUAL_NMAD : USUAL_NAD;
            limit = (float) (threshold == null ? usual : threshold);
            List<AmplitudeImage> images = inPeriod(AmplitudeImages.find(List.of(sources), channelKey()));
            requireOneSize(images);
            stack = new PsStack(images);
            targetProduct = createTarget();
        } catch (StackException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private Optional<ChannelKey> channelKey() {
        return Optional.ofNullable(ParameterTexts.textOrNull(channel)).map(ChannelKey::parse);
    }

    private List<AmplitudeImage> inPeriod(List<AmplitudeImage> images) {
        LocalDate start = date(startDate, "startDate", LocalDate.MIN);
        LocalDate end = date(endDate, "endDate", LocalDate.MAX);
        if (end.isBefore(start)) {
            throw new OperatorException("endDate " + end + " is before startDate " + start);
        }
        List<AmplitudeImage> found = images.stream()
                .filter(image -> !image.date().isBefore(start) && !image.date().isAfter(end)).toList();
        if (found.size() < 2) {
            throw new OperatorException("startDate and endDate leave " + found.size() + " of " + images.size() + " epochs ("
                    + images.get(0).date() + " to " + images.get(images.size() - 1).date() + "), expected at least 2");
        }
        return found;
    }

    private static LocalDate date(String text, String parameter, LocalDate otherwise) {
        try {
            return ParameterTexts.textOrNull(text) == null ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new OperatorException(parameter + " = '" + text + "' is no date; one such as 2021-01-31 was expected", e);
        }
    }

    private void requireOneSize(List<AmplitudeImage> images) {
        int width = sourceProduct.getSceneRasterWidth();
        int height = sourceProduct.getSceneRasterHeight();
        for (AmplitudeImage image : images) {
            Band band = image.band();
            if (band.getRasterWidth() != width || band.getRasterHeight() != height) {
                throw new OperatorException("band '" + band.getName() + "' is " + band.getRasterWidth() + " x " + band.getRasterHeight()
                        + " pixels, expected " + width + " x " + height + " as product '" + sourceProduct.getName() + "'");
            }
        }
    }

    private Product createTarget() {
        Product target = new Product(sourceProduct.getName() + "_ps", sourceProduct.getProductType(), sourceProduct.getSceneRasterWidth(),
                sourceProduct.getSceneRasterHeight());
        target.setDescription(sourceProduct.getDescription());
        ProductUtils.copyMetadata(sourceProduct, target);
        ProductUtils.copyTiePointGrids(sourceProduct, target);
        ProductUtils.copyTimeInformation(sourceProduct, target);
        ProductUtils.copyFlagCodings(sourceProduct, target);
        ProductUtils.copyIndexCodings(sourceProduct, target);
        addBands(target);
        if (copySourceBands) {
            EnrichedProduct.copyBands(sourceProduct, target);
        }
        ProductUtils.copyGeoCoding(sourceProduct, target);
        record = record(target);
        target.setPreferredTileSize(tileSize());
        return target;
    }

    private void addBands(Product target) {
        String name = dispersion.name().toLowerCase(Locale.ROOT);
        dispersionBand = target.addBand(FieldNames.bandName(name, target), ProductData.TYPE_FLOAT32);
        dispersionBand.setDescription((dispersion == AmplitudeDispersion.NMAD ? "normalised median absolute deviation"
                : "normalised dispersion") + " of the amplitude at " + stack.epochs() + " epochs");
        dispersionBand.setNoDataValue(Double.NaN);
        dispersionBand.setNoDataValueUsed(true);
        maskBand = target.addBand(FieldNames.bandName(MASK, target), ProductData.TYPE_UINT8);
        maskBand.setDescription("1 where " + dispersionBand.getName() + " is below " + limit);
        FlagCoding coding = new FlagCoding(ProductUtils.getAvailableNodeName(MASK, target.getFlagCodingGroup()));
        coding.setDescription("Persistent scatterers");
        coding.addFlag(SELECTED, 1, "the amplitude dispersion is below the threshold");
        target.getFlagCodingGroup().add(coding);
        maskBand.setSampleCoding(coding);
    }

    private MetadataElement record(Product target) {
        MetadataElement element = Records.add(target.getMetadataRoot(), RECORD);
        element.setAttributeString("method", dispersion.name());
        element.setAttributeDouble("threshold", threshold == null ? Double.parseDouble(Float.toString(limit)) : threshold);
        element.setAttributeString("normalisation", normalisation);
        element.setAttributeInt("epochs", stack.epochs());
        element.setAttributeString("firstEpoch", stack.date(0).toString());
        element.setAttributeString("lastEpoch", stack.date(stack.epochs() - 1).toString());
        element.setAttributeString("band", dispersionBand.getName());
        element.setAttributeString("mask", maskBand.getName());
        return element;
    }

    /** For a pixel two samples of each epoch, and the results. */
    private Dimension tileSize() {
        return ArcTileSize.of(sourceProduct.getSceneRasterWidth(), sourceProduct.getSceneRasterHeight(), 8L * stack.epochs() + 5L,
                sourceProduct.getPreferredTileSize());
    }

    @Override
    public void doExecute(ProgressMonitor pm) {
        factors.get();
    }

    private double[] readFactors() {
        if (normalisation.equals("NONE")) {
            double[] ones = new double[stack.epochs()];
            Arrays.fill(ones, 1.0);
            return ones;
        }
        double[] found = planFile == null ? equalMeans() : plannedMeans();
        for (int e = 0; e < found.length; e++) {
            record.setAttributeDouble("factor_" + stack.date(e), found[e]);
        }
        return found;
    }

    private double[] equalMeans() {
        return stack.equalMeans(this, targetProduct.getSceneRasterWidth(), targetProduct.getSceneRasterHeight(),
                new PixelDispersion(dispersion, stack.epochs()), this::checkForCancellation);
    }

    private double[] plannedMeans() {
        String dates = IntStream.range(0, stack.epochs()).mapToObj(stack::date).map(String::valueOf).collect(Collectors.joining(" "));
        String about = targetProduct.getSceneRasterWidth() + " x " + targetProduct.getSceneRasterHeight() + ", " + normalisation + ", "
                + dispersion + ", " + dates;
        Map<String, String> words = PlanFile.get(planFile, about, () -> Map.of("factors", PlanFile.text(equalMeans())));
        return PlanFile.doubles(words, "factors", stack.epochs());
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rectangle, ProgressMonitor pm) {
        double[] ready = factors.get();
        checkForCancellation();
        PixelDispersion idle = idleKernels.poll();
        PixelDispersion kernel = idle == null ? new PixelDispersion(dispersion, stack.epochs()) : idle;
        float[] values = new float[rectangle.width * rectangle.height];
        stack.compute(this, rectangle, ready, kernel, values);
        idleKernels.add(kernel);
        byte[] mask = new byte[values.length];
        int count = 0;
        for (int p = 0; p < values.length; p++) {
            mask[p] = (byte) (values[p] < limit ? 1 : 0);
            count += mask[p];
        }
        if (tiles.add(rectangle)) {
            selected.add(count);
        }
        write(targetTiles.get(dispersionBand), values);
        if (targetTiles.containsKey(maskBand)) {
            TargetSamples.write(mask, targetTiles.get(maskBand));
        }
    }

    private static void write(Tile tile, float[] values) {
        if (tile != null) {
            TargetSamples.write(values, tile);
        }
    }

    @Override
    public void dispose() {
        if (!tiles.isEmpty()) {
            getLogger().info("PS-Selection: " + selected.sum() + " of " + tiles.pixels() + " pixels have " + dispersion + " below "
                    + limit);
        }
        idleKernels.clear();
        super.dispose();
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PsSelectionOp.class);
        }
    }
}
