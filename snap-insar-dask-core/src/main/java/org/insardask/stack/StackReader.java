package org.insardask.stack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;

/**
 * Reads what products hold of a stack: one product with all bands, or one product per epoch or pair that share a mother.
 *
 * <p>Bands are paired by unit and keyed by date, polarisation and sub-swath. The number in {@code slv1} or {@code sec1} has no meaning.
 * Only headers are read. Every method of the reader returns a new reader.
 */
public final class StackReader {

    private final List<Product> sources;
    private final Optional<Product> motherProduct;
    private final Optional<ChannelKey> channel;
    private final Optional<StackKind> expected;

    private StackReader(List<Product> sources, Optional<Product> motherProduct, Optional<ChannelKey> channel,
                        Optional<StackKind> expected) {
        this.sources = sources;
        this.motherProduct = motherProduct;
        this.channel = channel;
        this.expected = expected;
    }

    /** Reads these products. */
    public static StackReader of(Product... sources) {
        List<Product> distinct = List.copyOf(new LinkedHashSet<>(Arrays.asList(sources)));
        if (distinct.isEmpty()) {
            throw new StackException("no source product, expected a stack");
        }
        return new StackReader(distinct, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Takes the mother's image from this product, and nothing else: daughters in it are ignored. */
    public StackReader mother(Product product) {
        return new StackReader(sources, Optional.of(product), channel, expected);
    }

    /** Takes this sub-swath and polarisation, where the sources hold several. */
    public StackReader channel(ChannelKey key) {
        return new StackReader(sources, motherProduct, Optional.of(key), expected);
    }

    /** Takes only bands of this kind. Else interferograms are taken if there are any, and images if there are none. */
    public StackReader expect(StackKind kind) {
        return new StackReader(sources, motherProduct, channel, Optional.of(kind));
    }

    /**
     * Reads the stack.
     *
     * @throws StackException if the sources are not one stack; the message says what was found and what was expected
     */
    public StackDescription read() {
        StackBands bands = StackBands.of(sources);
        StackKind kind = expected.orElse(bands.interferograms().isEmpty() ? StackKind.SLC : StackKind.INTERFEROGRAMS);
        StackDescription stack = kind == StackKind.SLC ? images(bands) : interferograms(bands);
        requireOneSize(stack);
        return stack;
    }

    private StackDescription interferograms(StackBands bands) {
        List<StackBand<InterferogramBandName>> all = bands.interferograms();
        requireAny(all, "an interferogram", "i_ifg_VV_31Mar2023_19Mar2023");
        ChannelKey key = choose(all);
        List<StackBand<InterferogramBandName>> chosen = ofChannel(all, key);
        LocalDate motherDate = MotherFinder.ofInterferograms(chosen);
        List<StackBand<SlcBandName>> image = MotherFinder.image(motherImages(bands), motherDate, key);
        if (motherProduct.isPresent() && image.isEmpty()) {
            throw noMother(motherDate, key);
        }
        return describe(StackKind.INTERFEROGRAMS, key, new MotherImage(motherDate, image), chosen);
    }

    private StackDescription images(StackBands bands) {
        List<StackBand<SlcBandName>> all = bands.images();
        requireAny(all, "an image of a stack", "i_VV_ref_31Mar2023");
        ChannelKey key = choose(all);
        List<StackBand<SlcBandName>> chosen = ofChannel(all, key);
        List<StackBand<SlcBandName>> motherImages = motherProduct.isPresent() ? motherImages(bands) : chosen;
        LocalDate motherDate = MotherFinder.ofImages(motherImages);
        List<StackBand<SlcBandName>> image = MotherFinder.image(motherImages, motherDate, key);
        List<StackBand<SlcBandName>> daughters = chosen.stream().filter(band -> !band.date().equals(motherDate)).toList();
        if (image.isEmpty()) {
            throw noMother(motherDate, key);
        }
        if (daughters.isEmpty()) {
            throw new StackException(ProductNames.list(sources) + ": only the image of the mother " + SnapDate.format(motherDate)
                    + ", expected daughters too");
        }
        return describe(StackKind.SLC, key, new MotherImage(motherDate, image), daughters);
    }

    private List<StackBand<SlcBandName>> motherImages(StackBands bands) {
        return motherProduct.map(product -> StackBands.of(List.of(product)).images()).orElse(bands.images());
    }

    private <N extends ComplexBandName> StackDescription describe(StackKind kind, ChannelKey key, MotherImage image,
                                                                  List<StackBand<N>> daughters) {
        Mother mother = image.mother(daughters.get(0).product());
        List<Product> products = Stream.concat(Stream.of(mother.source()), sources.stream()).distinct().toList();
        List<StackBand<HeightToPhaseBandName>> heightToPhase = StackBands.of(products).heightToPhase();
        List<Epoch> epochs = new ArrayList<>();
        byDate(daughters).forEach((date, bands) -> {
            Product source = bands.get(0).product();
            List<Product> ownFirst = Stream.concat(Stream.of(source), products.stream()).distinct().toList();
            epochs.add(new Epoch(date, BandPairing.pair(bands), heightToPhase(heightToPhase, ownFirst, date, key),
                    baseline(ownFirst, mother.date(), date), source));
        });
        Optional<Dialect> dialect = image.dialect().or(() -> daughters.stream().flatMap(band -> dialect(band.name()).stream()).findFirst());
        return new StackDescription(kind, image.key().orElse(key), dialect, mother, epochs, products);
    }

    private static <N extends ComplexBandName> Map<LocalDate, List<StackBand<N>>> byDate(List<StackBand<N>> bands) {
        Map<LocalDate, List<StackBand<N>>> byDate =
                bands.stream().collect(Collectors.groupingBy(StackBand::date, TreeMap::new, Collectors.toList()));
        byDate.forEach((date, found) -> found.stream().filter(band -> band.product() != found.get(0).product()).findFirst()
                .ifPresent(other -> {
                    throw new StackException("two images of " + SnapDate.format(date) + ": " + found.get(0) + " and " + other
                            + "; expected one for each date");
                }));
        return byDate;
    }

    private static Optional<Dialect> dialect(ComplexBandName name) {
        return name instanceof SlcBandName slc ? slc.role().dialect() : Optional.empty();
    }

    private static Optional<Band> heightToPhase(List<StackBand<HeightToPhaseBandName>> bands, List<Product> products, LocalDate date,
                                                ChannelKey key) {
        List<StackBand<HeightToPhaseBandName>> found = bands.stream()
                .filter(band -> band.date().equals(date) && band.name().key().matches(key)).toList();
        return products.stream().flatMap(product -> found.stream().filter(band -> band.product() == product))
                .map(StackBand::band).findFirst();
    }

    private static Optional<Baseline> baseline(List<Product> products, LocalDate mother, LocalDate daughter) {
        return products.stream().flatMap(product -> SarMetadata.of(product).baseline(mother, daughter).stream()).findFirst();
    }

    private <N extends BandName> void requireAny(List<StackBand<N>> bands, String what, String example) {
        if (bands.isEmpty()) {
            String names = sources.stream().flatMap(product -> Arrays.stream(product.getBandNames())).limit(8)
                    .collect(Collectors.joining(", "));
            throw new StackException(ProductNames.list(sources) + ": not a stack: no band is " + what + ", expected names like " + example
                    + "; found " + (names.isEmpty() ? "no bands" : names));
        }
    }

    private <N extends BandName> ChannelKey choose(List<StackBand<N>> bands) {
        List<ChannelKey> keys = bands.stream().map(band -> band.name().key()).distinct().toList();
        String list = keys.stream().map(ChannelKey::toString).sorted().collect(Collectors.joining(", "));
        if (channel.isPresent() && !keys.contains(channel.get())) {
            throw new StackException(ProductNames.list(sources) + ": no bands of " + channel.get() + ", found " + list);
        }
        if (channel.isEmpty() && keys.size() > 1) {
            throw new StackException(ProductNames.list(sources) + ": several sub-swaths or polarisations: " + list
                    + "; expected one, or one to be chosen");
        }
        return channel.orElse(keys.get(0));
    }

    private static <N extends BandName> List<StackBand<N>> ofChannel(List<StackBand<N>> bands, ChannelKey key) {
        return bands.stream().filter(band -> band.name().key().equals(key)).toList();
    }

    private StackException noMother(LocalDate date, ChannelKey key) {
        Collection<Product> products = motherProduct.map(List::of).orElse(sources);
        String found = StackBands.of(products).images().stream().map(band -> SnapDate.format(band.date()) + " " + band.name().key())
                .distinct().collect(Collectors.joining(", "));
        return new StackException(ProductNames.list(products) + ": no image of the mother " + SnapDate.format(date) + " " + key + ", found "
                + (found.isEmpty() ? "no images" : found));
    }

    private static void requireOneSize(StackDescription stack) {
        Band first = stack.epochs().get(0).bands().real();
        Stream<ComplexBands> pairs = Stream.concat(stack.mother().bands().stream(), stack.epochs().stream().map(Epoch::bands));
        Stream<Band> bands = Stream.concat(pairs.flatMap(pair -> Stream.of(pair.real(), pair.imaginary())),
                stack.epochs().stream().flatMap(epoch -> epoch.heightToPhase().stream()));
        bands.filter(band -> band.getRasterWidth() != stack.width() || band.getRasterHeight() != stack.height()).findFirst()
                .ifPresent(band -> {
                    throw new StackException("band '" + band.getName() + "' is " + size(band) + " pixels, expected " + size(first)
                            + " as '" + first.getName() + "'");
                });
        Product source = stack.mother().source();
        if (source.getSceneRasterWidth() != stack.width() || source.getSceneRasterHeight() != stack.height()) {
            throw new StackException("band '" + first.getName() + "' is " + size(first) + " pixels, expected "
                    + source.getSceneRasterWidth() + " x " + source.getSceneRasterHeight() + " as product '" + source.getName() + "'");
        }
    }

    private static String size(Band band) {
        return band.getRasterWidth() + " x " + band.getRasterHeight();
    }
}
