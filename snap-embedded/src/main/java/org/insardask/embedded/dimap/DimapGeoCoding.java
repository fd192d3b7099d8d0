package org.insardask.embedded.dimap;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;

/** The geocoding of a header. Only tie-point geocoding is supported; any other is left out with a line in the log. */
final class DimapGeoCoding {
    private static final Logger LOG = Logger.getLogger(DimapGeoCoding.class.getName());

    private DimapGeoCoding() {
    }

    /**
     * Sets the scene geocoding of a product whose tie-point grids are there already. A header without any geoposition gets its geocoding of
     * the grids {@code latitude} and {@code longitude}, as in SNAP.
     *
     * @throws IOException where it names a tie-point grid that is not there
     */
    static void read(XmlNode root, Product product) throws IOException {
        List<XmlNode> positions = root.children("Geoposition");
        for (XmlNode position : positions) {
            XmlNode points = position.child("Geoposition_Points");
            if (points != null && points.child("TIE_POINT_GRID_NAME_LAT") != null) {
                set(product, grid(points, product, "TIE_POINT_GRID_NAME_LAT"), grid(points, product, "TIE_POINT_GRID_NAME_LON"));
                return;
            }
        }
        boolean projected = "PROJECTED".equals(textAt(root, "Coordinate_Reference_System", "Horizontal_CS", "HORIZONTAL_CS_TYPE"));
        if (!positions.isEmpty() || projected) {
            LOG.log(Level.WARNING, "{0}: read without geocoding, only tie-point geocoding is supported", root.file());
        } else {
            set(product, product.getTiePointGrid("latitude"), product.getTiePointGrid("longitude"));
        }
    }

    private static String textAt(XmlNode root, String outer, String inner, String leaf) {
        XmlNode node = root.at(outer, inner);
        return node == null ? null : node.text(leaf);
    }

    private static TiePointGrid grid(XmlNode points, Product product, String element) throws IOException {
        String name = points.requiredText(element);
        TiePointGrid grid = product.getTiePointGrid(name);
        if (grid == null) {
            throw new IOException(points.file() + ": the geocoding has the tie-point grid '" + name + "', which is not in this file");
        }
        return grid;
    }

    private static void set(Product product, TiePointGrid latitude, TiePointGrid longitude) {
        if (latitude != null && longitude != null) {
            product.setSceneGeoCoding(new TiePointGeoCoding(latitude, longitude));
        }
    }

    /** Writes the scene geocoding of a product. */
    static void write(Product product, XmlText xml) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        if (!(geoCoding instanceof TiePointGeoCoding tiePoints)) {
            if (geoCoding != null) {
                LOG.log(Level.WARNING, "product ''{0}'' is written without geocoding, only tie-point geocoding is supported",
                        product.getName());
            }
            return;
        }
        writeDatum(xml);
        xml.open("Geoposition").open("Geoposition_Points")
                .line("TIE_POINT_GRID_NAME_LAT", tiePoints.getLatGrid().getName())
                .line("TIE_POINT_GRID_NAME_LON", tiePoints.getLonGrid().getName())
                .close().close();
    }

    private static void writeDatum(XmlText xml) {
        xml.open("Coordinate_Reference_System").open("Horizontal_CS").line("HORIZONTAL_CS_TYPE", "GEOGRAPHIC").open("Geographic_CS")
                .open("Horizontal_Datum").line("HORIZONTAL_DATUM_NAME", "WGS-84").open("Ellipsoid").line("ELLIPSOID_NAME", "WGS-84")
                .open("Ellipsoid_Parameters").line("ELLIPSOID_MAJ_AXIS", "6378137.0", "unit", "M")
                .line("ELLIPSOID_MIN_AXIS", "6356752.3", "unit", "M")
                .close().close().close().close().close().close();
    }
}
