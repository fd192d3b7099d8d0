package org.insardask.ui;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.Level;
import org.esa.snap.core.util.SystemUtils;

/**
 * Puts the graphs of the menu entries where SNAP looks for graphs: menu entries read them from {@code graphs/internal}, the
 * Graph Builder shows those of {@code graphs/Radar} in its menu Graphs. SNAP Desktop runs it at every start
 * ({@code META-INF/namedservices/Modules/Start}), so that a newer module brings newer graphs.
 */
public final class GraphInstaller implements Runnable {

    /** Folder of the graphs behind menu entries, beside those of other modules. */
    static final String INTERNAL = "internal/insardask";
    /** Folder of the graphs in the menu of the Graph Builder. */
    static final String SHOWN = "Radar/PSI Graphs";
    /** The graphs, by the names that the layer uses. */
    static final List<String> NAMES = List.of("slc-reconstruction.xml", "polygon-statistics.xml", "psi-chain.xml",
            "psi-chain-polygons.xml", "points-extraction.xml", "points-import.xml", "points-export.xml", "raster-enrichment.xml");

    private final Path graphs;

    /** Installs into the user's folder of SNAP. */
    public GraphInstaller() {
        this(SystemUtils.getApplicationDataDir().toPath().resolve("graphs"));
    }

    GraphInstaller(Path graphs) {
        this.graphs = graphs;
    }

    /** Copies all graphs. Where that cannot be done, the log says so: SNAP itself starts all the same. */
    @Override
    public void run() {
        try {
            install();
        } catch (IOException e) {
            SystemUtils.LOG.log(Level.WARNING, "InSAR Dask: cannot write its graphs into " + graphs
                    + "; its menu entries that open a graph will not find it", e);
        }
    }

    void install() throws IOException {
        for (String folder : List.of(INTERNAL, SHOWN)) {
            Path target = Files.createDirectories(graphs.resolve(folder));
            for (String name : NAMES) {
                copy(name, target.resolve(name));
            }
        }
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream graph = GraphInstaller.class.getResourceAsStream("graphs/" + name)) {
            if (graph == null) {
                throw new FileNotFoundException("graph " + name + " is missing in the module");
            }
            Files.copy(graph, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
