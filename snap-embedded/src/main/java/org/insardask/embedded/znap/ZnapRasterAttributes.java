package org.insardask.embedded.znap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.SampleCoding;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.embedded.io.SampleType;

/**
 * The attributes of bands and tie-point grids, named and left out as SNAP does: no factor 1, no offset 0, no no-data value 0. The unit
 * {@code deg} becomes {@code degree}, and a band with logarithmic scaling is stored as its geophysical values.
 */
final class ZnapRasterAttributes {
    static final String EXPRESSION = "virtual_band_expression";
    private static final String FILL_VALUE = "_FillValue";
    private static final String MEANINGS = "flag_meanings";
    private static final String MASKS = "flag_masks";
    private static final String VALUES = "flag_values";
    private static final String DESCRIPTIONS = "flag_descriptions";
    private static final String CODING = "name_sample_coding";

    private ZnapRasterAttributes() {
    }

    /** Adds the attributes of any raster. */
    static void write(RasterDataNode node, Map<String, Object> attributes) throws IOException {
        if (node.getDescription() != null) {
            attributes.put("long_name", node.getDescription());
        }
        if (node.getUnit() != null) {
            attributes.put("units", node.getUnit().equals("deg") ? "degree" : node.getUnit());
        }
        if (!node.isLog10Scaled()) {
            writeScaling(node, attributes);
        }
        double noData = noDataValue(node);
        if (noData != 0) {
            attributes.put(FILL_VALUE, number(noData, storedType(node)));
        }
        if (node.isNoDataValueUsed()) {
            attributes.put("no_data_value_used", true);
        }
        if (node.getValidPixelExpression() != null && !node.getValidPixelExpression().isBlank()) {
            attributes.put("valid_pixel_expression", node.getValidPixelExpression());
        }
    }

    private static void writeScaling(RasterDataNode node, Map<String, Object> attributes) throws IOException {
        if (storedType(node).isUnsigned()) {
            attributes.put("_Unsigned", "true");
        }
        if (node.getScalingFactor() != 1) {
            attributes.put("scale_factor", node.getScalingFactor());
        }
        if (node.getScalingOffset() != 0) {
            attributes.put("add_offset", node.getScalingOffset());
        }
    }

    /** Returns the type in which a raster is stored. */
    static SampleType storedType(RasterDataNode node) throws IOException {
        SampleType type = SampleType.of(node.getDataType(), "raster '" + node.getName() + "'");
        return node.isLog10Scaled() ? SampleType.FLOAT32 : type;
    }

    /** Returns the stored sample that stands for no data. */
    static double noDataValue(RasterDataNode node) {
        return node.isLog10Scaled() ? node.getGeophysicalNoDataValue() : node.getNoDataValue();
    }

    private static Number number(double value, SampleType type) {
        if (type == SampleType.FLOAT64) {
            return value;
        }
        return type == SampleType.FLOAT32 ? (Number) (float) value : (Number) (long) value;
    }

    /** Adds the attributes that only bands have. */
    static void writeBand(Band band, Map<String, Object> attributes) {
        if (band.getSpectralBandwidth() > 0) {
            attributes.put("bandwidth", band.getSpectralBandwidth());
            attributes.put("bandwidth_unit", "nm");
        }
        if (band.getSpectralWavelength() > 0) {
            attributes.put("wavelength", band.getSpectralWavelength());
            attributes.put("wavelength_unit", "nm");
        }
        if (band.getSolarFlux() > 0) {
            attributes.put("solar_flux", band.getSolarFlux());
        }
        if (band.getSpectralBandIndex() >= 0) {
            attributes.put("spectral_band_index", band.getSpectralBandIndex());
        }
        writeSampleCoding(band, attributes);
        if (band instanceof VirtualBand virtual) {
            attributes.put(EXPRESSION, virtual.getExpression());
        }
    }

    private static void writeSampleCoding(Band band, Map<String, Object> attributes) {
        SampleCoding coding = band.getFlagCoding() == null ? band.getIndexCoding() : band.getFlagCoding();
        if (coding == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        List<Integer> masks = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        boolean withValues = coding instanceof IndexCoding;
        for (MetadataAttribute sample : coding.getAttributes()) {
            ProductData data = sample.getData();
            names.add(sample.getName());
            descriptions.add(sample.getDescription());
            masks.add(data.getElemInt());
            values.add(data.getElemIntAt(data.getNumElems() > 1 ? 1 : 0));
            withValues |= data.getNumElems() > 1;
        }
        attributes.put(CODING, coding.getName());
        attributes.put(MEANINGS, names);
        if (coding instanceof FlagCoding) {
            attributes.put(MASKS, masks);
        }
        if (withValues) {
            attributes.put(VALUES, values);
        }
        if (descriptions.stream().anyMatch(text -> text != null && !text.isBlank())) {
            attributes.put(DESCRIPTIONS, descriptions);
        }
    }

    /** Sets what {@link #write} adds. */
    static void read(Attributes attributes, RasterDataNode node) throws IOException {
        node.setDescription(attributes.text("long_name"));
        node.setUnit(attributes.text("units"));
        node.setScalingFactor(attributes.number("scale_factor", 1));
        node.setScalingOffset(attributes.number("add_offset", 0));
        node.setNoDataValue(attributes.number(FILL_VALUE, attributes.number("missing_value", 0)));
        node.setNoDataValueUsed(attributes.isTrue("no_data_value_used"));
        if (attributes.has("valid_pixel_expression")) {
            node.setValidPixelExpression(attributes.text("valid_pixel_expression"));
        }
    }

    /** Sets what {@link #writeBand} adds, and the coding of the product. */
    static void readBand(Attributes attributes, Band band, Product product) throws IOException {
        band.setSpectralBandwidth((float) attributes.number("bandwidth", 0));
        band.setSpectralWavelength((float) attributes.number("wavelength", 0));
        band.setSolarFlux((float) attributes.number("solar_flux", 0));
        band.setSpectralBandIndex((int) attributes.number("spectral_band_index", -1));
        if (!attributes.has(MEANINGS)) {
            return;
        }
        String name = attributes.has(CODING) ? attributes.text(CODING) : band.getName();
        if (attributes.has(MASKS)) {
            FlagCoding known = product.getFlagCodingGroup().get(name);
            band.setSampleCoding(known == null ? flags(attributes, name, product) : known);
        } else if (attributes.has(VALUES)) {
            IndexCoding known = product.getIndexCodingGroup().get(name);
            band.setSampleCoding(known == null ? indices(attributes, name, product) : known);
        }
    }

    /** A coding in which some flags have values has values for all; one that equals its mask is that of a plain flag. */
    private static FlagCoding flags(Attributes attributes, String name, Product product) throws IOException {
        List<String> names = attributes.texts(MEANINGS);
        List<Integer> masks = list(attributes, MASKS, names.size());
        List<Integer> values = attributes.has(VALUES) ? list(attributes, VALUES, names.size()) : null;
        List<String> descriptions = descriptions(attributes, names.size());
        FlagCoding coding = new FlagCoding(name);
        for (int i = 0; i < names.size(); i++) {
            if (values == null || values.get(i).equals(masks.get(i))) {
                coding.addFlag(names.get(i), masks.get(i), descriptions.get(i));
            } else {
                coding.addFlag(names.get(i), masks.get(i), values.get(i), descriptions.get(i));
            }
        }
        product.getFlagCodingGroup().add(coding);
        return coding;
    }

    private static IndexCoding indices(Attributes attributes, String name, Product product) throws IOException {
        List<String> names = attributes.texts(MEANINGS);
        List<Integer> values = list(attributes, VALUES, names.size());
        List<String> descriptions = descriptions(attributes, names.size());
        IndexCoding coding = new IndexCoding(name);
        for (int i = 0; i < names.size(); i++) {
            coding.addIndex(names.get(i), values.get(i), descriptions.get(i));
        }
        product.getIndexCodingGroup().add(coding);
        return coding;
    }

    private static List<Integer> list(Attributes attributes, String name, int size) throws IOException {
        List<Integer> list = attributes.integers(name);
        if (list.size() != size) {
            throw new IOException(attributes.path() + ": attribute '" + name + "' has " + list.size() + " values, expected " + size
                    + " as in '" + MEANINGS + "'");
        }
        return list;
    }

    private static List<String> descriptions(Attributes attributes, int size) throws IOException {
        List<String> texts = new ArrayList<>(attributes.texts(DESCRIPTIONS));
        while (texts.size() < size) {
            texts.add(null);
        }
        return texts;
    }
}
