package com.bc.ceres.core;

/** The root of SNAP's node classes. SNAP attaches extensions to it; nothing here uses them, so they are absent. */
public class ExtensibleObject {

    public ExtensibleObject() {
    }
}
