package org.insardask.op;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.insardask.orbit.Circle;
import org.insardask.orbit.StateVector;
import org.insardask.stack.TestProducts;

/** Stacks of satellites on circles about the axis of the Earth, whose geometry is known in closed form, and the operator run on them. */
final class OrbitScene {

    static final int WIDTH = 23;
    static final int HEIGHT = 11;
    static final double NEAR = 840_000;
    static final double SPACING = 299792458.0 / (2 * 50e6);
    static final LocalDate MOTHER = LocalDate.of(2023, 3, 31);
    static final LocalDate FIRST = LocalDate.of(2023, 3, 19);
    static final LocalDate SECOND = LocalDate.of(2023, 4, 12);
    static final List<Circle> OTHERS = List.of(new Circle(7_071_020, -90, 1.0e-3), new Circle(7_070_955, 60, 1.01e-3));

    private OrbitScene() {
    }

    /** A stack of images of SNAP 14, or of SNAP 13. */
    static Product images(boolean newer) {
        Product product = new Product("orbits", "SLC", WIDTH, HEIGHT);
        addImage(product, newer ? "_VV_ref_31Mar2023" : "_VV_mst_31Mar2023");
        addImage(product, newer ? "_VV_sec1_19Mar2023" : "_VV_slv1_19Mar2023");
        addImage(product, newer ? "_VV_sec2_12Apr2023" : "_VV_slv2_12Apr2023");
        addMetadata(product, newer ? "Secondary_Metadata" : "Slave_Metadata");
        return product;
    }

    /** A stack of interferograms. */
    static Product interferograms() {
        Product product = new Product("ifgs", "SLC", WIDTH, HEIGHT);
        addImage(product, "_ifg_VV_31Mar2023_19Mar2023");
        addImage(product, "_ifg_VV_31Mar2023_12Apr2023");
        addMetadata(product, "Secondary_Metadata");
        return product;
    }

    private static void addImage(Product product, String name) {
        float[] ones = new float[WIDTH * HEIGHT];
        Arrays.fill(ones, 1f);
        ArcProducts.add(product, "i" + name, "real", ones);
        ArcProducts.add(product, "q" + name, "imaginary", ones);
    }

    private static void addMetadata(Product product, String daughters) {
        MetadataElement abstracted = new MetadataElement("Abstracted_Metadata");
        product.getMetadataRoot().addElement(abstracted);
        abstracted.setAttributeUTC("first_line_time", TestProducts.utc("31-MAR-2023 05:50:35.500000"));
        abstracted.setAttributeDouble("line_time_interval", 0.002);
        abstracted.setAttributeDouble("slant_range_to_first_pixel", NEAR);
        abstracted.setAttributeDouble("range_spacing", 2.9979);
        abstracted.setAttributeDouble("range_sampling_rate", 50);
        abstracted.setAttributeDouble("radar_frequency", 5405);
        abstracted.setAttributeInt("num_output_lines", HEIGHT);
        abstracted.setAttributeInt("num_samples_per_line", WIDTH);
        abstracted.setAttributeString("antenna_pointing", "right");
        addVectors(abstracted, Circle.MOTHER, "31-MAR-2023");
        MetadataElement root = new MetadataElement(daughters);
        product.getMetadataRoot().addElement(root);
        addDaughter(root, "S1A_Orb_19Mar2023", "19-MAR-2023", OTHERS.get(0));
        addDaughter(root, "S1A_Orb_12Apr2023", "12-APR-2023", OTHERS.get(1));
    }

    private static void addDaughter(MetadataElement root, String name, String day, Circle circle) {
        MetadataElement element = new MetadataElement(name);
        element.setAttributeUTC("first_line_time", TestProducts.utc(day + " 05:50:33.500000"));
        addVectors(element, circle, day);
        root.addElement(element);
    }

    /** Vectors at 05:50:00, 05:50:10 and so on; the circles are at longitude 0 at 05:50:35. */
    private static void addVectors(MetadataElement element, Circle circle, String day) {
        MetadataElement group = new MetadataElement("Orbit_State_Vectors");
        element.addElement(group);
        List<StateVector> vectors = circle.vectors(-35, 10, 6);
        for (int k = 0; k < vectors.size(); k++) {
            StateVector vector = vectors.get(k);
            MetadataElement child = new MetadataElement("orbit_vector" + (k + 1));
            child.setAttributeUTC("time", TestProducts.utc(day + " 05:50:" + k + "0.000000"));
            child.setAttributeDouble("x_pos", vector.position().x());
            child.setAttributeDouble("y_pos", vector.position().y());
            child.setAttributeDouble("z_pos", vector.position().z());
            child.setAttributeDouble("x_vel", vector.velocity().x());
            child.setAttributeDouble("y_vel", vector.velocity().y());
            child.setAttributeDouble("z_vel", vector.velocity().z());
            group.addElement(child);
        }
    }

    static MetadataElement abstracted(Product product) {
        return product.getMetadataRoot().getElement("Abstracted_Metadata");
    }

    /** Metadata of the first daughter. */
    static MetadataElement daughter(Product product) {
        return product.getMetadataRoot().getElement("Secondary_Metadata").getElement("S1A_Orb_19Mar2023");
    }

    /** Slant range of a column, m. */
    static double range(int column) {
        return NEAR + column * SPACING;
    }

    /** Runs the operator; parameters are given as names and values in turn. */
    static Product run(Product source, Object... namesAndValues) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return GPF.createProduct("Height-To-Phase", parameters, source);
    }
}
