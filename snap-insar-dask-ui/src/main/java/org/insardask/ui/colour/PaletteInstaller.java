package org.insardask.ui.colour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import org.esa.snap.core.util.SystemUtils;

/**
 * Puts the colour palettes where SNAP's Colour Manipulation looks for them. SNAP Desktop runs it at every start
 * ({@code META-INF/namedservices/Modules/Start}). A palette that is there already stays, since the user may have changed it.
 */
public final class PaletteInstaller implements Runnable {

    private final Path folder;

    /** Installs into the user's folder of SNAP. */
    public PaletteInstaller() {
        this(SystemUtils.getAuxDataPath().resolve("color_palettes"));
    }

    PaletteInstaller(Path folder) {
        this.folder = folder;
    }

    /** Copies the palettes that are not there. Where that cannot be done, the log says so: SNAP itself starts all the same. */
    @Override
    public void run() {
        try {
            install();
        } catch (IOException e) {
            SystemUtils.LOG.log(Level.WARNING, "InSAR Dask: cannot write its colour palettes into " + folder, e);
        }
    }

    void install() throws IOException {
        Files.createDirectories(folder);
        for (PaletteFile palette : PaletteFile.values()) {
            Path target = folder.resolve(palette.fileName());
            if (!Files.exists(target)) {
                try (InputStream in = palette.open()) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
