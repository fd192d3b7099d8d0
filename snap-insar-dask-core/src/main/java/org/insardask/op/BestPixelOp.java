package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;

/**
 * Looks at all pixels of a stack for the {@link BestPixel best} one. It is an operator so that the runtime computes its tiles like those
 * of any other: on all threads of a run where a source rectangle of several tiles is computed so (the embedded runtime), or on the one
 * that asks (SNAP). Made by Arc-Unwrapping and not registered. What it measures of the pixels is kept.
 */
@OperatorMetadata(alias = "Best-Pixel", internal = true, category = "Radar/Interferometric/PSI", version = "0.1",
        authors = "insardask", copyright = "GPL-3.0-or-later", description = "Looks for the pixel of best quality of a stack.")
final class BestPixelOp extends Operator {

    private static final long PIXELS_OF_A_TILE = 32768L;
    private static final long BYTES_OF_A_TILE = 32L << 20;
    private static final long PIXELS_AT_ONCE = 16L << 20;

    private final ArcSources sources;
    private final PixelQuality quality;
    private final Dimension scene;
    private final Dimension sourceTile;
    private final BestPixel best = new BestPixel();
    private final Queue<ArcTileBuffers> idle = new ConcurrentLinkedQueue<>();
    /** Null before the search. */
    private volatile KeptSamples kept;

    /**
     * Makes the search for a stack.
     *
     * @param scene size of its images
     * @param sourceTile size of their tiles, null where there are none
     */
    BestPixelOp(ArcSources sources, PixelQuality quality, Dimension scene, Dimension sourceTile) {
        this.sources = sources;
        this.quality = quality;
        this.scene = scene;
        this.sourceTile = sourceTile == null ? scene : sourceTile;
    }

    @Override
    public void initialize() {
        Product product = new Product("best_pixel", "BEST_PIXEL", scene.width, scene.height);
        product.addBand("candidate", ProductData.TYPE_INT8);
        product.setPreferredTileSize(tileSize());
        setTargetProduct(product);
    }

    /** Whole parts of a tile of the source, where that can be, so that it is not asked for again once the search has gone on. */
    private Dimension tileSize() {
        long bytes = ArcTileBuffers.bytesPerPixel(sources.epochs(), false, quality.needsAmplitudes());
        int width = Math.min(scene.width, sourceTile.width);
        int height = Math.min(scene.height, sourceTile.height);
        int most = (int) Math.max(1L, Math.min(height, Math.min(PIXELS_OF_A_TILE, BYTES_OF_A_TILE / bytes) / width));
        int rows = most;
        while (rows > most / 2 + 1 && height % rows != 0) {
            rows--;
        }
        return new Dimension(width, height % rows == 0 ? rows : most);
    }

    /**
     * Looks at all pixels.
     *
     * @param operator that asks for the tiles
     * @return the best pixel
     * @throws OperatorException where there is none
     */
    BestPixel search(Operator operator) {
        if (kept == null) { // kept for a second try, in which the tiles that were computed may not be computed again
            kept = quality.needsAmplitudes() ? KeptSamples.ofScene(scene.width, scene.height) : KeptSamples.none();
        }
        Product product = getTargetProduct();
        int tileHeight = product.getPreferredTileSize().height;
        int rows = (int) Math.max(1L, PIXELS_AT_ONCE / scene.width / tileHeight) * tileHeight;
        for (int y = 0; y < scene.height; y += rows) {
            operator.getSourceTile(product.getBandAt(0), new Rectangle(0, y, scene.width, Math.min(rows, scene.height - y)));
        }
        idle.clear();
        synchronized (best) {
            if (!best.isFound()) {
                throw new OperatorException("no pixel has both phase and quality and reaches qualityThreshold where that is given, so "
                        + "that none can be the reference");
            }
            return best;
        }
    }

    /** What was measured of the first rows; nothing where that was not from amplitudes. Null before the search. */
    KeptSamples kept() {
        return kept;
    }

    @Override
    public void computeTile(Band band, Tile tile, ProgressMonitor pm) {
        ArcTileBuffers buffers = idle.poll();
        if (buffers == null) {
            buffers = new ArcTileBuffers(sources.epochs(), false, quality.newDispersion(sources.amplitudes()));
        }
        Rectangle part = tile.getRectangle();
        int[] valid = measure(part, buffers);
        byte[] samples = tile.getDataBufferByte();
        BestPixel bestOfTile = new BestPixel();
        for (int p = 0; p < part.width * part.height; p++) {
            int row = p / part.width;
            int column = p - row * part.width;
            boolean candidate = buffers.belowThreshold()[p] == 0
                    && bestOfTile.offer(part.x + column, part.y + row, valid[p], buffers.sigma()[p]);
            samples[tile.getScanlineOffset() + row * tile.getScanlineStride() + column] = (byte) (candidate ? 1 : 0);
        }
        synchronized (best) {
            best.offer(bestOfTile);
        }
        idle.add(buffers);
    }

    /** Fills the sigmas, and returns the number of valid epochs of each pixel. */
    private int[] measure(Rectangle part, ArcTileBuffers buffers) {
        boolean fromAmplitudes = quality.needsAmplitudes() && sources.haveOwnAmplitudes();
        if (fromAmplitudes) {
            sources.readAmplitudes(this, part, buffers, this::checkForCancellation);
        } else {
            readDifferences(part, buffers);
        }
        quality.measure(this, part, buffers);
        kept.put(part, buffers.sigma());
        quality.toSigma(buffers, part.width * part.height);
        return fromAmplitudes ? buffers.validAmplitudes() : buffers.validEpochs();
    }

    private void readDifferences(Rectangle part, ArcTileBuffers buffers) {
        int pixels = part.width * part.height;
        buffers.ensure(pixels, quality.needsAmplitudes());
        int[] valid = buffers.validEpochs();
        Arrays.fill(valid, 0, pixels, 0);
        sources.read(this, part, buffers, quality.needsAmplitudes(), (epoch, re, im, count) -> {
            checkForCancellation();
            for (int p = 0; p < count; p++) {
                valid[p] += re[p] * re[p] + im[p] * im[p] > 0.0 ? 1 : 0;
            }
        });
    }
}
