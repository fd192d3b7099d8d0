package org.insardask.ui.colour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ImageInfo;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;

/** Chooses the colours of the bands of an unwrapped product that have none yet. Reads samples, so not for the event thread. Stateless. */
final class ProductColours {

    private static final String RECORD = "Arc_Unwrapping";
    private static final String SIGMA = "sigma_";
    private static final double DEFAULT_REACH = 20.0;
    private static final double DEFAULT_SIGMA = 1.0;

    private ProductColours() {
    }

    /**
     * Chooses colours: percentiles of the samples for a product that stands in a file. One that is still to be computed is not computed
     * for its colours: twice the prior standard deviations are its range. All displacements share the range of the first, the middle and
     * the last epoch, so that epochs can be compared.
     *
     * @throws IOException where samples cannot be read
     */
    static Map<Band, ImageInfo> choose(Product product) throws IOException {
        Map<Band, ImageInfo> colours = new LinkedHashMap<>();
        if (!BandLook.isFor(product)) {
            return colours;
        }
        List<Band> series = new ArrayList<>();
        for (Band band : product.getBands()) {
            BandLook look = band.getImageInfo() == null ? BandLook.of(band).orElse(null) : null;
            if (look != null && BandLook.isSeries(band)) {
                series.add(band);
            } else if (look != null) {
                colours.put(band, imageInfo(look, range(look, band, product)));
            }
        }
        if (!series.isEmpty()) {
            BandRange range = range(BandLook.MOTION, series.get(0), product)
                    .and(range(BandLook.MOTION, series.get(series.size() / 2), product))
                    .and(range(BandLook.MOTION, series.get(series.size() - 1), product));
            for (Band band : series) {
                colours.put(band, imageInfo(BandLook.MOTION, range));
            }
        }
        return colours;
    }

    private static BandRange range(BandLook look, Band band, Product product) throws IOException {
        boolean readable = product.getFileLocation() != null && look != BandLook.QUALITY;
        return BandRange.of(look, readable ? BandSample.sorted(band) : new double[0], otherwise(look, band, product));
    }

    private static double otherwise(BandLook look, Band band, Product product) {
        MetadataElement record = product.getMetadataRoot().getElement(RECORD);
        boolean ofParameter = look == BandLook.SIGMA && band.getName().startsWith(SIGMA);
        String parameter = ofParameter ? band.getName().substring(SIGMA.length()) : band.getName();
        double prior = record.getAttributeDouble("prior_sigma_" + parameter, Double.NaN);
        if (prior > 0.0) {
            return ofParameter ? 0.5 * prior : 2.0 * prior;
        }
        return look == BandLook.SIGMA ? DEFAULT_SIGMA : DEFAULT_REACH;
    }

    /** No-data is transparent. */
    private static ImageInfo imageInfo(BandLook look, BandRange range) throws IOException {
        ImageInfo info = new ImageInfo(look.palette().stretched(range.minimum(), range.maximum()));
        info.setNoDataColor(ImageInfo.NO_COLOR);
        return info;
    }
}
