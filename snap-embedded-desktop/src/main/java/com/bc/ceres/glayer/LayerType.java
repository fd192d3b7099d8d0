package com.bc.ceres.glayer;

import com.bc.ceres.core.ExtensibleObject;

/** A kind of layers. */
public abstract class LayerType extends ExtensibleObject {

    protected LayerType() {
    }
}
