package com.bc.ceres.swing.selection;

import java.util.EventObject;

/** A selection has changed. Nothing here makes one. */
public class SelectionChangeEvent extends EventObject {

    SelectionChangeEvent(Object source) {
        super(source);
    }
}
