package org.esa.snap.core.dataio;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Which part of a product is wanted: nodes, a region of pixels, and every how manyth pixel of it. */
public class ProductSubsetDef {

    private String subsetName;
    private List<String> nodeNames;
    private Rectangle region;
    private int subSamplingX = 1;
    private int subSamplingY = 1;
    private boolean ignoreMetadata;

    public ProductSubsetDef() {
        this(null);
    }

    public ProductSubsetDef(String subsetName) {
        this.subsetName = subsetName;
    }

    public String getSubsetName() {
        return subsetName;
    }

    public void setSubsetName(String subsetName) {
        this.subsetName = subsetName;
    }

    /** The names of the wanted nodes, or null for all. */
    public String[] getNodeNames() {
        return nodeNames == null ? null : nodeNames.toArray(new String[0]);
    }

    public void setNodeNames(String[] names) {
        nodeNames = null;
        addNodeNames(names);
    }

    public void addNodeName(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("[name] is empty");
        }
        if (nodeNames == null) {
            nodeNames = new ArrayList<>();
        }
        if (!containsNodeName(name)) {
            nodeNames.add(name);
        }
    }

    /** Adds names; null is ignored. */
    public void addNodeNames(String[] names) {
        if (names != null) {
            for (String name : names) {
                addNodeName(name);
            }
        }
    }

    /** Whether the node is named, case ignored. */
    public boolean containsNodeName(String name) {
        return nodeNames != null && nodeNames.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether the node is wanted. */
    public boolean isNodeAccepted(String name) {
        return nodeNames == null || containsNodeName(name);
    }

    /** The wanted pixels, or null for all. */
    public Rectangle getRegion() {
        return region == null ? null : new Rectangle(region);
    }

    public void setRegion(Rectangle region) {
        if (region == null) {
            this.region = null;
        } else {
            setRegion(region.x, region.y, region.width, region.height);
        }
    }

    /** @throws IllegalArgumentException where the region is empty or starts before the first pixel */
    public void setRegion(int x, int y, int w, int h) {
        if (x < 0 || y < 0 || w < 1 || h < 1) {
            throw new IllegalArgumentException("invalid region x=" + x + ", y=" + y + ", w=" + w + ", h=" + h);
        }
        region = new Rectangle(x, y, w, h);
    }

    public void setSubSampling(int subSamplingX, int subSamplingY) {
        if (subSamplingX < 1 || subSamplingY < 1) {
            throw new IllegalArgumentException("invalid sub-sampling");
        }
        this.subSamplingX = subSamplingX;
        this.subSamplingY = subSamplingY;
    }

    public int getSubSamplingX() {
        return subSamplingX;
    }

    public int getSubSamplingY() {
        return subSamplingY;
    }

    public void setIgnoreMetadata(boolean ignoreMetadata) {
        this.ignoreMetadata = ignoreMetadata;
    }

    public boolean isIgnoreMetadata() {
        return ignoreMetadata;
    }
}
