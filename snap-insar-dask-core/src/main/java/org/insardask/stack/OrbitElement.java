package org.insardask.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.orbit.Orbit;
import org.insardask.orbit.StateVector;
import org.insardask.orbit.Vector3;

/**
 * The orbit state vectors of one image: {@code Orbit_State_Vectors} with elements {@code orbit_vector1} and so on. Times are seconds from
 * the midnight (UTC) before the earliest vector.
 */
final class OrbitElement {

    private static final String VECTORS = "Orbit_State_Vectors";
    private static final String VECTOR = "orbit_vector";
    private static final String TIME = "time";
    private static final double SECONDS_OF_DAY = 86400;

    /** Whose element this is, for messages. */
    private final String owner;
    private final int day;
    private final Orbit orbit;

    private OrbitElement(String owner, int day, Orbit orbit) {
        this.owner = owner;
        this.day = day;
        this.orbit = orbit;
    }

    /**
     * Reads the vectors.
     *
     * @param element {@code Abstracted_Metadata}, or the element of a daughter
     * @param owner   whose element it is, such as "product 'stack'" or "secondary 19Mar2023"
     * @throws StackException if there are too few vectors, or they lack numbers or make no orbit
     */
    static OrbitElement of(MetadataElement element, String owner) {
        MetadataElement group = element.getElement(VECTORS);
        List<MetadataElement> elements = group == null ? List.of()
                : Arrays.stream(group.getElements()).filter(child -> child.getName().startsWith(VECTOR)).toList();
        if (elements.isEmpty()) {
            throw new StackException(owner + ": no orbit state vectors (" + VECTORS + ") in " + element.getName() + ", expected at least "
                    + Orbit.POINTS);
        }
        int day = elements.stream().mapToInt(child -> time(child, owner).getDaysFraction()).min().orElseThrow();
        List<StateVector> vectors = new ArrayList<>();
        for (MetadataElement child : elements) {
            StateVector vector = vector(child, day, owner);
            // Assembled products may hold a vector twice.
            if (vectors.stream().noneMatch(other -> other.time() == vector.time())) {
                vectors.add(vector);
            }
        }
        vectors.sort(Comparator.comparingDouble(StateVector::time));
        try {
            return new OrbitElement(owner, day, Orbit.of(vectors));
        } catch (IllegalArgumentException e) {
            throw new StackException(owner + ": " + VECTORS + ": " + e.getMessage(), e);
        }
    }

    private static StateVector vector(MetadataElement element, int day, String owner) {
        Vector3 position = new Vector3(number(element, "x_pos", owner), number(element, "y_pos", owner), number(element, "z_pos", owner));
        Vector3 velocity = new Vector3(number(element, "x_vel", owner), number(element, "y_vel", owner), number(element, "z_vel", owner));
        return new StateVector(seconds(time(element, owner), day), position, velocity);
    }

    private static double number(MetadataElement element, String name, String owner) {
        double value = SarMetadata.number(element, name);
        if (Double.isNaN(value)) {
            throw new StackException(owner + ": " + VECTORS + ": " + element.getName() + " has no number " + name);
        }
        return value;
    }

    private static ProductData.UTC time(MetadataElement element, String owner) {
        ProductData.UTC time = element.containsAttribute(TIME) ? element.getAttributeUTC(TIME, null) : null;
        return Optional.ofNullable(time).orElseThrow(() ->
                new StackException(owner + ": " + VECTORS + ": " + element.getName() + " has no " + TIME));
    }

    private static double seconds(ProductData.UTC time, int day) {
        return (time.getDaysFraction() - day) * SECONDS_OF_DAY + time.getSecondsFraction() + 1e-6 * time.getMicroSecondsFraction();
    }

    Orbit orbit() {
        return orbit;
    }

    /** Seconds of a time in the count of the orbit. */
    double seconds(ProductData.UTC time) {
        return seconds(time, day);
    }

    /** A time in the count of the orbit as text. */
    String text(double seconds) {
        int days = day + (int) Math.floor(seconds / SECONDS_OF_DAY);
        double ofDay = seconds - (days - day) * SECONDS_OF_DAY;
        int whole = (int) ofDay;
        return new ProductData.UTC(days, whole, (int) ((ofDay - whole) * 1e6)).format();
    }

    /** First and last time as text. */
    String span() {
        return text(orbit.start()) + " to " + text(orbit.end());
    }

    String owner() {
        return owner;
    }
}
