package org.esa.snap.core.datamodel;

/** The attributes that features of vector data have. SNAP's own also makes types and features. */
public class PlainFeatureFactory {

    public static final String ATTRIB_NAME_GEOMETRY = "geometry";
    public static final String ATTRIB_NAME_STYLE_CSS = "style_css";

    public PlainFeatureFactory() {
    }
}
