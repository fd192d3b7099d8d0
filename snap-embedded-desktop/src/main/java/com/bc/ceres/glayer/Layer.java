package com.bc.ceres.glayer;

import com.bc.ceres.core.ExtensibleObject;

/** A layer of an image view. */
public abstract class Layer extends ExtensibleObject {

    private final LayerType layerType;
    private String name = "";

    protected Layer(LayerType layerType) {
        this.layerType = layerType;
    }

    public LayerType getLayerType() {
        return layerType;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
