package org.insardask.simulator;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;

/**
 * Makes SNAP products of a simulated stack, named and described as SNAP 14 does it after coregistration and
 * interferogram formation. The products hold all their samples in memory.
 */
public final class TownProducts {
    private final StackSimulator simulator;
    private final SimulationSettings settings;
    private final Acquisitions acquisitions;
    private final RadarMetadata metadata;

    /** Products of one simulated stack. */
    public TownProducts(StackSimulator simulator) {
        this.simulator = simulator;
        this.settings = simulator.settings();
        this.acquisitions = simulator.acquisitions();
        this.metadata = new RadarMetadata(simulator);
    }

    /** The mother SLC: {@code i_VV_ref_<date>}, {@code q_VV_ref_<date>}. */
    public Product mother() {
        Product product = empty(settings.name() + "_mother", "Simulated mother SLC");
        int mother = acquisitions.mother();
        float[] re = new float[samples()];
        float[] im = new float[samples()];
        simulator.slc(mother, re, im);
        addComplex(product, motherSuffix(), re, im);
        return product;
    }

    /** The interferograms of all daughters with the mother: {@code i_ifg_VV_<mother>_<daughter>} and {@code q_ifg_...}. */
    public Product interferograms() {
        Product product = interferogramHeader();
        for (int k = 0; k < acquisitions.count(); k++) {
            if (k != acquisitions.mother()) {
                float[] re = new float[samples()];
                float[] im = new float[samples()];
                simulator.interferogram(k, re, im);
                addComplex(product, interferogramSuffix(k), re, im);
            }
        }
        return product;
    }

    /** The product of the interferograms, without their bands. */
    Product interferogramHeader() {
        Product product = empty(settings.name() + "_ifg", "Simulated interferograms, flat earth and topography removed");
        product.getMetadataRoot().addElement(metadata.secondary(this::interferogramBands));
        return product;
    }

    /**
     * What the estimators are to find: {@code velocity} (mm/year), {@code height} (m), {@code thermal} (mm/degC),
     * {@code phase_sigma} (rad), {@code scatterer_class}, {@code building} (id, -1 none), {@code solvable} (0 or 1).
     * The reference pixel is in the metadata.
     */
    public Product truth() {
        Product product = empty(settings.name() + "_truth", "True state of the simulated scatterers");
        Truth truth = simulator.truth();
        add(product, "velocity", "mm/year", ProductData.createInstance(truth.velocity.clone()))
                .setDescription("Velocity in the line of sight, positive towards the satellite");
        add(product, "height", "m", ProductData.createInstance(truth.heights.clone()))
                .setDescription("Height of the scatterer over the reference surface");
        add(product, "thermal", "mm/degC", ProductData.createInstance(truth.thermal.clone()))
                .setDescription("Thermal expansion in the line of sight");
        add(product, "phase_sigma", "rad", ProductData.createInstance(truth.sigma.clone()))
                .setDescription("Standard deviation of the interferometric phase noise");
        addClasses(product, truth);
        Band building = add(product, "building", null, ProductData.createInstance(truth.building.clone()));
        building.setDescription("Field id of the building that holds the centre of the pixel");
        building.setNoDataValue(-1);
        building.setNoDataValueUsed(true);
        add(product, "solvable", null, ProductData.createUnsignedInstance(truth.solvable.clone()))
                .setDescription("1 where the ambiguities and the velocity can be had with the default priors");
        addReference(product, truth);
        return product;
    }

    private void addClasses(Product product, Truth truth) {
        IndexCoding coding = new IndexCoding("scatterer_class");
        for (Surface surface : Surface.values()) {
            coding.addIndex(surface.name(), surface.code(), "");
        }
        product.getIndexCodingGroup().add(coding);
        Band band = add(product, "scatterer_class", null, ProductData.createUnsignedInstance(truth.surface.clone()));
        band.setSampleCoding(coding);
    }

    private static void addReference(Product product, Truth truth) {
        MetadataElement element = new MetadataElement("Simulation");
        element.setAttributeInt("reference_x", truth.referenceX);
        element.setAttributeInt("reference_y", truth.referenceY);
        product.getMetadataRoot().addElement(element);
    }

    private int samples() {
        return settings.width() * settings.height();
    }

    private Product empty(String name, String description) {
        Product product = new Product(name, "SLC", settings.width(), settings.height());
        product.setDescription(description);
        product.setStartTime(RadarMetadata.startTime(acquisitions.date(acquisitions.mother())));
        product.setEndTime(metadata.endTime(acquisitions.date(acquisitions.mother())));
        product.getMetadataRoot().addElement(metadata.abstracted());
        Radar radar = simulator.radar();
        TiePointGrid latitude = addTies(product, "latitude", "deg", radar.tieLatitudes());
        TiePointGrid longitude = addTies(product, "longitude", "deg", radar.tieLongitudes());
        addTies(product, "incident_angle", "deg", radar.tieIncidences());
        addTies(product, "slant_range_time", "ns", radar.tieRangeTimes());
        product.setSceneGeoCoding(new TiePointGeoCoding(latitude, longitude));
        return product;
    }

    private TiePointGrid addTies(Product product, String name, String unit, float[] values) {
        Radar radar = simulator.radar();
        TiePointGrid grid = new TiePointGrid(name, Radar.TIES, Radar.TIES, 0, 0, radar.tieStepX(), radar.tieStepY(), values);
        grid.setUnit(unit);
        product.addTiePointGrid(grid);
        return grid;
    }

    private static void addComplex(Product product, String suffix, float[] re, float[] im) {
        zeroIsNoData(add(product, "i_" + suffix, "real", ProductData.createInstance(re)));
        zeroIsNoData(add(product, "q_" + suffix, "imaginary", ProductData.createInstance(im)));
    }

    private static void zeroIsNoData(Band band) {
        band.setNoDataValue(0);
        band.setNoDataValueUsed(true);
    }

    private static Band add(Product product, String name, String unit, ProductData samples) {
        Band band = product.addBand(name, samples.getType());
        if (unit != null) {
            band.setUnit(unit);
        }
        band.setRasterData(samples);
        return band;
    }

    private String motherSuffix() {
        return "VV_ref_" + acquisitions.bandDate(acquisitions.mother());
    }

    String interferogramSuffix(int epoch) {
        return "ifg_VV_" + acquisitions.bandDate(acquisitions.mother()) + "_" + acquisitions.bandDate(epoch);
    }

    private String interferogramBands(int epoch) {
        String suffix = epoch == acquisitions.mother() ? motherSuffix() : interferogramSuffix(epoch);
        return "i_" + suffix + " q_" + suffix;
    }
}
