package org.insardask.op;

import org.esa.snap.core.datamodel.MetadataElement;

/** Metadata elements that say what operators have done. */
final class Records {

    private Records() {
    }

    /** Adds an element of a name, or where that is taken of the first free one of name_1, name_2 and so on. */
    static MetadataElement add(MetadataElement root, String name) {
        String free = name;
        for (int n = 1; root.containsElement(free); n++) {
            free = name + "_" + n;
        }
        MetadataElement element = new MetadataElement(free);
        root.addElement(element);
        return element;
    }
}
