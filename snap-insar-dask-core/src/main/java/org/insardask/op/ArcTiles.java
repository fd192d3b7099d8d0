package org.insardask.op;

import java.awt.Rectangle;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.Tile;
import org.insardask.arc.ArcBatch;
import org.insardask.arc.ArcModel;
import org.insardask.tile.UsedTiles;

/** Computes the tiles of Arc-Unwrapping: reads a rectangle of the whole stack once, and solves its arcs. Thread-safe. */
final class ArcTiles {

    private final Operator operator;
    private final Runnable cancellation;
    private final ArcSources sources;
    private final PixelQuality quality;
    private final HeightSource heights;
    private final ArcTarget target;
    private final ArcReport report;
    private final Queue<ArcThread> idleThreads = new ConcurrentLinkedQueue<>();

    /**
     * Makes what computes tiles.
     *
     * @param operator for its source tiles
     * @param cancellation throws where somebody asked to stop
     * @param heights null where height is not estimated
     * @param report counts the arcs
     */
    ArcTiles(Operator operator, Runnable cancellation, ArcSources sources, PixelQuality quality, HeightSource heights, ArcTarget target,
            ArcReport report) {
        this.operator = operator;
        this.cancellation = cancellation;
        this.sources = sources;
        this.quality = quality;
        this.heights = heights;
        this.target = target;
        this.report = report;
    }

    /** Computes one tile of all bands; returns whether the scene is complete with it. */
    boolean compute(ArcPlan plan, Map<Band, Tile> targetTiles, Rectangle rectangle) {
        ArcThread thread = idleThreads.poll();
        if (thread == null) {
            thread = newThread(plan);
        }
        read(plan, thread.buffers(), rectangle);
        solve(plan, thread, targetTiles, rectangle);
        new UsedTiles(operator, targetTiles.values()).close();
        boolean complete = report.add(rectangle, thread.writer().counts());
        idleThreads.add(thread);
        return complete;
    }

    private ArcThread newThread(ArcPlan plan) {
        ArcModel model = plan.solver().model();
        ArcTileBuffers buffers = new ArcTileBuffers(sources.epochs(), heights != null, quality.newDispersion(sources.amplitudes()));
        return new ArcThread(buffers, plan.solver().newWorkspace(), new ArcTileWriter(target, model));
    }

    private void read(ArcPlan plan, ArcTileBuffers buffers, Rectangle rectangle) {
        ReferenceSeries reference = plan.reference();
        int pixels = rectangle.width * rectangle.height;
        boolean measured = plan.quality().holds(rectangle);
        sources.readPhases(operator, rectangle, reference, buffers, quality.needsAmplitudes() && !measured, cancellation);
        if (measured) {
            plan.quality().get(rectangle, buffers.sigma());
        } else {
            quality.measure(operator, rectangle, buffers);
        }
        quality.toSigma(buffers, pixels);
        plan.toArcSigma(buffers.sigma(), buffers.belowThreshold(), pixels);
        if (heights != null) {
            heights.fill(operator, rectangle, reference.heightToPhase(), buffers);
        }
    }

    private void solve(ArcPlan plan, ArcThread thread, Map<Band, Tile> targetTiles, Rectangle rectangle) {
        ArcBatch batch = thread.buffers().batch();
        thread.writer().begin(targetTiles, thread.buffers(), rectangle.width);
        for (int row = 0; row < rectangle.height; row++) {
            cancellation.run();
            plan.solver().solveAll(batch, row * rectangle.width, (row + 1) * rectangle.width, thread.writer(), thread.workspace());
        }
    }

    /** Lets go of all scratch memory. */
    void dispose() {
        idleThreads.clear();
    }
}
