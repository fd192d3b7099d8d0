package org.insardask.op;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.BandName;
import org.insardask.stack.ComplexBandName;
import org.insardask.stack.Component;
import org.insardask.stack.InterferogramBandName;
import org.insardask.stack.OutputNames;
import org.insardask.stack.SeriesBandName;
import org.insardask.stack.SlcBandName;
import org.insardask.stack.StackException;
import org.insardask.stm.PointColumn;
import org.insardask.stm.PointsProduct;

/** The bands of a product as columns of a table of points. */
final class ExportColumns {

    /** The series that maps show, the first that there is. */
    private static final List<String> USUAL_SERIES = List.of(OutputNames.UNWRAPPED_SERIES, "d", "deformation", "displacement");
    private static final Set<String> PLACES = Set.of(PointsProduct.LATITUDE, PointsProduct.LONGITUDE);

    private final Map<Band, PointColumn> columns = new LinkedHashMap<>();
    private Optional<LocalDate> mother = Optional.empty();

    private ExportColumns() {
    }

    /** All bands of the product that can be columns. */
    static ExportColumns of(Product product) {
        ExportColumns found = new ExportColumns();
        for (Band band : product.getBands()) {
            boolean sized = band.getRasterWidth() == product.getSceneRasterWidth()
                    && band.getRasterHeight() == product.getSceneRasterHeight();
            if (sized && !(band instanceof VirtualBand) && !PLACES.contains(band.getName())) {
                found.columns.put(band, found.column(band));
            }
        }
        return found;
    }

    private PointColumn column(Band band) {
        Optional<ComplexBandName> complex = complexName(band);
        if (complex.isPresent()) {
            Optional<LocalDate> date = date(complex.get());
            if (date.isPresent()) {
                String name = complex.get() instanceof InterferogramBandName ? "ifg" : "complex";
                return column(band, name, date, Optional.of(complex.get().component()));
            }
        }
        Optional<SeriesBandName> series = SeriesBandName.ofAny(band.getName());
        return column(band, series.map(SeriesBandName::series).orElse(band.getName()), series.map(SeriesBandName::date), Optional.empty());
    }

    private static Optional<ComplexBandName> complexName(Band band) {
        boolean part = Component.REAL.unit().equals(band.getUnit()) || Component.IMAGINARY.unit().equals(band.getUnit());
        try {
            return part ? BandName.parse(band.getName()).filter(ComplexBandName.class::isInstance).map(ComplexBandName.class::cast)
                    : Optional.empty();
        } catch (StackException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(ComplexBandName name) {
        if (name instanceof InterferogramBandName ifg) {
            mother = Optional.of(ifg.mother());
            return Optional.of(ifg.daughter());
        }
        SlcBandName image = (SlcBandName) name;
        if (image.role().mother()) {
            mother = image.date();
        }
        return image.date();
    }

    private static PointColumn column(Band band, String name, Optional<LocalDate> date, Optional<Component> part) {
        Map<Integer, String> texts = new HashMap<>();
        IndexCoding coding = band.getIndexCoding();
        if (coding != null) {
            for (String index : coding.getIndexNames()) {
                String text = coding.getIndex(index).getDescription();
                texts.put(coding.getIndexValue(index), text == null || text.isEmpty() ? index : text);
            }
        }
        boolean scaled = band.isScalingApplied();
        int type = scaled && !band.isFloatingPointType() ? ProductData.TYPE_FLOAT64 : band.getDataType();
        double missing = band.isNoDataValueUsed() ? band.getNoDataValue() : Double.NaN;
        return new PointColumn(name, date, part, type, band.getUnit() == null ? "" : band.getUnit(), missing, texts);
    }

    /** The days of all epochs, that of the mother too where bands say it. */
    SortedSet<LocalDate> dates() {
        TreeSet<LocalDate> dates = new TreeSet<>();
        columns.values().forEach(column -> column.date().ifPresent(dates::add));
        mother.ifPresent(dates::add);
        return dates;
    }

    /** Day of the mother, where bands say. */
    Optional<LocalDate> mother() {
        return mother;
    }

    /** The series that a parameter names, else the usual one; empty for none. */
    String mainSeries(String wanted) {
        List<String> there = columns.values().stream().filter(column -> column.date().isPresent()).map(PointColumn::name).distinct()
                .toList();
        String name = ParameterTexts.textOrNull(wanted);
        if (name == null) {
            return USUAL_SERIES.stream().filter(there::contains).findFirst().orElse("");
        }
        if (name.equals("none")) {
            return "";
        }
        if (!there.contains(name)) {
            throw new OperatorException("series = '" + name + "': there is no such series, expected none or one of " + there);
        }
        return name;
    }

    /** All columns of a matrix; parts of images that follow from displacements, and their factors, only where they do not. */
    Map<Band, PointColumn> ofMatrix(boolean complexNumbers) {
        boolean displacements = has("d");
        boolean raw = has(SeriesBandName.HEIGHT_TO_PHASE);
        Map<Band, PointColumn> chosen = new LinkedHashMap<>();
        columns.forEach((band, column) -> {
            boolean follows = !complexNumbers && ((column.part().isPresent() && displacements)
                    || (column.name().equals(SeriesBandName.HEIGHT_TO_PHASE + "_values") && raw));
            if (!follows) {
                chosen.put(band, column);
            }
        });
        return chosen;
    }

    private boolean has(String series) {
        return columns.values().stream().anyMatch(column -> column.date().isPresent() && column.name().equals(series));
    }

    /** The columns of a map: all values of points and one series. */
    Map<Band, PointColumn> ofMap(String series) {
        Map<Band, PointColumn> chosen = new LinkedHashMap<>();
        columns.forEach((band, column) -> {
            if (column.part().isEmpty() && (column.date().isEmpty() || column.name().equals(series))) {
                chosen.put(band, column);
            }
        });
        return chosen;
    }

    /** The columns of bands that a parameter names. */
    Map<Band, PointColumn> ofBands(Product product, String[] names) {
        Map<Band, PointColumn> chosen = new LinkedHashMap<>();
        for (Band band : ProductBands.choose(product, "bands", names, List.of())) {
            PointColumn column = columns.get(band);
            if (column == null) {
                throw new OperatorException("bands: '" + band.getName() + "' is a virtual band or one of coordinates, expected another of "
                        + String.join(", ", new ArrayList<>(Arrays.asList(product.getBandNames()))));
            }
            chosen.put(band, column);
        }
        return chosen;
    }
}
