package com.bc.ceres.swing.selection;

import java.util.EventListener;

/** Is told of changes of a selection. */
public interface SelectionChangeListener extends EventListener {

    void selectionChanged(SelectionChangeEvent event);

    void selectionContextChanged(SelectionChangeEvent event);
}
