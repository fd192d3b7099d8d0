package org.insardask.embedded.slab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.gpf.Cancellation;
import org.insardask.embedded.gpf.TileEngine;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphRunner;
import org.insardask.embedded.io.StagedProductWriter;
import org.insardask.embedded.znap.ZnapRows;

/**
 * The step before the split. It makes all operators, lets them decide what they decide once, writes that to files, and writes the product
 * without samples: the headers of the assembled product are those that a single run writes.
 */
public final class SlabPlanning {

    private final SlabRun run;
    private final SlabRequest request;

    /** For a run whose request is written. */
    public SlabPlanning(SlabRun run) throws IOException {
        this.run = run;
        this.request = run.request();
    }

    /** Makes the plan; where it is there already, checks that it still holds. */
    public SlabPlan make() throws Exception {
        GraphCommand command = request.command();
        Graph graph = command.graph();
        SlabGraph parts = new SlabGraph(graph);
        Map<String, String> properties = command.systemProperties();
        if (run.plan().isPresent()) {
            SlabPlan plan = run.plan().get();
            SlabInputs.requireUnchanged(plan, graph, properties);
            return plan;
        }
        String fingerprint = GraphCommand.fingerprint(graph, properties);
        SortedMap<String, String> inputs = SlabInputs.of(graph, properties);
        TileEngine engine = new TileEngine(command.threads(), command.cacheBytes(), new Cancellation());
        Holder holder = new Holder();
        new GraphRunner(parts.planned(run.plans()), engine).prepare(parts.made(), parts.followers(), product -> {
            requireOtherThanSources(parts);
            holder.plan = describe(product, parts, fingerprint, inputs);
            writeHeaders(product, parts);
        });
        Files.writeString(run.taskGraph(), parts.task(run.plans()), StandardCharsets.UTF_8);
        holder.plan.write(run.planFile());
        return holder.plan;
    }

    /** What is read must not be what is assembled; links are followed. */
    private static void requireOtherThanSources(SlabGraph parts) throws IOException {
        for (Path source : parts.sources()) {
            if (Files.exists(parts.target()) && Files.exists(source) && Files.isSameFile(parts.target(), source)) {
                throw new SlabException("the target '" + parts.target() + "' is also a source; choose another name");
            }
        }
    }

    private static final class Holder {
        private SlabPlan plan;
    }

    private SlabPlan describe(Product product, SlabGraph parts, String fingerprint, SortedMap<String, String> inputs) {
        for (Band band : product.getBands()) {
            if (!band.getRasterSize().equals(product.getSceneRasterSize())) {
                throw new SlabException("band '" + band.getName() + "' has another size than the scene, and cannot be cut into slabs");
            }
            if (band.isLog10Scaled() && parts.format().equalsIgnoreCase("ZNAP")) {
                throw new SlabException("band '" + band.getName() + "' has logarithmic scaling, which is not assembled as ZNAP; expected "
                        + "the format BEAM-DIMAP");
            }
        }
        List<Slab> slabs = cut(product, parts.format().equalsIgnoreCase("ZNAP"));
        return new SlabPlan(parts.target(), parts.format(), product.getSceneRasterWidth(), product.getSceneRasterHeight(), slabs,
                fingerprint, inputs);
    }

    /** Slabs of whole rows of tiles; of ZNAP, where there are enough of those, of whole rows of chunks. */
    private List<Slab> cut(Product product, boolean znap) {
        int height = product.getSceneRasterHeight();
        int tileRows = product.getPreferredTileSize() == null ? height : Math.min(height, product.getPreferredTileSize().height);
        int count = request.fewer() ? Math.min(parts(height, tileRows), request.tasks()) : request.tasks();
        if (znap) {
            int chunkRows = ZnapRows.chunkRows(height);
            int chunks = parts(height, chunkRows);
            int fewer = request.fewer() && count > chunks && chunks >= count / 2 ? chunks : count;
            return Slab.cut(height, fewer <= chunks ? chunkRows : tileRows, fewer);
        }
        return Slab.cut(height, tileRows, count);
    }

    private static int parts(int height, int rows) {
        return (height + rows - 1) / rows;
    }

    private void writeHeaders(Product product, SlabGraph parts) throws IOException {
        ProductWriter writer = ProductIO.getProductWriter(parts.format());
        if (!(writer instanceof StagedProductWriter staged)) {
            throw new SlabException("the format '" + parts.format() + "' cannot be assembled; expected BEAM-DIMAP or ZNAP");
        }
        staged.setHeadersOnly();
        Files.createDirectories(run.skeleton());
        File file = run.skeleton().resolve(parts.target().getFileName()).toFile();
        writer.writeProductNodes(product, file);
        writer.close();
    }
}
