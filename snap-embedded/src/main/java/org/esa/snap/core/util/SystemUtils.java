package org.esa.snap.core.util;

import java.util.logging.Logger;

/** SNAP's logger. */
public class SystemUtils {

    /** The logger of SNAP's engine. */
    public static final Logger LOG = Logger.getLogger("org.esa.snap");

    private SystemUtils() {
    }
}
