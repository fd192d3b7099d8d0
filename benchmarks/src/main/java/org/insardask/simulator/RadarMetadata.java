package org.insardask.simulator;

import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntFunction;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.ProductData;

/** The Abstracted_Metadata of a simulated acquisition, as far as operators look at it. */
final class RadarMetadata {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ENGLISH);
    private static final String FIRST_LINE = " 05:50:35.812250";
    private static final double FIRST_LINE_SECOND = 35.812250;

    private final SimulationSettings settings;
    private final Acquisitions acquisitions;

    RadarMetadata(StackSimulator simulator) {
        this.settings = simulator.settings();
        this.acquisitions = simulator.acquisitions();
    }

    static ProductData.UTC startTime(LocalDate date) {
        return utc(DATE.format(date).toUpperCase(Locale.ENGLISH) + FIRST_LINE);
    }

    ProductData.UTC endTime(LocalDate date) {
        double second = FIRST_LINE_SECOND + (settings.height() - 1) * Radar.LINE_TIME_INTERVAL;
        String clock = String.format(Locale.ENGLISH, " 05:%02d:%09.6f", 50 + (int) (second / 60), second % 60);
        return utc(DATE.format(date).toUpperCase(Locale.ENGLISH) + clock);
    }

    /** The metadata of the mother, with the baselines of the stack. */
    MetadataElement abstracted() {
        MetadataElement root = acquisition("Abstracted_Metadata", acquisitions.mother());
        root.addElement(baselines());
        return root;
    }

    /**
     * The metadata of the daughters.
     *
     * @param bandsOf names of the bands of an epoch, separated by blanks
     */
    MetadataElement secondary(IntFunction<String> bandsOf) {
        MetadataElement root = new MetadataElement("Secondary_Metadata");
        root.addAttribute(text("Reference_bands", bandsOf.apply(acquisitions.mother())));
        for (int k = 0; k < acquisitions.count(); k++) {
            if (k != acquisitions.mother()) {
                MetadataElement daughter = acquisition(productName(k) + "_" + acquisitions.bandDate(k), k);
                daughter.addAttribute(text("Secondary_bands", bandsOf.apply(k)));
                root.addElement(daughter);
            }
        }
        return root;
    }

    private MetadataElement acquisition(String name, int epoch) {
        LocalDate date = acquisitions.date(epoch);
        MetadataElement root = new MetadataElement(name);
        root.addAttribute(text("PRODUCT", productName(epoch)));
        root.addAttribute(text("PRODUCT_TYPE", "SLC"));
        root.addAttribute(text("SPH_DESCRIPTOR", "Simulated Sentinel-1 IW Level-1 SLC Product"));
        root.addAttribute(text("MISSION", "SENTINEL-1A"));
        root.addAttribute(text("ACQUISITION_MODE", "IW"));
        root.addAttribute(text("antenna_pointing", "right"));
        root.addAttribute(text("PASS", "DESCENDING"));
        root.addAttribute(text("SAMPLE_TYPE", "COMPLEX"));
        root.addAttribute(text("mds1_tx_rx_polar", "VV"));
        root.addAttribute(time("first_line_time", startTime(date)));
        root.addAttribute(time("last_line_time", endTime(date)));
        root.addAttribute(number("radar_frequency", Radar.SPEED_OF_LIGHT / Radar.WAVELENGTH / 1e6, "MHz"));
        root.addAttribute(number("line_time_interval", Radar.LINE_TIME_INTERVAL, "s"));
        root.addAttribute(number("slant_range_to_first_pixel", Radar.SLANT_RANGE_TO_FIRST_PIXEL, "m"));
        root.addAttribute(number("range_sampling_rate", Radar.SPEED_OF_LIGHT / (2 * Radar.RANGE_SPACING) / 1e6, "MHz"));
        root.addAttribute(number("range_spacing", Radar.RANGE_SPACING, "m"));
        root.addAttribute(number("azimuth_spacing", Radar.AZIMUTH_SPACING, "m"));
        root.addAttribute(number("incidence_near", StrictMath.toDegrees(Radar.incidence(0.5)), "deg"));
        root.addAttribute(number("incidence_far", StrictMath.toDegrees(Radar.incidence(settings.width() - 0.5)), "deg"));
        root.addAttribute(number("centre_heading", Radar.HEADING, "deg"));
        root.addAttribute(number("avg_scene_height", 0, "m"));
        root.addAttribute(count("num_output_lines", settings.height(), "lines"));
        root.addAttribute(count("num_samples_per_line", settings.width(), "samples"));
        root.addAttribute(flag("srgr_flag", 0));
        root.addAttribute(flag("multilook_flag", 0));
        root.addAttribute(flag("coregistered_stack", 1));
        return root;
    }

    private String productName(int epoch) {
        return "S1A_IW_SLC__1SDV_" + COMPACT.format(acquisitions.date(epoch)) + "T055035_" + settings.name().toUpperCase(Locale.ENGLISH);
    }

    /** As SNAP's stack creation writes them: from every epoch to every other would be n^2, the mother's are those that count. */
    private MetadataElement baselines() {
        MetadataElement ofMother = new MetadataElement("Ref_" + acquisitions.bandDate(acquisitions.mother()));
        double column = 0.5 * settings.width();
        for (int k = 0; k < acquisitions.count(); k++) {
            MetadataElement pair = new MetadataElement("Secondary_" + acquisitions.bandDate(k));
            double factor = Radar.heightToRange(column, acquisitions.baseline(k));
            pair.addAttribute(number("Perp Baseline", acquisitions.baseline(k), null));
            pair.addAttribute(number("Temp Baseline", (double) -acquisitions.days(k), null));
            pair.addAttribute(number("Height of Ambiguity", -Radar.WAVELENGTH / (2 * factor), null));
            ofMother.addElement(pair);
        }
        MetadataElement root = new MetadataElement("Baselines");
        root.addElement(ofMother);
        return root;
    }

    private static MetadataAttribute text(String name, String value) {
        return new MetadataAttribute(name, ProductData.createInstance(value), false);
    }

    private static MetadataAttribute number(String name, double value, String unit) {
        return withUnit(new MetadataAttribute(name, ProductData.createInstance(new double[] {value}), false), unit);
    }

    private static MetadataAttribute count(String name, int value, String unit) {
        ProductData data = ProductData.createInstance(ProductData.TYPE_UINT32);
        data.setElemUInt(value);
        return withUnit(new MetadataAttribute(name, data, false), unit);
    }

    private static MetadataAttribute flag(String name, int value) {
        ProductData data = ProductData.createInstance(ProductData.TYPE_UINT8);
        data.setElemInt(value);
        return withUnit(new MetadataAttribute(name, data, false), "flag");
    }

    private static MetadataAttribute time(String name, ProductData.UTC value) {
        return withUnit(new MetadataAttribute(name, value, false), "utc");
    }

    private static MetadataAttribute withUnit(MetadataAttribute attribute, String unit) {
        if (unit != null) {
            attribute.setUnit(unit);
        }
        return attribute;
    }

    private static ProductData.UTC utc(String text) {
        try {
            return ProductData.UTC.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a time: " + text, e);
        }
    }
}
