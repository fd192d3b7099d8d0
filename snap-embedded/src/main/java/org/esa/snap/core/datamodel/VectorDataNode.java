package org.esa.snap.core.datamodel;

import java.util.Objects;
import org.geotools.feature.DefaultFeatureCollection;
import org.geotools.feature.FeatureCollection;
import org.opengis.feature.simple.SimpleFeature;
import org.opengis.feature.simple.SimpleFeatureType;

/** Features of a product, such as points, in the plane of its image. SNAP's own makes a placemark of each and tells of their changes. */
public class VectorDataNode extends ProductNode {

    private final DefaultFeatureCollection features;
    private String defaultStyleCss = "fill:#ff0000";

    /** The features are copied. */
    public VectorDataNode(String name, FeatureCollection<SimpleFeatureType, SimpleFeature> featureCollection) {
        super(name, "");
        features = new DefaultFeatureCollection(featureCollection);
    }

    public SimpleFeatureType getFeatureType() {
        return features.getSchema();
    }

    public DefaultFeatureCollection getFeatureCollection() {
        return features;
    }

    /** How features are drawn that do not say it themselves. */
    public String getDefaultStyleCss() {
        return defaultStyleCss;
    }

    public void setDefaultStyleCss(String defaultStyleCss) {
        this.defaultStyleCss = Objects.requireNonNull(defaultStyleCss, "defaultStyleCss");
        setModified(true);
    }
}
