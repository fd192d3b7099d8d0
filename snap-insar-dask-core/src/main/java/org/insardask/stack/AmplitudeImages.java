package org.insardask.stack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;

/**
 * Finds the images of a stack that give amplitudes: its complex images, or where there are none bands of amplitudes or intensities, such
 * as a stack of interferograms has beside them.
 */
public final class AmplitudeImages {

    private AmplitudeImages() {
    }

    /**
     * The images by date.
     *
     * @param channel sub-swath and polarisation to take; empty where there is only one
     * @throws StackException if there are no images, or it is not clear which are meant
     */
    public static List<AmplitudeImage> find(List<Product> products, Optional<ChannelKey> channel) {
        try {
            return complex(products, channel);
        } catch (StackException e) {
            List<AmplitudeImage> real = real(products, channel);
            if (real.isEmpty()) {
                throw new StackException(e.getMessage() + "; bands of amplitudes such as Amplitude_VV_19Mar2023 would do too, and "
                        + "SLC-Reconstruction makes images of interferograms and their mother", e);
            }
            return real;
        }
    }

    private static List<AmplitudeImage> complex(List<Product> products, Optional<ChannelKey> channel) {
        StackReader reader = StackReader.of(products.toArray(Product[]::new)).expect(StackKind.SLC);
        StackDescription stack = channel.map(reader::channel).orElse(reader).read();
        Map<LocalDate, AmplitudeImage> images = new TreeMap<>();
        images.put(stack.mother().date(), AmplitudeImage.of(stack.mother().date(), stack.motherBands()));
        stack.epochs().forEach(epoch -> images.put(epoch.date(), AmplitudeImage.of(epoch.date(), epoch.bands())));
        return List.copyOf(images.values());
    }

    private static List<AmplitudeImage> real(List<Product> products, Optional<ChannelKey> channel) {
        Map<LocalDate, AmplitudeImage> images = new TreeMap<>();
        for (Found found : named(products, channel)) {
            AmplitudeImage image = new AmplitudeImage(found.name.date(), found.band, Optional.empty(), found.name.intensity());
            AmplitudeImage other = images.put(found.name.date(), image);
            if (other != null) {
                throw new StackException("two images of " + SnapDate.format(found.name.date()) + ": '" + other.band().getName() + "' and '"
                        + found.band.getName() + "'; expected one for each date");
            }
        }
        return List.copyOf(images.values());
    }

    /** Virtual bands are of images, or cannot be read everywhere. */
    private static List<Found> named(List<Product> products, Optional<ChannelKey> channel) {
        List<Found> all = new ArrayList<>();
        for (Product product : products) {
            for (Band band : product.getBands()) {
                if (!(band instanceof VirtualBand)) {
                    AmplitudeBandName.parse(band.getName()).ifPresent(name -> all.add(new Found(band, name)));
                }
            }
        }
        List<Found> chosen = all.stream().filter(found -> channel.isEmpty() || channel.get().equals(found.name.key())).toList();
        String keys = chosen.stream().map(found -> found.name.key().toString()).distinct().sorted().collect(Collectors.joining(", "));
        if (keys.contains(",")) {
            throw new StackException(ProductNames.list(products) + ": amplitudes of several sub-swaths or polarisations: " + keys
                    + "; expected one, or one to be chosen");
        }
        return chosen;
    }

    private record Found(Band band, AmplitudeBandName name) {
    }
}
