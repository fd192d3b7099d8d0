package org.insardask.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.orbit.GeometryGrid;
import org.insardask.orbit.HeightLevels;
import org.insardask.orbit.ImageTiming;
import org.insardask.orbit.Orbit;

/**
 * The orbits of a stack and the timing of its mother, from the metadata: {@code Abstracted_Metadata} of the mother, and the elements of the
 * daughters in {@code Slave_Metadata} or {@code Secondary_Metadata}. Immutable.
 */
public final class OrbitGeometry {

    private static final String LINE_INTERVAL = "line_time_interval";
    private static final String NEAR_RANGE = "slant_range_to_first_pixel";
    private static final String RANGE_SPACING = "range_spacing";
    private static final String SAMPLING_RATE = "range_sampling_rate";
    private static final String RANGE_LOOKS = "range_looks";
    private static final String POINTING = "antenna_pointing";
    /** Largest relative difference of the rounded range_spacing and what the sampling rate says. */
    private static final double SAME_SPACING = 1e-4;

    private final StackDescription stack;
    private final ImageTiming timing;
    private final OrbitElement mother;
    private final List<OrbitElement> daughters;

    private OrbitGeometry(StackDescription stack, ImageTiming timing, OrbitElement mother, List<OrbitElement> daughters) {
        this.stack = stack;
        this.timing = timing;
        this.mother = mother;
        this.daughters = daughters;
    }

    /**
     * Reads orbits and timing.
     *
     * @throws StackException that names what is missing, and of which image
     */
    public static OrbitGeometry of(StackDescription stack) {
        Product product = stack.mother().source();
        String owner = "product '" + product.getName() + "'";
        MetadataElement abstracted = SarMetadata.of(product).abstracted()
                .orElseThrow(() -> new StackException(owner + ": no " + SarMetadata.ABSTRACTED + ", expected the geometry of the mother"));
        requireMother(stack, product, owner);
        requireSlantRange(abstracted, owner);
        requireSize(stack, abstracted, owner);
        OrbitElement mother = OrbitElement.of(abstracted, owner);
        ImageTiming timing = timing(abstracted, mother);
        List<OrbitElement> daughters = stack.epochs().stream().map(epoch -> daughter(stack, epoch, mother)).toList();
        OrbitGeometry geometry = new OrbitGeometry(stack, timing, mother, daughters);
        geometry.requireLinesInOrbit();
        return geometry;
    }

    private static void requireMother(StackDescription stack, Product product, String owner) {
        SarMetadata.of(product).firstLineDate().filter(date -> !date.equals(stack.mother().date())).ifPresent(date -> {
            throw new StackException(owner + ": " + SarMetadata.ABSTRACTED + " is that of " + SnapDate.format(date)
                    + ", expected that of the mother " + SnapDate.format(stack.mother().date()));
        });
    }

    private static void requireSlantRange(MetadataElement abstracted, String owner) {
        String projection = abstracted.getAttributeString("map_projection", "-").strip();
        boolean projected = !projection.isEmpty() && !projection.equals("-");
        if (projected || SarMetadata.number(abstracted, "srgr_flag") == 1 || SarMetadata.number(abstracted, "is_terrain_corrected") == 1) {
            throw new StackException(owner + " is in ground range or on a map (" + SarMetadata.ABSTRACTED
                    + ": srgr_flag, is_terrain_corrected, map_projection), expected slant range");
        }
    }

    private static void requireSize(StackDescription stack, MetadataElement abstracted, String owner) {
        double lines = SarMetadata.number(abstracted, "num_output_lines");
        double samples = SarMetadata.number(abstracted, "num_samples_per_line");
        boolean differs = (lines > 0 && lines != stack.height()) || (samples > 0 && samples != stack.width());
        if (differs) {
            throw new StackException(owner + " has " + stack.width() + " x " + stack.height() + " pixels, but " + SarMetadata.ABSTRACTED
                    + " is that of an image of " + (long) samples + " x " + (long) lines + " (num_samples_per_line, num_output_lines), so "
                    + "that times and ranges of the pixels are not known; expected metadata of its size, as SNAP's Subset writes them");
        }
    }

    private static ImageTiming timing(MetadataElement abstracted, OrbitElement orbit) {
        ProductData.UTC first = abstracted.containsAttribute(SarMetadata.FIRST_LINE_TIME)
                ? abstracted.getAttributeUTC(SarMetadata.FIRST_LINE_TIME, null) : null;
        if (first == null) {
            throw new StackException(orbit.owner() + ": " + SarMetadata.ABSTRACTED + " has no " + SarMetadata.FIRST_LINE_TIME);
        }
        double interval = positive(abstracted, LINE_INTERVAL, "s", orbit.owner());
        double near = positive(abstracted, NEAR_RANGE, "m", orbit.owner());
        boolean left = abstracted.getAttributeString(POINTING, "right").strip().equalsIgnoreCase("left");
        return new ImageTiming(orbit.seconds(first), interval, near, spacing(abstracted, orbit.owner()), !left);
    }

    /** The exact spacing of the sampling rate, where range_spacing does not say that the image was changed since. */
    private static double spacing(MetadataElement abstracted, String owner) {
        double spacing = SarMetadata.number(abstracted, RANGE_SPACING);
        double looks = SarMetadata.number(abstracted, RANGE_LOOKS);
        double sampled = SarMetadata.SPEED_OF_LIGHT / (2e6 * SarMetadata.number(abstracted, SAMPLING_RATE)) * (looks > 0 ? looks : 1);
        if (sampled > 0 && !(Math.abs(spacing - sampled) > SAME_SPACING * sampled)) {
            return sampled;
        }
        return positive(abstracted, RANGE_SPACING, "m", owner);
    }

    private static double positive(MetadataElement abstracted, String name, String unit, String owner) {
        double value = SarMetadata.number(abstracted, name);
        if (!(value > 0)) {
            throw new StackException(owner + ": " + SarMetadata.ABSTRACTED + " has no " + name + " (" + unit + ")");
        }
        return value;
    }

    private static OrbitElement daughter(StackDescription stack, Epoch epoch, OrbitElement mother) {
        if (epoch.date().equals(stack.mother().date())) {
            return mother;
        }
        List<Product> products = Stream.concat(Stream.of(epoch.source()), stack.products().stream()).distinct().toList();
        Optional<MetadataElement> element = products.stream()
                .flatMap(product -> SarMetadata.of(product).daughterElement(epoch.date()).stream()).findFirst();
        String owner = "secondary " + SnapDate.format(epoch.date());
        return OrbitElement.of(element.orElseThrow(() -> new StackException(owner + ": no metadata in " + daughterElements() + " of "
                + ProductNames.list(products) + ", so that its orbit state vectors are not known")), owner);
    }

    private static String daughterElements() {
        return Stream.of(Dialect.values()).map(Dialect::daughterMetadata).collect(Collectors.joining(" or "));
    }

    private void requireLinesInOrbit() {
        Orbit orbit = mother.orbit();
        double last = timing.time(Math.max(stack.height() - 1, 3));
        if (!orbit.covers(timing.firstLine()) || !orbit.covers(last)) {
            throw new StackException(mother.owner() + ": its lines, " + mother.text(timing.firstLine()) + " to " + mother.text(last)
                    + ", are outside its orbit state vectors, " + mother.span());
        }
    }

    /** Times and ranges of the mother's pixels. */
    public ImageTiming timing() {
        return timing;
    }

    /** Orbit of the mother. */
    public Orbit mother() {
        return mother.orbit();
    }

    /** Orbits of the daughters, in the order of the epochs; times of an orbit count from a midnight of its own. */
    public List<Orbit> daughters() {
        return daughters.stream().map(OrbitElement::orbit).toList();
    }

    /**
     * Computes the nodes of the geometry.
     *
     * @throws StackException if pixels lie outside the orbit state vectors of a daughter, or nothing on the ground has their range
     */
    public GeometryGrid grid(HeightLevels levels) {
        GeometryGrid grid = GeometryGrid.of(timing, stack.width(), stack.height(), mother(), daughters(), levels);
        if (!grid.hasGround()) {
            throw new StackException(mother.owner() + ": nothing on the ground has the slant ranges " + timing.nearRange() + " to "
                    + timing.range(stack.width() - 1.0) + " m (" + NEAR_RANGE + ", " + RANGE_SPACING + ") from its orbit");
        }
        for (int k = 0; k < daughters.size(); k++) {
            if (!grid.hasBaselines(k)) {
                throw new StackException(daughters.get(k).owner() + ": pixels are seen outside its orbit state vectors, "
                        + daughters.get(k).span());
            }
        }
        return grid;
    }
}
