package org.insardask.embedded.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.access.EngineAccess;
import org.insardask.embedded.io.OpenFiles;

/**
 * Runs the operators at the ends of a graph: executes them, then pulls all their tiles, in parallel and row by row over all ends, so
 * that what they share is computed once. At any time no more tiles are on their way to the sinks than there are threads.
 */
public final class SinkRun {

    private final List<OperatorContext> ends;
    private final TileEngine engine;

    /** For operators of one engine. */
    public SinkRun(List<OperatorContext> ends) {
        this.ends = List.copyOf(ends);
        engine = ends.get(0).getEngine();
    }

    /** Runs until all sinks are complete. Where that fails, all sinks are aborted and the first failure is thrown. */
    public void run(ProgressMonitor pm) {
        try {
            pullAll(pm);
            ends.stream().map(OperatorContext::getSink).filter(sink -> sink != null).forEach(RasterSink::complete);
        } catch (RuntimeException | Error e) {
            abortAll(e);
            throw e;
        }
    }

    /** Sources are closed before results get their names. */
    private void pullAll(ProgressMonitor pm) {
        OpenFiles files = engine.openFiles();
        files.keep();
        try (files) {
            ends.forEach(end -> end.getOperator().execute(ProgressMonitor.NULL));
            pull(pm);
        } catch (IOException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    /** Aborts every sink, also where one of them fails to clean up: that is noted with the failure of the run. */
    private void abortAll(Throwable cause) {
        for (OperatorContext end : ends) {
            if (end.getSink() != null) {
                abort(end.getSink(), cause);
            }
        }
    }

    private static void abort(RasterSink sink, Throwable cause) {
        try {
            sink.abort();
        } catch (OperatorException e) {
            cause.addSuppressed(e);
        }
    }

    private void pull(ProgressMonitor pm) {
        List<Job> jobs = jobs();
        pm.beginTask("Computing", jobs.size());
        try {
            engine.team().forEach(jobs.size(), i -> {
                requireNotCancelled(pm);
                engine.cache().whilePinning(jobs.get(i)::run);
                synchronized (pm) {
                    pm.worked(1);
                }
            });
        } finally {
            pm.done();
        }
    }

    private void requireNotCancelled(ProgressMonitor pm) {
        if (pm.isCanceled()) {
            engine.cancellation().request();
        }
        engine.cancellation().check();
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (OperatorContext end : ends) {
            Map<TileGrid, List<Band>> byGrid = new LinkedHashMap<>();
            for (Band band : bandsOf(end)) {
                byGrid.computeIfAbsent(TileGrid.of(band), grid -> new ArrayList<>()).add(band);
            }
            byGrid.forEach((grid, bands) -> addJobs(jobs, end, grid, bands));
        }
        jobs.sort(Comparator.<Job>comparingInt(job -> job.rect.y).thenComparingInt(job -> job.rect.x));
        return jobs;
    }

    private static List<Band> bandsOf(OperatorContext end) {
        if (end.getSink() != null) {
            return end.getSink().bands();
        }
        Product product = end.getTargetProduct();
        List<Band> computed = new ArrayList<>();
        boolean computes = end.getOperator().canComputeTile() || end.getOperator().canComputeTileStack();
        if (computes && OperatorContext.producerOf(product) == end) {
            for (Band band : product.getBands()) {
                if (end.computedTiles(band) != null) {
                    computed.add(band);
                }
            }
        }
        return computed;
    }

    private static void addJobs(List<Job> jobs, OperatorContext end, TileGrid grid, List<Band> bands) {
        for (int i = 0; i < grid.count(); i++) {
            jobs.add(new Job(end, grid, i, bands));
        }
    }

    private static final class Job {

        private final OperatorContext end;
        private final TileGrid grid;
        private final int index;
        private final Rectangle rect;
        private final List<Band> bands;

        Job(OperatorContext end, TileGrid grid, int index, List<Band> bands) {
            this.end = end;
            this.grid = grid;
            this.index = index;
            rect = grid.rectangle(index);
            this.bands = bands;
        }

        void run() {
            for (Band band : bands) {
                if (end.getSink() == null) {
                    end.getSourceTile(band, rect);
                } else if (!end.getSink().isFinished(band, rect)) {
                    try (EngineTile tile = end.samples().read(band, rect)) {
                        end.getSink().accept(band, rect, tile.getRawSamples());
                    }
                }
            }
            bands.forEach(this::forgetIfNobodyElseWantsIt);
        }

        /** Makes room in the cache for tiles that will be asked for again; a copied band has the samples of the one it was copied from. */
        private void forgetIfNobodyElseWantsIt(Band band) {
            RasterDataNode node = band;
            while (node instanceof Band each && hasOneConsumer(each)) {
                TileSource tiles = OperatorContext.producerOf(each.getProduct()).computedTiles(each);
                if (tiles != null && tiles.grid().equals(grid)) {
                    tiles.forget(index);
                }
                node = tiles == null ? EngineAccess.raster().getSampleSource(each) : null;
            }
        }

        private static boolean hasOneConsumer(Band band) {
            OperatorContext producer = band.getProduct() == null ? null : OperatorContext.producerOf(band.getProduct());
            return producer != null && producer.consumers() <= 1;
        }
    }
}
