package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
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
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcTerm;
import org.insardask.arc.RatioRule;
import org.insardask.arc.SigmaCurve;
import org.insardask.stack.ChannelKey;
import org.insardask.stack.Epoch;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackException;
import org.insardask.stack.StackReader;

/**
 * Unwraps the phase of every pixel of a stack against a reference pixel by integer least squares, and estimates offset, velocity, height
 * and thermal expansion.
 */
@OperatorMetadata(
        alias = "Arc-Unwrapping",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Unwraps the phase time series of every pixel against a reference pixel by integer least squares, and estimates "
                + "displacement, velocity, height and thermal expansion with their quality.")
public class ArcUnwrappingOp extends Operator {

    @SourceProduct(alias = "source", label = "Stack",
            description = "A stack of images or of interferograms, or the first of several products that share one mother.")
    private Product sourceProduct;

    @SourceProducts(label = "Further products", description = "The other products, where there is one for each epoch or pair.")
    private Product[] furtherProducts;

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "Reference column", description = "Column of the reference pixel, from 0. Without a reference the pixel of best "
            + "quality is taken.")
    private Integer referenceX;

    @Parameter(label = "Reference row", description = "Row of the reference pixel, from 0.")
    private Integer referenceY;

    @Parameter(label = "Reference latitude", unit = "deg", interval = "[-90,90]",
            description = "Latitude of the reference (WGS84), instead of column and row.")
    private Double referenceLat;

    @Parameter(label = "Reference longitude", unit = "deg", interval = "[-180,360]",
            description = "Longitude of the reference (WGS84), instead of column and row.")
    private Double referenceLon;

    @Parameter(label = "Reference pixels",
            description = "Several pixels whose mean is the reference: columns and rows from 0, such as 110,86 20,30.")
    private String pixels;

    @Parameter(label = "Vector file of the reference", description = "Polygons whose pixels' mean is the reference: "
            + ParameterTexts.POLYGON_FORMATS + ".")
    private File vectorFile;

    @Parameter(label = "Layer", description = "Layer of the vector file. Without it, the first one.")
    private String layer;

    @Parameter(label = "Polygon field", description = "Attribute by which polygons are chosen. Without it, all are taken.")
    private String polygonField;

    @Parameter(label = "Polygon value", description = "Value of the polygon field; every polygon that has it is taken.")
    private String polygonValue;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of the geocoding, for polygons.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84), instead of the geocoding, for polygons.")
    private String latitudeBand;

    @Parameter(label = "Coordinate reference system",
            description = "System of the polygons' coordinates, for example EPSG:28992, instead of what the vector file says.")
    private String crs;

    @Parameter(label = "Method", defaultValue = "ILS", valueSet = {"ILS", "ILS_RATIO_TEST", "PAR", "STRUCTURED",
        "BOOTSTRAPPING", "ROUNDING", "PERIODOGRAM"},
            description = "ILS: integer least squares, proven where the node limit allows. ILS_RATIO_TEST: the same, and nothing where the "
                    + "second best is nearly as good. PAR: fixes only what reaches the minimum success rate (LAMBDA). STRUCTURED: ILS with "
                    + "its probabilistic pruning alone. BOOTSTRAPPING, ROUNDING: after decorrelation (LAMBDA). PERIODOGRAM: largest "
                    + "coherence on a grid of at most three terms beside the offset.")
    private String method;

    @Parameter(label = "Search miss probability", defaultValue = "1e-6", interval = "[0,0.5]",
            description = "Probability with which the pruning of the search may cut the best branch; 0 is exact.")
    private double searchMissProbability;

    @Parameter(label = "Maximum search nodes", defaultValue = "1000000", interval = "[1,*)",
            description = "A search that visits more nodes ends; the arc is flagged as node_limit, and not as solved.")
    private int maxSearchNodes;

    @Parameter(label = "Minimum success rate of a search", defaultValue = "0.5", interval = "[0,1)",
            description = "ILS, ILS_RATIO_TEST, STRUCTURED: arcs of a smaller bootstrapped success rate only get a short search, and are "
                    + "flagged as hopeless where it does not do (mostly from 24 epochs on); 0 searches all. The exact search (miss "
                    + "probability 0) searches all.")
    private double minSearchSuccess;

    @Parameter(label = "Minimum success rate", defaultValue = "0.995", interval = "(0,1)",
            description = "For PAR: the ambiguities that are fixed are right together with at least this probability.")
    private double minSuccessRate;

    @Parameter(label = "Ratio failure rate", defaultValue = "0.001", interval = "[0.001,0.05]",
            description = "For ILS_RATIO_TEST: the threshold of each arc keeps arcs that are accepted and wrong below this share.")
    private double ratioFailureRate;

    @Parameter(label = "Ratio threshold", interval = "(0,1]", description = "For ILS_RATIO_TEST, instead of the failure rate: an arc is "
            + "accepted where norm_ratio is at most this.")
    private Double ratioThreshold;

    @Parameter(label = "Prior sigma of the offset", defaultValue = "0.3", unit = "rad", interval = "(0,*)",
            description = "Prior standard deviation of the constant phase.")
    private double sigmaOffset;

    @Parameter(label = "Prior sigma of the velocity", defaultValue = "10", unit = "mm/year", interval = "(0,*)",
            description = "Prior standard deviation of the linear displacement.")
    private double sigmaVelocity;

    @Parameter(label = "Prior sigma of the height", defaultValue = "20", unit = "m", interval = "(0,*)",
            description = "Prior standard deviation of the height difference.")
    private double sigmaHeight;

    @Parameter(label = "Prior sigma of the thermal expansion", defaultValue = "0.5", unit = "mm/degC", interval = "(0,*)",
            description = "Prior standard deviation of the displacement by temperature.")
    private double sigmaThermal;

    @Parameter(label = "Prior sigma of the quadratic displacement", defaultValue = "2", unit = "mm/year^2", interval = "(0,*)",
            description = "Prior standard deviation of the displacement with the square of time.")
    private double sigmaQuadratic;

    @Parameter(label = "Prior sigma of the seasonal displacement", defaultValue = "3", unit = "mm", interval = "(0,*)",
            description = "Prior standard deviation of the sine and of the cosine of one year.")
    private double sigmaSeasonal;

    @Parameter(label = "Terms", defaultValue = "offset,velocity,height,thermal",
            valueSet = {"offset", "velocity", "height", "thermal", "quadratic", "seasonal"},
            description = "Which parameters are estimated; thermal needs temperatureFile, seasonal is the sine and the cosine of one year.")
    private String[] terms;

    @Parameter(label = "Temperature file", description = "CSV file: date,temperature (ISO date, degC), one line for the mother and every "
            + "epoch. The model uses the difference to the temperature of the mother.")
    private File temperatureFile;

    @Parameter(label = "Wavelength", unit = "m", interval = "(0,*)", description = "Radar wavelength; without it that of radar_frequency "
            + "in the metadata.")
    private Double wavelength;

    @Parameter(label = "Height to phase", defaultValue = "AUTO", notNull = true, valueSet = {"AUTO", "BANDS", "BASELINES"},
            description = "Source of the height-to-phase factor, baseline / (range sin(incidence)) in m/m. AUTO: bands where every epoch "
                    + "has one, else the perpendicular baselines of the metadata.")
    private String heightToPhase;

    @Parameter(label = "Height to phase sign", defaultValue = "1", valueSet = {"1", "-1"},
            description = "-1 where the height-to-phase bands were made for conjugated phases.")
    private int heightToPhaseSign;

    @Parameter(label = "Quality", defaultValue = "NMAD", notNull = true, valueSet = {"NMAD", "NAD", "BAND"},
            description = "Phase sigma of a pixel: from the dispersion of its amplitudes (of the interferograms where there are no "
                    + "images), or from a band.")
    private String quality;

    @Parameter(label = "Quality band", description = "Band of the phase sigma (rad), for quality BAND.")
    private String qualityBand;

    @Parameter(label = "Sigma curve", defaultValue = "MEAN_2_SIGMA", notNull = true, valueSet = {"MEAN", "MEAN_2_SIGMA"},
            description = "Polynomial that turns amplitude dispersion into phase sigma: mean, or mean and two sigma.")
    private String sigmaCurve;

    @Parameter(label = "Quality threshold", interval = "[0,*)",
            description = "Pixels whose NMAD, NAD or quality band is larger are not unwrapped.")
    private Double qualityThreshold;

    @Parameter(label = "Estimate", defaultValue = "WEIGHTED", notNull = true, valueSet = {"WEIGHTED", "WITH_PRIOR"},
            description = "WEIGHTED: least squares of the unwrapped phase alone. WITH_PRIOR: the prior is used too, which is better "
                    + "for short series.")
    private String estimate;

    @Parameter(label = "Outputs", defaultValue = "PARAMETERS,QUALITY,UNWRAPPED", valueSet = {"PARAMETERS", "UNCERTAINTY", "QUALITY",
        "UNWRAPPED", "WRAPPED", "ESTIMATED", "DISPLACEMENT", "HEIGHT", "THERMAL", "AMBIGUITIES"},
            description = "Groups of target bands.")
    private String[] outputs;

    @Parameter(label = "Copy source bands", defaultValue = "true", description = "Copy the bands of the source that are not part of the "
            + "stack, such as attributes of polygons, elevation and coordinates.")
    private boolean copySourceBands;

    @Parameter(label = "Sub-swath and polarisation",
            description = "Which bands to take where the sources hold several, for example VV or IW1_VV.")
    private String channel;

    @Parameter(label = "Plan file", description = ParameterTexts.PLAN_FILE)
    private File planFile;

    private StackDescription stack;
    private PixelQuality pixelQuality;
    private HeightSource heights;
    private ArcModel model;
    private ArcOptions options;
    private ArcReference reference;
    private ReferenceReader referenceReader;
    /** Null where the best pixel is not looked for. */
    private BestPixelOp search;
    private ArcRecord record;
    private ArcTiles tiles;
    private ArcReport report;
    /** The plan, with the reference: read once, before the first tile. */
    private final Once<ArcPlan> plan = new Once<>(this::makePlan);

    @Override
    public void initialize() {
        try {
            Product[] sources = FurtherProducts.withFirst(this, sourceProduct, furtherProducts);
            sourceProduct = sources[0];
            stack = readStack(sources);
            Set<ArcOutput> groups = ParameterWords.set(ArcOutput.class, outputs, "outputs");
            model = createModel();
            requireTerms(groups);
            options = createOptions(groups);
            TermChoice.check(model, options.method());
            heights = model.dependsOnPosition() ? HeightSource.choose(stack, heightToPhase, heightToPhaseSign) : null;
            pixelQuality = createQuality(sources);
            ArcSources arcSources = new ArcSources(stack);
            reference = ArcReference.of(new ArcReference.Position(referenceX, referenceY, referenceLat, referenceLon),
                    new ReferenceWords(pixels, vectorFile, layer, polygonField, polygonValue, longitudeBand, latitudeBand, crs),
                    stack.mother().source(), getLogger());
            referenceReader = new ReferenceReader(this, arcSources, pixelQuality, heights);
            search = reference.newSearch(arcSources, pixelQuality, stack);
            report = new ArcReport(stack.width(), stack.height());
            targetProduct = createTarget();
            ArcTarget target = addBands(groups);
            tiles = new ArcTiles(this, this::checkForCancellation, arcSources, pixelQuality, heights, target, report);
        } catch (StackException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private StackDescription readStack(Product[] sources) {
        StackReader reader = StackReader.of(sources);
        return (channel == null || channel.isBlank() ? reader : reader.channel(ChannelKey.parse(channel.trim()))).read();
    }

    private ArcModel createModel() {
        List<ArcTerm> chosen = TermChoice.terms(terms);
        double[] prior = chosen.stream().mapToDouble(this::priorSigma).toArray();
        return ArcModels.of(stack, chosen, prior, wavelength, temperatureFile);
    }

    private void requireTerms(Set<ArcOutput> groups) {
        for (ArcOutput group : groups) {
            group.needed().filter(term -> model.indexOf(term) < 0).ifPresent(term -> {
                throw new OperatorException("outputs " + group + " needs the term " + ArcOutput.termName(term) + ", and terms is "
                        + String.join(",", terms));
            });
        }
    }

    private List<LocalDate> dates() {
        return stack.epochs().stream().map(Epoch::date).toList();
    }

    private double priorSigma(ArcTerm term) {
        return switch (term) {
            case OFFSET -> sigmaOffset;
            case VELOCITY -> sigmaVelocity;
            case HEIGHT -> sigmaHeight;
            case THERMAL -> sigmaThermal;
            case QUADRATIC -> sigmaQuadratic;
            case SEASONAL_SINE, SEASONAL_COSINE -> sigmaSeasonal;
        };
    }

    private ArcOptions createOptions(Set<ArcOutput> groups) {
        return new ArcOptions(ParameterWords.one(ArcMethod.class, method, "method"), searchMissProbability, maxSearchNodes,
                estimate.equals("WITH_PRIOR"), groups.contains(ArcOutput.QUALITY), minSuccessRate,
                ratioThreshold == null ? RatioRule.failureRate(ratioFailureRate) : RatioRule.threshold(ratioThreshold),
                minSearchSuccess);
    }

    private PixelQuality createQuality(Product[] sources) {
        double threshold = qualityThreshold == null ? Double.POSITIVE_INFINITY : qualityThreshold;
        boolean named = qualityBand != null && !qualityBand.isBlank();
        if (quality.equals("BAND")) {
            if (!named) {
                throw new OperatorException("quality is BAND, expected the name of the band in qualityBand");
            }
            return PixelQuality.ofBand(sources, qualityBand.trim(), stack.width(), stack.height(), threshold);
        }
        if (named) {
            throw new OperatorException("qualityBand is '" + qualityBand + "', but quality is " + quality + ", expected BAND");
        }
        AmplitudeDispersion dispersion = ParameterWords.one(AmplitudeDispersion.class, quality, "quality");
        String curve = dispersion + (sigmaCurve.equals("MEAN") ? "_MEAN" : "_2_SIGMA");
        return PixelQuality.ofAmplitudes(dispersion, ParameterWords.one(SigmaCurve.class, curve, "sigmaCurve"), threshold);
    }

    private Product createTarget() {
        Product source = stack.mother().source();
        Product product = new Product(source.getName() + "_arcs", "ARCS", stack.width(), stack.height());
        ProductUtils.copyMetadata(source, product);
        ProductUtils.copyTiePointGrids(source, product);
        ProductUtils.copyGeoCoding(source, product);
        product.setStartTime(source.getStartTime());
        product.setEndTime(source.getEndTime());
        return product;
    }

    private ArcTarget addBands(Set<ArcOutput> groups) {
        ArcTarget target = new ArcTarget(targetProduct, model, dates(), groups);
        record = ArcRecord.add(targetProduct, stack, model, options, heights);
        reference.record(record);
        record.setQuality(quality, pixelQuality.needsAmplitudes() ? sigmaCurve : qualityBand);
        Dimension tile = tileSize(targetProduct.getNumBands());
        if (copySourceBands) {
            CopiedBands.copyOthers(stack, targetProduct, this::reportNewName);
        }
        targetProduct.setPreferredTileSize(tile);
        return target;
    }

    private Dimension tileSize(int targetBands) {
        int n = stack.epochs().size();
        long bytesPerPixel = 8L * (n + 1) + 4L * targetBands
                + ArcTileBuffers.bytesPerPixel(n, heights != null, pixelQuality.needsAmplitudes());
        return ArcTileSize.of(stack.width(), stack.height(), bytesPerPixel, stack.mother().source().getPreferredTileSize());
    }

    private void reportNewName(String name, String newName) {
        getLogger().warning("Arc-Unwrapping: the source band '" + name + "' is copied as '" + newName
                + "', because a band of the target has its name");
    }

    @Override
    public void doExecute(ProgressMonitor pm) {
        plan.get();
    }

    private ArcPlan makePlan() {
        ReferenceSeries series = planFile == null ? readReference() : plannedReference();
        record.setReference(series);
        reference.report(series, targetProduct.getName(), heights, qualityThreshold, getLogger());
        if (heights != null) {
            String contradictions = HeightSource.contradictions(stack, series.heightToPhase());
            if (!contradictions.isEmpty()) {
                getLogger().warning("Arc-Unwrapping: height-to-phase bands, with sign " + heightToPhaseSign
                        + ", and the perpendicular baselines of the metadata have opposite signs at " + contradictions
                        + "; heights come out with the wrong sign if heightToPhaseSign is wrong");
            }
        }
        KeptSamples kept = search == null ? null : search.kept();
        return new ArcPlan(series, kept == null ? KeptSamples.none() : kept, model, options);
    }

    private ReferenceSeries readReference() {
        return reference.read(this, referenceReader, search, model.parameters() + 1);
    }

    private ReferenceSeries plannedReference() {
        String about = stack.width() + " x " + stack.height() + ", " + dates() + ", threshold " + qualityThreshold + ", " + record;
        Map<String, String> words = PlanFile.get(planFile, about, () -> ReferencePlan.words(readReference()));
        return ReferencePlan.read(words, stack.epochs().size(), heights != null);
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rectangle, ProgressMonitor pm) {
        if (tiles.compute(plan.get(), targetTiles, rectangle)) {
            logReport();
        }
    }

    private void logReport() {
        getLogger().info("Arc-Unwrapping: " + targetProduct.getName() + ": " + report.text());
    }

    @Override
    public void dispose() {
        if (tiles != null) {
            tiles.dispose();
        }
        if (report != null && report.isIncomplete()) {
            logReport();
        }
        super.dispose();
    }

    /** Registers the operator. */
    public static class Spi extends OperatorSpi {

        public Spi() {
            super(ArcUnwrappingOp.class);
        }
    }
}
