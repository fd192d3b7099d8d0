package org.insardask.op;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.arc.ArcFlag;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcResult;
import org.insardask.stack.OutputNames;

/** The target bands of Arc-Unwrapping. Immutable once made. */
final class ArcTarget {

    /** No-data value of the ambiguities. */
    static final short NO_AMBIGUITY = Short.MIN_VALUE;

    private final Product product;
    private final ArcModel model;
    private final List<LocalDate> dates;
    private final List<ScalarBand> scalars = new ArrayList<>();
    private final List<SeriesBands> series = new ArrayList<>();
    private final List<Band> ambiguities = new ArrayList<>();
    private Band status;
    private Band phaseSigma;

    /** A band and where its values come from. */
    record ScalarBand(Band band, ToDoubleFunction<ArcResult> value) {
    }

    /** The bands of all epochs of a series. */
    record SeriesBands(ArcOutput output, List<Band> bands, ArcOutput.Series series) {
    }

    /** Adds the bands of some groups to a product. */
    ArcTarget(Product product, ArcModel model, List<LocalDate> dates, Set<ArcOutput> outputs) {
        this.product = product;
        this.model = model;
        this.dates = dates;
        outputs.forEach(this::add);
    }

    private void add(ArcOutput output) {
        for (ArcOutput.Scalar scalar : output.scalars(model)) {
            scalars.add(new ScalarBand(addFloat(scalar.name(), scalar.unit(), scalar.description()), scalar.value()));
        }
        if (output == ArcOutput.QUALITY) {
            phaseSigma = addFloat("phase_sigma", "rad", "standard deviation of the double-difference phase, both ends together");
            status = addStatus();
        }
        if (output.isSeries()) {
            List<Band> bands = dates.stream().map(date -> addFloat(output.bandName(date), "mm", output.description())).toList();
            series.add(new SeriesBands(output, bands, output.series(model)));
        }
        if (output == ArcOutput.AMBIGUITIES) {
            dates.forEach(date -> ambiguities.add(addAmbiguity(date)));
        }
    }

    private Band addFloat(String name, String unit, String description) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setDescription(description);
        band.setNoDataValue(Double.NaN);
        band.setNoDataValueUsed(true);
        return band;
    }

    private Band addAmbiguity(LocalDate date) {
        Band band = product.addBand(OutputNames.ambiguity(date), ProductData.TYPE_INT16);
        band.setUnit("cycles");
        band.setDescription("unwrapped phase = wrapped phase + 2 pi times this");
        band.setNoDataValue(NO_AMBIGUITY);
        band.setNoDataValueUsed(true);
        return band;
    }

    private Band addStatus() {
        FlagCoding coding = new FlagCoding("status");
        coding.setDescription("How the arc was solved");
        for (ArcFlag flag : ArcFlag.values()) {
            coding.addFlag(flag.label(), flag.mask(), flag.description());
        }
        product.getFlagCodingGroup().add(coding);
        Band band = product.addBand("status", ProductData.TYPE_INT16);
        band.setDescription("How the arc was solved");
        band.setSampleCoding(coding);
        return band;
    }

    List<ScalarBand> scalars() {
        return scalars;
    }

    List<SeriesBands> series() {
        return series;
    }

    List<Band> ambiguities() {
        return ambiguities;
    }

    /** The status band, null where it is not wanted. */
    Band status() {
        return status;
    }

    /** The band of sigma, null where it is not wanted. */
    Band phaseSigma() {
        return phaseSigma;
    }
}
