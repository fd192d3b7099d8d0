package org.insardask.embedded.znap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;

/** The attribute {@code geocoding}. Only tie-point geocoding is supported; any other is left out with a line in the log. */
final class ZnapGeoCoding {
    static final String ATTRIBUTE = "geocoding";
    private static final Logger LOG = Logger.getLogger(ZnapGeoCoding.class.getName());
    private static final String NAME = "TiePointGeoCoding";
    private static final String LATITUDE = "TIE_POINT_GRID_NAME_LAT";
    private static final String LONGITUDE = "TIE_POINT_GRID_NAME_LON";

    private ZnapGeoCoding() {
    }

    /** Sets the scene geocoding of a product whose tie-point grids are there already. */
    static void read(Attributes attributes, Product product) throws IOException {
        if (!attributes.has(ATTRIBUTE)) {
            return;
        }
        JsonNode points = attributes.node(ATTRIBUTE).path(NAME).path("Geoposition").path("Geoposition_Points");
        if (points.isMissingNode()) {
            LOG.log(Level.WARNING, "{0}: read without geocoding, only tie-point geocoding is supported", attributes.path());
        } else {
            product.setSceneGeoCoding(new TiePointGeoCoding(grid(attributes, points, product, LATITUDE),
                    grid(attributes, points, product, LONGITUDE)));
        }
    }

    private static TiePointGrid grid(Attributes attributes, JsonNode points, Product product, String field) throws IOException {
        TiePointGrid grid = product.getTiePointGrid(points.path(field).asText());
        if (grid == null) {
            throw new IOException(attributes.path() + ": the geocoding has the tie-point grid " + points.path(field)
                    + ", which is not in this product");
        }
        return grid;
    }

    /** Returns the attribute of a geocoding, or null where it is not supported. */
    static Map<String, Object> write(GeoCoding geoCoding, String owner) {
        if (!(geoCoding instanceof TiePointGeoCoding tiePoints)) {
            if (geoCoding != null) {
                LOG.log(Level.WARNING, "''{0}'' is written without geocoding, only tie-point geocoding is supported", owner);
            }
            return null;
        }
        Map<String, Object> grids = new LinkedHashMap<>();
        grids.put(LATITUDE, tiePoints.getLatGrid().getName());
        grids.put(LONGITUDE, tiePoints.getLonGrid().getName());
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("___persistence_id___", "TiePointGC:1");
        root.put("Coordinate_Reference_System", Map.of("Horizontal_CS", horizontal()));
        root.put("Geoposition", Map.of("Geoposition_Points", grids));
        return Map.of(NAME, root);
    }

    private static Map<String, Object> horizontal() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("ELLIPSOID_MAJ_AXIS", axis("6378137.0"));
        axes.put("ELLIPSOID_MIN_AXIS", axis("6356752.3"));
        Map<String, Object> ellipsoid = new LinkedHashMap<>();
        ellipsoid.put("ELLIPSOID_NAME", "WGS-84");
        ellipsoid.put("Ellipsoid_Parameters", axes);
        Map<String, Object> datum = new LinkedHashMap<>();
        datum.put("HORIZONTAL_DATUM_NAME", "WGS-84");
        datum.put("Ellipsoid", ellipsoid);
        Map<String, Object> horizontal = new LinkedHashMap<>();
        horizontal.put("HORIZONTAL_CS_TYPE", "GEOGRAPHIC");
        horizontal.put("Geographic_CS", Map.of("Horizontal_Datum", datum));
        return horizontal;
    }

    private static Map<String, Object> axis(String value) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("unit", "M");
        axis.put("value", value);
        return axis;
    }
}
