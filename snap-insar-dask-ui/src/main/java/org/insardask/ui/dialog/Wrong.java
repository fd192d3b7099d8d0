package org.insardask.ui.dialog;

import java.awt.Color;

/** How the panels show that something is wrong. */
final class Wrong {

    static final Color COLOUR = new Color(0xC0, 0x10, 0x10);

    private Wrong() {
    }
}
