package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stm.PointsProduct;
import org.insardask.tile.SourceSamples;

/** Longitude and latitude of the pixels of a product, of their centres where they come from a geocoding. Safe for several threads. */
interface PixelPlaces {

    /**
     * Reads the places of a rectangle.
     *
     * @param operator for its source tiles
     * @param lon receives the longitudes (degrees), row by row; NaN where there is none
     * @param lat receives the latitudes (degrees)
     */
    void read(Operator operator, Rectangle rectangle, double[] lon, double[] lat);

    /** Returns the places of the bands where they are given, else those of points, else of the product's geocoding. */
    static PixelPlaces of(Product source, String longitudeBand, String latitudeBand) {
        boolean hasLongitude = longitudeBand != null && !longitudeBand.isBlank();
        boolean hasLatitude = latitudeBand != null && !latitudeBand.isBlank();
        if (hasLongitude != hasLatitude) {
            throw new OperatorException("longitudeBand and latitudeBand are to be given together; only "
                    + (hasLongitude ? "longitudeBand" : "latitudeBand") + " is");
        }
        if (hasLongitude) {
            return new OfBands(band(source, "longitudeBand", longitudeBand), band(source, "latitudeBand", latitudeBand));
        }
        if (PointsProduct.hasCoordinates(source)) {
            return new OfBands(source.getBand(PointsProduct.LONGITUDE), source.getBand(PointsProduct.LATITUDE));
        }
        GeoCoding geoCoding = source.getSceneGeoCoding();
        if (geoCoding == null || !geoCoding.canGetGeoPos()) {
            throw new OperatorException("source '" + source.getName() + "' has no geocoding; give the parameters longitudeBand and "
                    + "latitudeBand");
        }
        return new OfGeoCoding(geoCoding);
    }

    private static RasterDataNode band(Product source, String parameter, String name) {
        RasterDataNode band = source.getRasterDataNode(name);
        if (band == null) {
            throw new OperatorException(parameter + " = '" + name + "': source '" + source.getName() + "' has no such band; its bands are "
                    + String.join(", ", source.getBandNames()));
        }
        if (band.getRasterWidth() != source.getSceneRasterWidth() || band.getRasterHeight() != source.getSceneRasterHeight()) {
            throw new OperatorException(parameter + " = '" + name + "': the band has " + band.getRasterWidth() + " x "
                    + band.getRasterHeight() + " pixels, but source '" + source.getName() + "' has " + source.getSceneRasterWidth() + " x "
                    + source.getSceneRasterHeight());
        }
        return band;
    }

    /** Places from two bands. */
    final class OfBands implements PixelPlaces {
        private final RasterDataNode longitude;
        private final RasterDataNode latitude;

        OfBands(RasterDataNode longitude, RasterDataNode latitude) {
            this.longitude = longitude;
            this.latitude = latitude;
        }

        @Override
        public void read(Operator operator, Rectangle rectangle, double[] lon, double[] lat) {
            SourceSamples.noDataAsNaN(longitude).read(operator.getSourceTile(longitude, rectangle), lon);
            SourceSamples.noDataAsNaN(latitude).read(operator.getSourceTile(latitude, rectangle), lat);
            infiniteAsNaN(lon, rectangle);
            infiniteAsNaN(lat, rectangle);
        }

        private static void infiniteAsNaN(double[] degrees, Rectangle rectangle) {
            for (int k = 0; k < rectangle.width * rectangle.height; k++) {
                degrees[k] = Double.isInfinite(degrees[k]) ? Double.NaN : degrees[k];
            }
        }
    }

    /** Places of pixel centres from a geocoding. */
    final class OfGeoCoding implements PixelPlaces {
        private static final double CENTRE = 0.5;

        private final GeoCoding geoCoding;

        OfGeoCoding(GeoCoding geoCoding) {
            this.geoCoding = geoCoding;
        }

        @Override
        public void read(Operator operator, Rectangle rectangle, double[] lon, double[] lat) {
            PixelPos pixel = new PixelPos();
            GeoPos place = new GeoPos();
            int i = 0;
            for (int y = rectangle.y; y < rectangle.y + rectangle.height; y++) {
                for (int x = rectangle.x; x < rectangle.x + rectangle.width; x++, i++) {
                    pixel.setLocation(x + CENTRE, y + CENTRE);
                    geoCoding.getGeoPos(pixel, place);
                    lon[i] = place.lon;
                    lat[i] = place.lat;
                }
            }
        }
    }
}
