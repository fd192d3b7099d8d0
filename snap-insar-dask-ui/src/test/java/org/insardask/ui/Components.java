package org.insardask.ui;

import java.awt.Component;
import java.awt.Container;

/** Finds components of panels by their names. */
public final class Components {

    private Components() {
    }

    /** The first component of a name and type inside a container, null where there is none. */
    public static <C extends Component> C find(Container container, String name, Class<C> type) {
        for (Component component : container.getComponents()) {
            if (type.isInstance(component) && name.equals(component.getName())) {
                return type.cast(component);
            }
            C inside = component instanceof Container c ? find(c, name, type) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
