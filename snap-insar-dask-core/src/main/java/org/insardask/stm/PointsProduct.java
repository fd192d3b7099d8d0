package org.insardask.stm;

import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.points.PointLayout;

/**
 * Products of points: a raster in which points lie as {@link PointLayout} says, with bands of their coordinates. The metadata element
 * {@link #RECORD} makes a product one of points and says how many there are; operators copy it with the metadata.
 */
public final class PointsProduct {

    /** Metadata element of products of points. */
    public static final String RECORD = "Points";
    /** Band of latitudes (degrees north, WGS 84), float64, NaN where there is no point. */
    public static final String LATITUDE = "lat";
    /** Band of longitudes (degrees east, WGS 84), float64, NaN where there is no point. */
    public static final String LONGITUDE = "lon";
    /** Band of rows of the image, from 0, int32, -1 for none. */
    public static final String LINE = "line";
    /** Band of columns of the image, from 0, int32, -1 for none. */
    public static final String PIXEL = "pixel";
    /** Band of the numbers of the points, from 0, int32, -1 for none. */
    public static final String ID = "point_id";
    /** Type of products of points. */
    public static final String TYPE = "POINTS";

    private static final String COUNT = "count";

    private PointsProduct() {
    }

    /** Creates a product without bands. */
    public static Product create(String name, PointLayout layout) {
        return new Product(name, TYPE, layout.width(), layout.height());
    }

    /**
     * Says in the metadata that a product holds points; what it said before goes.
     *
     * @return the element, to say more
     */
    public static MetadataElement mark(Product product, PointLayout layout) {
        MetadataElement root = product.getMetadataRoot();
        if (root.containsElement(RECORD)) {
            root.removeElement(root.getElement(RECORD));
        }
        MetadataElement element = new MetadataElement(RECORD);
        element.setAttributeInt(COUNT, layout.count());
        root.addElement(element);
        return element;
    }

    /** The layout of a product of points; empty where it is another product, such as a subset of one. */
    public static Optional<PointLayout> layoutOf(Product product) {
        MetadataElement element = product.getMetadataRoot().getElement(RECORD);
        int count = element == null ? -1 : element.getAttributeInt(COUNT, -1);
        if (count < 0) {
            return Optional.empty();
        }
        PointLayout layout = new PointLayout(count);
        boolean fits = layout.width() == product.getSceneRasterWidth() && layout.height() == product.getSceneRasterHeight();
        return fits ? Optional.of(layout) : Optional.empty();
    }

    /** Returns whether a product holds points with bands of their coordinates. */
    public static boolean hasCoordinates(Product product) {
        return product.getMetadataRoot().containsElement(RECORD) && product.containsBand(LATITUDE) && product.containsBand(LONGITUDE);
    }

    /** Adds a band of coordinates in degrees. */
    public static Band addDegrees(Product product, String name, String description) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT64);
        band.setUnit("deg");
        band.setDescription(description);
        band.setNoDataValue(Double.NaN);
        band.setNoDataValueUsed(true);
        return band;
    }

    /** Adds a band of numbers from 0 on, -1 for none. */
    public static Band addNumbers(Product product, String name, String description) {
        Band band = product.addBand(name, ProductData.TYPE_INT32);
        band.setDescription(description);
        band.setNoDataValue(-1);
        band.setNoDataValueUsed(true);
        return band;
    }
}
