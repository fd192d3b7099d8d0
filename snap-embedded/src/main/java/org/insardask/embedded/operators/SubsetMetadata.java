package org.insardask.embedded.operators;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;

/**
 * Brings the SAR metadata of a subset up to date as SNAP does: size, offsets, times of the first and last line, range to the first
 * pixel, coordinates of the corners. Attributes that are not there are left out. Only for products in slant range.
 */
final class SubsetMetadata {

    private static final double NONE = 99999;

    private final Product source;
    private final Product target;
    private final Rectangle region;

    SubsetMetadata(Product source, Product target, Rectangle region) {
        this.source = source;
        this.target = target;
        this.region = region;
    }

    void update() {
        MetadataElement root = target.getMetadataRoot().getElement("Abstracted_Metadata");
        if (root == null) {
            return;
        }
        setNumber(root, "num_output_lines", target.getSceneRasterHeight());
        setNumber(root, "num_samples_per_line", target.getSceneRasterWidth());
        setNumber(root, "subset_offset_x", region.x);
        setNumber(root, "subset_offset_y", region.y);
        if (root.getAttributeDouble("radar_frequency", NONE) != NONE) {
            updateTimes(root);
            updateRange(root);
            updateCorners(root);
        }
    }

    private static void setNumber(MetadataElement root, String name, double value) {
        MetadataAttribute attribute = root.getAttribute(name);
        if (attribute != null) {
            attribute.getData().setElemDouble(value);
        }
    }

    private void updateTimes(MetadataElement root) {
        ProductData.UTC first = root.getAttributeUTC("first_line_time", null);
        ProductData.UTC last = root.getAttributeUTC("last_line_time", null);
        int lines = source.getSceneRasterHeight();
        if (first != null && last != null && lines > 1) {
            double days = (last.getMJD() - first.getMJD()) / (lines - 1);
            double start = first.getMJD() + days * region.y;
            setTime(root, "first_line_time", start);
            setTime(root, "last_line_time", start + days * (region.height - 1));
        }
    }

    private static void setTime(MetadataElement root, String name, double mjd) {
        MetadataAttribute attribute = root.getAttribute(name);
        ProductData.UTC time = new ProductData.UTC(mjd);
        if (attribute.getData() instanceof ProductData.UTC) {
            attribute.getData().setElems(time.getArray());
        } else {
            root.setAttributeString(name, time.format());
        }
    }

    private void updateRange(MetadataElement root) {
        boolean groundRange = root.getAttributeInt("srgr_flag", 0) != 0;
        double range = root.getAttributeDouble("slant_range_to_first_pixel", NONE);
        if (!groundRange && range != NONE && source.getTiePointGrid("slant_range_time") != null) {
            int columns = isNearRangeLeft() ? region.x : source.getSceneRasterWidth() - region.x - region.width;
            setNumber(root, "slant_range_to_first_pixel", range + columns * root.getAttributeDouble("range_spacing", 0));
        }
    }

    private boolean isNearRangeLeft() {
        TiePointGrid angle = source.getTiePointGrid("incident_angle");
        return angle == null || angle.getPixelDouble(0, 0) < angle.getPixelDouble(source.getSceneRasterWidth() - 1, 0);
    }

    private void updateCorners(MetadataElement root) {
        GeoCoding geoCoding = target.getSceneGeoCoding();
        if (geoCoding == null || !geoCoding.canGetGeoPos()) {
            return;
        }
        double left = 0.5;
        double right = target.getSceneRasterWidth() - 0.5;
        boolean nearLeft = isNearRangeLeft();
        double bottom = target.getSceneRasterHeight() - 0.5;
        setCorner(root, geoCoding, "first_near", nearLeft ? left : right, 0.5);
        setCorner(root, geoCoding, "first_far", nearLeft ? right : left, 0.5);
        setCorner(root, geoCoding, "last_near", nearLeft ? left : right, bottom);
        setCorner(root, geoCoding, "last_far", nearLeft ? right : left, bottom);
    }

    private static void setCorner(MetadataElement root, GeoCoding geoCoding, String name, double x, double y) {
        GeoPos position = geoCoding.getGeoPos(new PixelPos(x, y), null);
        setNumber(root, name + "_lat", position.getLat());
        setNumber(root, name + "_long", position.getLon());
    }
}
