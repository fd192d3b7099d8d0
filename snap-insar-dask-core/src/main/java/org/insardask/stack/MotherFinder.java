package org.insardask.stack;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Product;

/**
 * Finds the mother of a stack.
 */
final class MotherFinder {

    private MotherFinder() {
    }

    /**
     * The date that all interferograms have first.
     *
     * @throws StackException if they have several
     */
    static LocalDate ofInterferograms(List<StackBand<InterferogramBandName>> bands) {
        Map<LocalDate, StackBand<InterferogramBandName>> mothers = new TreeMap<>();
        bands.forEach(band -> mothers.putIfAbsent(band.name().mother(), band));
        if (mothers.size() > 1) {
            throw new StackException("several mothers: " + mothers.entrySet().stream()
                    .map(mother -> SnapDate.format(mother.getKey()) + " in " + mother.getValue()).collect(Collectors.joining(", "))
                    + "; expected interferograms of one mother");
        }
        return mothers.keySet().iterator().next();
    }

    /**
     * The date of the mother of images: the one whose name says so, else the day of the first line in the metadata, which SNAP
     * takes from the mother.
     *
     * @throws StackException if there are several, or none
     */
    static LocalDate ofImages(List<StackBand<SlcBandName>> bands) {
        Collection<LocalDate> named = dates(bands, band -> band.name().role().mother());
        Collection<LocalDate> dates = named.isEmpty()
                ? dates(bands, band -> SarMetadata.of(band.product()).firstLineDate().filter(band.date()::equals).isPresent()) : named;
        if (dates.isEmpty()) {
            throw new StackException("no mother among the images of " + list(dates(bands, band -> true)) + " in " + products(bands)
                    + ": expected a band named like i_VV_ref_31Mar2023 or i_VV_mst_31Mar2023, or a first_line_time of one of these days");
        }
        if (dates.size() > 1) {
            throw new StackException("several mothers: " + list(dates) + " in " + products(bands) + "; expected one: a band named like "
                    + "i_VV_ref_31Mar2023, or the same first_line_time in all products, that of the mother, as coregistration leaves it");
        }
        return dates.iterator().next();
    }

    /** The bands of the image of a date: of the same channel, else of the only channel that can be meant, in the first product. */
    static List<StackBand<SlcBandName>> image(List<StackBand<SlcBandName>> bands, LocalDate date, ChannelKey key) {
        List<StackBand<SlcBandName>> ofDate = bands.stream().filter(band -> band.date().equals(date)).toList();
        List<StackBand<SlcBandName>> exact = ofDate.stream().filter(band -> band.name().key().equals(key)).toList();
        List<StackBand<SlcBandName>> found = exact.isEmpty() ? meant(ofDate, date, key) : exact;
        Optional<Product> product = found.stream().map(StackBand::product).findFirst();
        return found.stream().filter(band -> band.product() == product.get()).toList();
    }

    private static List<StackBand<SlcBandName>> meant(List<StackBand<SlcBandName>> ofDate, LocalDate date, ChannelKey key) {
        List<StackBand<SlcBandName>> found = ofDate.stream().filter(band -> band.name().key().matches(key)).toList();
        String keys = found.stream().map(band -> band.name().key().toString()).distinct().sorted().collect(Collectors.joining(", "));
        if (keys.contains(",")) {
            throw new StackException("the mother of " + SnapDate.format(date) + " has several images: " + keys + "; expected one for "
                    + key);
        }
        return found;
    }

    private static Collection<LocalDate> dates(List<StackBand<SlcBandName>> bands, Predicate<StackBand<SlcBandName>> which) {
        return bands.stream().filter(which).map(StackBand::date).collect(Collectors.toCollection(TreeSet::new));
    }

    static String list(Collection<LocalDate> dates) {
        return dates.stream().map(SnapDate::format).collect(Collectors.joining(", "));
    }

    private static String products(List<StackBand<SlcBandName>> bands) {
        return ProductNames.list(bands.stream().map(StackBand::product).distinct().toList());
    }
}
