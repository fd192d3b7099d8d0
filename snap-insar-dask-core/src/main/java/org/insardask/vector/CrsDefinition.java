package org.insardask.vector;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says about its coordinate reference system.
 *
 * @param code authority and code, e.g. {@code EPSG:28992}; or null
 * @param wkt well-known text; or null
 */
record CrsDefinition(String code, String wkt) {
    static final CrsDefinition NONE = new CrsDefinition(null, null);
    static final CrsDefinition WGS84 = new CrsDefinition("EPSG:4326", null);

    /** {@code EPSG:28992}, {@code urn:ogc:def:crs:EPSG::28992}, {@code http://www.opengis.net/def/crs/EPSG/0/28992}. */
    private static final Pattern CODE = Pattern.compile("(?:.*[:/])?(EPSG|OGC|ESRI)(?:[:/][0-9.]*)?[:/]([A-Z0-9]+)");
    private static final Pattern WGS84_WKT = Pattern.compile("(GEOGCS|GEOGCRS|GEODCRS)\\[\"(GCS_)?WGS[ _]?(19)?84\",.*"
            + "(DATUM|ENSEMBLE)\\[\"(D_)?(WGS[ _](19)?84|WORLD GEODETIC SYSTEM 1984( ENSEMBLE)?)\".*");

    /** Returns the definition for the name of a system, as a user or a GeoJSON file writes it. */
    static CrsDefinition named(String name) {
        Matcher matcher = CODE.matcher(name.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? new CrsDefinition(matcher.group(1) + ":" + matcher.group(2), null) : new CrsDefinition(null, name);
    }

    boolean isNone() {
        return code == null && (wkt == null || wkt.isBlank());
    }

    /** True for longitude and latitude on WGS 84; needs no library. */
    boolean isWgs84() {
        if (code != null) {
            return "EPSG:4326".equals(code) || "OGC:CRS84".equals(code) || "EPSG:4979".equals(code) || "OGC:CRS84H".equals(code);
        }
        return wkt != null && WGS84_WKT.matcher(wkt.replaceAll("\\s*([\\[\\],])\\s*", "$1").strip().toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * True where the authority of the system puts northing or latitude first.
     *
     * @throws VectorFileException where the system is not known
     */
    boolean isNorthFirst(VectorRequest request) throws VectorFileException {
        return isWgs84() ? code != null && code.startsWith("EPSG:") : GeoToolsTransform.isNorthFirst(this, request);
    }

    /** Returns what to call the system in a message. */
    String label() {
        if (code != null) {
            return code;
        }
        if (wkt == null) {
            return "none";
        }
        if (isWgs84()) {
            return WGS84.code;
        }
        int quote = wkt.indexOf('"');
        int end = wkt.indexOf('"', quote + 1);
        return quote >= 0 && end > quote ? wkt.substring(quote + 1, end) : wkt.strip();
    }
}
