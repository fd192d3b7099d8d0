package org.insardask.stack;

import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.Product;

/**
 * What a stack holds: one mother and its daughters, of one sub-swath and polarisation, all of the same size. Immutable; made by
 * {@link StackReader}.
 */
public final class StackDescription {

    private final StackKind kind;
    private final ChannelKey key;
    private final Optional<Dialect> dialect;
    private final Mother mother;
    private final List<Epoch> epochs;
    private final List<Product> products;

    StackDescription(StackKind kind, ChannelKey key, Optional<Dialect> dialect, Mother mother, List<Epoch> epochs, List<Product> products) {
        this.kind = kind;
        this.key = key;
        this.dialect = dialect;
        this.mother = mother;
        this.epochs = List.copyOf(epochs);
        this.products = List.copyOf(products);
    }

    /** Images or interferograms. */
    public StackKind kind() {
        return kind;
    }

    /** Sub-swath and polarisation of the epochs. */
    public ChannelKey key() {
        return key;
    }

    /** Words for mother and daughter in the names of the images; empty if the names have none. */
    public Optional<Dialect> dialect() {
        return dialect;
    }

    /** The mother. */
    public Mother mother() {
        return mother;
    }

    /** Bands of the mother. */
    public ComplexBands motherBands() {
        return mother.bands().orElseThrow(() -> new StackException("no bands of the mother " + SnapDate.format(mother.date())
                + " in " + ProductNames.list(products) + ", expected real and imaginary part, such as "
                + new SlcBandName(Component.REAL, key, Role.mother(Dialect.SNAP_14), Optional.of(mother.date())).format()));
    }

    /** The daughters by date. */
    public List<Epoch> epochs() {
        return epochs;
    }

    /** All products that the stack was read from, the mother's first. */
    public List<Product> products() {
        return products;
    }

    /** Width of every band, pixels. */
    public int width() {
        return epochs.get(0).bands().real().getRasterWidth();
    }

    /** Height of every band, pixels. */
    public int height() {
        return epochs.get(0).bands().real().getRasterHeight();
    }

    /**
     * Radar wavelength, m.
     *
     * @throws StackException if the metadata of the mother's product hold no radar frequency
     */
    public double wavelength() {
        return SarMetadata.of(mother.source()).wavelength();
    }

    /** Range and incidence angle of the pixels; empty if no product has the tie points for it. */
    public Optional<ViewingGeometry> geometry() {
        return products.stream().flatMap(product -> ViewingGeometry.of(product).stream()).findFirst();
    }

    /** Name of the mother's band in the dialect of the stack. */
    public SlcBandName motherName(Component component) {
        return new SlcBandName(component, key, dialect.map(Role::mother).orElse(Role.NONE), Optional.of(mother.date()));
    }

    /**
     * Name of an image of a daughter in the dialect of the stack, numbered by date.
     *
     * @param component real or imaginary part
     * @param index     index into {@link #epochs()}
     */
    public SlcBandName daughterName(Component component, int index) {
        Role role = dialect.map(d -> Role.daughter(d, index + 1)).orElse(Role.NONE);
        return new SlcBandName(component, key, role, Optional.of(epochs.get(index).date()));
    }
}
