package org.esa.snap.core.datamodel;

/** A position on the globe: latitude and longitude (degrees). Invalid where one of them is NaN. */
public class GeoPos {

    public double lat;
    public double lon;

    public GeoPos() {
    }

    public GeoPos(GeoPos geoPos) {
        this(geoPos.lat, geoPos.lon);
    }

    public GeoPos(double lat, double lon) {
        this.lat = lat;
        this.lon = lon;
    }

    public double getLat() {
        return lat;
    }

    public double getLon() {
        return lon;
    }

    public void setLocation(double lat, double lon) {
        this.lat = lat;
        this.lon = lon;
    }

    /** Whether the latitude is within +-90 degrees and the longitude finite. */
    public final boolean isValid() {
        return lat >= -90.0 && lat <= 90.0 && Double.isFinite(lon);
    }

    public static boolean areValid(GeoPos[] positions) {
        for (GeoPos position : positions) {
            if (!position.isValid()) {
                return false;
            }
        }
        return true;
    }

    public final void setInvalid() {
        lat = Double.NaN;
        lon = Double.NaN;
    }

    /** Brings the longitude to -180 ... 180 degrees. */
    public void normalize() {
        lon = normalizeLon(lon);
    }

    public static double normalizeLon(double lon) {
        double turned = lon < -360.0 || lon > 360.0 ? lon % 360.0 : lon;
        if (turned < -180.0) {
            return turned + 360.0;
        }
        return turned > 180.0 ? turned - 360.0 : turned;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeoPos position && position.lat == lat && position.lon == lon;
    }

    @Override
    public int hashCode() {
        return (int) (Double.doubleToLongBits(lat) + Double.doubleToLongBits(lon));
    }

    @Override
    public String toString() {
        return getClass().getName() + "[" + lat + "," + lon + "]";
    }
}
