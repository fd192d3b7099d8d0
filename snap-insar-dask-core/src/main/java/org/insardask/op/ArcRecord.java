package org.insardask.op;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcTerm;
import org.insardask.stack.SnapDate;
import org.insardask.stack.StackDescription;

/** The metadata element that says how arcs were unwrapped. */
final class ArcRecord {

    /** Name of the element. */
    static final String NAME = "Arc_Unwrapping";

    private final Product product;
    private final MetadataElement element;
    private final List<String> dates;

    private ArcRecord(Product product, MetadataElement element, List<String> dates) {
        this.product = product;
        this.element = element;
        this.dates = dates;
    }

    /** Adds the element to the metadata of the target. */
    static ArcRecord add(Product product, StackDescription stack, ArcModel model, ArcOptions options, HeightSource heights) {
        MetadataElement element = new MetadataElement(NAME);
        product.getMetadataRoot().addElement(element);
        element.setAttributeString("convention", "double difference = target * conj(reference) of mother * conj(daughter); phase = -4 pi / "
                + "wavelength * displacement; displacement positive towards the satellite, height positive up");
        element.setAttributeString("source_kind", stack.kind().name());
        element.setAttributeString("mother", SnapDate.format(stack.mother().date()));
        List<String> dates = stack.epochs().stream().map(epoch -> SnapDate.format(epoch.date())).toList();
        element.setAttributeInt("epochs", dates.size());
        element.setAttributeString("epoch_dates", String.join(",", dates));
        element.setAttributeDouble("wavelength", -4.0 * Math.PI / 1000.0 * model.millimetresPerRadian());
        element.setAttributeString("method", options.method().name());
        element.setAttributeDouble("search_miss_probability", options.missProbability());
        element.setAttributeString("max_search_nodes", Long.toString(options.maxNodes()));
        if (options.method().isStructured()) {
            element.setAttributeDouble("min_search_success", options.minSearchSuccess());
        }
        if (options.method() == ArcMethod.PAR) {
            element.setAttributeDouble("min_success_rate", options.minSuccessRate());
        } else if (options.method() == ArcMethod.ILS_RATIO_TEST) {
            element.setAttributeString("ratio_test", options.ratioRule().toString());
        }
        element.setAttributeString("estimate", options.priorInEstimate() ? "WITH_PRIOR" : "WEIGHTED");
        for (int c = 0; c < model.parameters(); c++) {
            element.setAttributeDouble("prior_sigma_" + ArcOutput.termName(model.term(c)), model.priorSigma(c));
        }
        if (heights != null) {
            element.setAttributeString("height_to_phase", heights.description());
            element.setAttributeInt("height_to_phase_sign", (int) heights.sign());
        }
        ArcRecord record = new ArcRecord(product, element, dates);
        if (model.indexOf(ArcTerm.THERMAL) >= 0) {
            record.addByEpoch("temperature_difference", model::temperature);
        }
        return record;
    }

    /** Adds a child element with a number for each epoch, named by its date. */
    private void addByEpoch(String name, IntToDoubleFunction value) {
        MetadataElement child = new MetadataElement(name);
        for (int e = 0; e < dates.size(); e++) {
            child.setAttributeDouble(dates.get(e), value.applyAsDouble(e));
        }
        element.addElement(child);
    }

    /** Says which pixel was chosen; where the best is looked for, it is not known yet. */
    void setChoice(ReferenceChoice choice) {
        element.setAttributeString("reference_by", choice.how());
        if (!choice.isBest()) {
            setPosition(element, product, choice.x(), choice.y());
        }
    }

    /** Says which pixels were chosen, in the words of Re-Reference. */
    void setChoice(ReferencePixels pixels) {
        pixels.record(element);
        element.setAttributeString("reference_formula", "phase of the mean of the unit vectors of the pixels' single differences");
    }

    /** Says where sigma came from. */
    void setQuality(String quality, String curveOrBand) {
        element.setAttributeString("quality", quality);
        element.setAttributeString(quality.equals("BAND") ? "quality_band" : "sigma_curve", curveOrBand);
    }

    /** Everything that the element says so far. */
    @Override
    public String toString() {
        return Arrays.stream(element.getAttributes()).map(attribute -> attribute.getName() + "=" + attribute.getData().getElemString())
                .collect(Collectors.joining(", "));
    }

    /** Says what the reference is, once it is known. */
    void setReference(ReferenceSeries reference) {
        ReferenceSeries.Place place = reference.place();
        if (place.isPixel()) {
            setPosition(element, product, place.x(), place.y());
        } else {
            element.setAttributeString("reference_pixels", Long.toString(place.pixels()));
            element.setAttributeString("reference_pixels_without_data", Long.toString(place.leftOut()));
            element.setAttributeDouble("reference_likeness", place.likeness());
        }
        element.setAttributeDouble("reference_phase_sigma", reference.sigma());
        element.setAttributeInt("reference_valid_epochs", reference.validEpochs());
        double[] factors = reference.heightToPhase();
        if (factors != null) {
            addByEpoch("reference_height_to_phase", e -> factors[e]);
        }
    }

    /** Writes the place of a reference pixel into an element of a product's metadata. */
    static void setPosition(MetadataElement element, Product product, int x, int y) {
        element.setAttributeInt("reference_x", x);
        element.setAttributeInt("reference_y", y);
        GeoCoding geoCoding = product.getSceneGeoCoding();
        if (geoCoding != null && geoCoding.canGetGeoPos()) {
            GeoPos position = geoCoding.getGeoPos(new PixelPos(x + 0.5, y + 0.5), null);
            if (position != null && position.isValid()) {
                element.setAttributeDouble("reference_latitude", position.lat);
                element.setAttributeDouble("reference_longitude", position.lon);
            }
        }
    }
}
