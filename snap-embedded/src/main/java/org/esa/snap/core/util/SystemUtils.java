package org.esa.snap.core.util;

import java.io.File;
import java.nio.file.Path;
import java.util.logging.Logger;

/** SNAP's logger, and the folder where it keeps what belongs to the user. */
public class SystemUtils {

    /** The logger of SNAP's engine. */
    public static final String AUXDATA_DIR_NAME = "auxdata";
    public static final Logger LOG = Logger.getLogger("org.esa.snap");

    private SystemUtils() {
    }

    /**
     * The user's folder of SNAP: the system property {@code snap.userdir}, else {@code .snap} in the home folder.
     *
     * @return the folder, which need not exist
     */
    public static File getApplicationDataDir() {
        String folder = System.getProperty("snap.userdir");
        return folder != null ? new File(folder) : new File(System.getProperty("user.home", "."), ".snap");
    }

    /** Where data lie that are part of modules, such as colour palettes. */
    public static Path getAuxDataPath() {
        return getApplicationDataDir().toPath().resolve(AUXDATA_DIR_NAME);
    }
}
